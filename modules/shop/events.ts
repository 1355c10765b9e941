import { recordEvent } from '@dacsan/platform/events'
import { audit } from '../identity/index.ts'
import type { Ctx, Tx } from '../context.ts'
import { insertMove } from './orders/order.store.ts'
import type { FulfilmentMove, OrderParty, PaymentMove } from './rules.ts'

/** What the rest of the platform hears from the shop. */
export type ShopEvents = {
  'order.placed': { orderId: string; code: string; producerId: string; groupId: string; totalVnd: number }
  'order.transfer-reported': { orderId: string; code: string; producerId: string }
  'order.cancelled': { orderId: string; code: string; producerId: string; by: OrderParty }
  'order.lapsed': { orderId: string; code: string; producerId: string }
  'order.revived': { orderId: string; code: string; producerId: string }
  'order.handed-over': { orderId: string; code: string; producerId: string }
  'payment.received': { orderId: string; code: string; producerId: string; amountVnd: number; payment: string }
  'payment.refunded': { orderId: string; code: string; producerId: string; amountVnd: number; payment: string }
  'listing.published': { listingId: string; productId: string }
  'listing.paused': { listingId: string; productId: string }
  'seller.saved': { producerId: string; accountChanged: boolean }
  'seller.verified': { producerId: string }
  'seller.suspended': { producerId: string; reason: string }
  'stock.received': { lotId: string; delta: number }
  'stock.counted': { lotId: string; delta: number }
}

/** Publishes and audits one change; the last thing of its transaction. */
export async function record<Type extends keyof ShopEvents>(
  tx: Tx,
  ctx: Ctx,
  type: Type,
  payload: ShopEvents[Type],
  subject: { type: 'order' | 'listing' | 'seller' | 'lot'; id: string },
): Promise<void> {
  await recordEvent(tx, { type, payload, actorId: actorId(ctx), at: ctx.now })
  await audit(tx, ctx, { action: type, subjectType: subject.type, subjectId: subject.id, detail: payload })
}

/** The same for an order, with the line of its history. */
export async function recordOrder<Type extends keyof ShopEvents>(
  tx: Tx,
  ctx: Ctx,
  type: Type,
  payload: ShopEvents[Type] & { orderId: string },
  history: { moves: readonly (PaymentMove | FulfilmentMove)[]; party: OrderParty; note?: string },
): Promise<void> {
  for (const move of history.moves) {
    await insertMove(tx, {
      orderId: payload.orderId,
      move,
      byId: actorId(ctx),
      byName: history.party === 'buyer' ? 'Người mua' : nameOf(ctx),
      note: history.note,
      at: ctx.now,
    })
  }
  await record(tx, ctx, type, payload, { type: 'order', id: payload.orderId })
}

export const actorId = ({ actor }: Pick<Ctx, 'actor'>): string | null => (actor.kind === 'person' ? actor.userId : null)
const nameOf = ({ actor }: Pick<Ctx, 'actor'>): string => (actor.kind === 'visitor' ? 'Khách' : actor.name)
