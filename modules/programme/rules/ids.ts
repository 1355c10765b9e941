import type { Id } from '@dacsan/platform/ids'

export type PeriodReportId = Id<'rep'>
