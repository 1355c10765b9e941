import type { PackId, ProductId } from '../catalogue/rules.ts'
import type { UserId } from '../identity/rules.ts'
import type { LotId, PlaceId } from '../traceability/rules.ts'
import type { StockEntryId } from './rules/ids.ts'
import type { Kind } from './rules/kinds.ts'

/** What the columns hold that PostgreSQL knows only as text (see tools/database-types.ts). */
export type Columns = {
  'lot_packed_card.lot_id': LotId
  'lot_packed_card.pack_id': PackId
  'stock_balance.lot_id': LotId
  'stock_balance.pack_id': PackId
  'stock_balance.place_id': PlaceId
  'stock_balance.product_id': ProductId
  'stock_entry.by_id': UserId
  'stock_entry.id': StockEntryId
  'stock_entry.kind': Kind
  'stock_entry.lot_id': LotId
  'stock_entry.pack_id': PackId
  'stock_entry.place_id': PlaceId
}
