import type { OrderSnapshot } from './orders/snapshot.ts'
import type { FulfilmentStatus, ListingStatus, OrderMove, PaymentKind, PaymentStatus } from './rules.ts'

/** What the columns hold that PostgreSQL knows only as text or JSON (see tools/database-types.ts). */
export type Columns = {
  'listing.status': ListingStatus
  'shop_order.payment_status': PaymentStatus
  'shop_order.fulfilment_status': FulfilmentStatus
  'shop_order.snapshot': OrderSnapshot
  'order_move.move': OrderMove
  'payment_event.kind': PaymentKind
}
