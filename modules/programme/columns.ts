import type { PeriodReportId } from './rules/ids.ts'

/** What the columns hold that PostgreSQL knows only as text (see tools/database-types.ts). */
export type Columns = {
  'period_report.id': PeriodReportId
}
