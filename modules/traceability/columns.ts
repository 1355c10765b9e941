import type { DoubtStatus, LotStatus } from './acts.ts'
import type { DiaryKind } from './rules/diary.ts'

/** What the columns hold that PostgreSQL knows only as text (see tools/database-types.ts). */
export type Columns = {
  'lot.status': LotStatus
  'diary_entry.kind': DiaryKind
  'doubt_report.status': DoubtStatus
  'lot_fact.status': LotStatus
  'doubt_fact.status': DoubtStatus
}
