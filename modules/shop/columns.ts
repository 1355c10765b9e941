import type { OrderSnapshot } from './orders/snapshot.ts'
import type { FulfilmentStatus, ListingStatus } from './acts.ts'
import type { OrderMove } from './rules/order-moves.ts'
import type { PaymentKind, PaymentStatus } from './rules/order.ts'

/** What the columns hold that PostgreSQL knows only as text or JSON (see tools/database-types.ts). */
export type Columns = {
  'listing.status': ListingStatus
  'shop_order.payment_status': PaymentStatus
  'shop_order.fulfilment_status': FulfilmentStatus
  'shop_order.snapshot': OrderSnapshot
  'order_move.move': OrderMove
  'payment_event.kind': PaymentKind
}
