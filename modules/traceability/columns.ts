import type { DiaryEntryId, DoubtId, LabelSheetId, LotId, PlaceId } from './rules/ids.ts'
import type { PlaceKind } from './acts.ts'
import type { ProducerId, ProductId } from '../catalogue/rules.ts'
import type { UserId } from '../identity/rules.ts'
import type { DoubtStatus, LotStatus } from './acts.ts'
import type { DiaryKind } from './rules/diary.ts'

/** What the columns hold that PostgreSQL knows only as text (see tools/database-types.ts). */
export type Columns = {
  'diary_entry.id': DiaryEntryId
  'diary_entry.lot_id': LotId
  'doubt_fact.doubt_id': DoubtId
  'doubt_report.id': DoubtId
  'doubt_report.lot_id': LotId
  'label_sheet.id': LabelSheetId
  'label_sheet.lot_id': LotId
  'lot.id': LotId
  'lot_fact.lot_id': LotId
  'doubt_fact.product_id': ProductId
  'doubt_report.product_id': ProductId
  'lot.producer_id': ProducerId
  'lot.product_id': ProductId
  'place.id': PlaceId
  'place.kind': PlaceKind
  'place.producer_id': ProducerId
  'lot_fact.producer_id': ProducerId
  'lot_fact.product_id': ProductId
  'scan_fact.product_id': ProductId
  'label_sheet.printed_by': UserId
  'lot.created_by': UserId
  'lot.status': LotStatus
  'diary_entry.kind': DiaryKind
  'doubt_report.status': DoubtStatus
  'lot_fact.status': LotStatus
  'doubt_fact.status': DoubtStatus
}
