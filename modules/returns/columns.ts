import type { PackId, ProducerId } from '../catalogue/rules.ts'
import type { UserId } from '../identity/rules.ts'
import type { OrderId, OrderLineId } from '../shop/rules.ts'
import type { LotId, PlaceId } from '../traceability/rules.ts'
import type { GoodsKind, ReturnAct, ReturnStatus, Side, Wish } from './acts.ts'
import type { ReturnGoodsId, ReturnId } from './rules/ids.ts'
import type { Offer } from './rules/reasons.ts'

/** What the columns hold that PostgreSQL knows only as text or JSON (see tools/database-types.ts). */
export type Columns = {
  'order_return.id': ReturnId
  'order_return.order_id': OrderId
  'order_return.producer_id': ProducerId
  'order_return.status': ReturnStatus
  'order_return.wanted': Wish
  'order_return_line.return_id': ReturnId
  'order_return_line.order_line_id': OrderLineId
  'order_line_returned.order_line_id': OrderLineId
  'order_return_photo.return_id': ReturnId
  'order_return_step.return_id': ReturnId
  'order_return_step.step': ReturnAct
  'order_return_step.side': Side
  'order_return_step.by_id': UserId
  'order_return_goods.id': ReturnGoodsId
  'order_return_goods.return_id': ReturnId
  'order_return_goods.order_line_id': OrderLineId
  'order_return_goods.kind': GoodsKind
  'order_return_goods.lot_id': LotId
  'order_return_goods.pack_id': PackId
  'order_return_goods.place_id': PlaceId
  'order_return_goods.by_id': UserId
  'return_offer.producer_id': ProducerId
  'return_offer.reasons': Offer
  'return_offer.published_by_id': UserId
}
