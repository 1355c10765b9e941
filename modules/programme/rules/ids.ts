import type { Id } from '@dacsan/platform/ids'

export type PeriodReportId = Id<'rep'>
/** One version of what the province wants of a year. */
export type YearPlanId = Id<'ypl'>
/** A call to take part in a round. */
export type YearCallId = Id<'ycl'>
