import { timingSafeEqual } from 'node:crypto'
import { NotFound } from '@dacsan/decisions'
import type { Ctx, Tx } from '../../context.ts'
import { requireAct } from '../../identity/index.ts'
import type { OrderLinkInput } from '../inputs.ts'
import { orderActs, tiesOfGoods } from '../rules.ts'
import type { OrderAct } from '../rules.ts'
import type { OrderId } from '../rules/ids.ts'
import { lockOrder } from './order.store.ts'
import type { KnownOrder } from './order.store.ts'

/** An order for an act of its seller, under lock; anybody else's does not exist. */
export async function lockForSeller(tx: Tx, ctx: Pick<Ctx, 'actor'>, act: OrderAct, orderId: OrderId): Promise<KnownOrder> {
  const order = await lockOrder(tx, { id: orderId })
  if (!order) throw new NotFound('No such order', { orderId })
  requireAct(ctx.actor, orderActs[act], tiesOfGoods(order))
  return order
}

/** The same for an act of whoever holds its secret link. */
export async function lockForBuyer(tx: Tx, ctx: Pick<Ctx, 'actor'>, act: OrderAct, link: OrderLinkInput): Promise<KnownOrder> {
  const order = await lockOrder(tx, { code: link.code })
  if (!order) throw new NotFound('No such order', { code: link.code })
  requireAct(ctx.actor, orderActs[act], { link: isSecret(order.linkSecret, link.secret) })
  return order
}

/** Compares in the same time whatever the difference is. */
export function isSecret(known: string, given: string): boolean {
  const [a, b] = [Buffer.from(known), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}
