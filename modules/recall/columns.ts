import type { PackId, ProducerId } from '../catalogue/rules.ts'
import type { UserId } from '../identity/rules.ts'
import type { OrderId } from '../shop/rules.ts'
import type { LotId, PlaceId } from '../traceability/rules.ts'
import type { LockedText } from '@dacsan/platform/locked-text'
import type { BuyersDo, Handling, RecallOrigin, RecallStatus, TallyKind } from './acts.ts'
import type { RecallId, RecallPartnerId, RecallTallyId } from './rules/ids.ts'

/** What the columns hold that PostgreSQL knows only as text or JSON (see tools/database-types.ts). */
export type Columns = {
  'recall.id': RecallId
  'recall.status': RecallStatus
  'recall.origin': RecallOrigin
  'recall.producer_id': ProducerId
  'recall.buyers_do': BuyersDo
  'recall.started_by_id': UserId
  'recall.decided_by_id': UserId
  'recall.handling': Handling
  'recall.closed_by_id': UserId
  'recall_lot.recall_id': RecallId
  'recall_lot.lot_id': LotId
  'recall_order.recall_id': RecallId
  'recall_order.order_id': OrderId
  'recall_order.lot_id': LotId
  'recall_partner.id': RecallPartnerId
  'recall_partner.recall_id': RecallId
  'recall_partner.phone': LockedText
  'recall_partner.email': LockedText
  'recall_partner.told_by_id': UserId
  'recall_tally.id': RecallTallyId
  'recall_tally.recall_id': RecallId
  'recall_tally.lot_id': LotId
  'recall_tally.pack_id': PackId
  'recall_tally.place_id': PlaceId
  'recall_tally.kind': TallyKind
  'recall_tally.by_id': UserId
}
