import type { DiaryKind, DoubtStatus, LotStatus } from './rules.ts'

/** What the columns hold that PostgreSQL knows only as text (see tools/database-types.ts). */
export type Columns = {
  'lot.status': LotStatus
  'diary_entry.kind': DiaryKind
  'doubt_report.status': DoubtStatus
  'lot_fact.status': LotStatus
  'doubt_fact.status': DoubtStatus
}
