import { NotFound } from '@dacsan/decisions'
import type { Ctx } from '../../context.ts'
import type { OrderLinkInput } from '../inputs.ts'
import { mayReadOrder } from '../policy.ts'
import { orderAt, stateOf, tiesOfGoods } from '../rules.ts'
import type { OrderId } from '../rules/ids.ts'
import { isSecret } from './lock-order.ts'
import { selectOrder, selectOrdersOfGroup } from './order.store.ts'
import type { KnownOrder } from './order.store.ts'
import { viewOrder } from './view-order.ts'
import type { OrderView } from './view-order.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

export type GroupOrder = Pick<KnownOrder, 'code' | 'payment' | 'fulfilment' | 'totalVnd' | 'producerName'>

/** The order behind a link, with its sisters of the same cart; a wrong secret finds nothing. */
export async function findOrderByLink(
  ctx: Reader,
  link: OrderLinkInput,
): Promise<{ order: OrderView; group: GroupOrder[]; secret: string }> {
  const order = await selectOrder(ctx.db, { code: link.code })
  if (!order || !isSecret(order.linkSecret, link.secret)) throw new NotFound('No such order', { code: link.code })
  const sisters = await selectOrdersOfGroup(ctx.db, order.groupId)
  const group = sisters.map((one) => {
    const { code, totalVnd, producerName } = one
    return { code, totalVnd, producerName, ...stateOf(orderAt(one, ctx.now)) }
  })
  const view = await viewOrder(ctx.db, order, { ...ctx, ties: { link: true }, as: 'buyer' })
  return { order: view, group, secret: order.linkSecret }
}

export async function findSellerOrder(ctx: Reader, orderId: OrderId): Promise<OrderView> {
  const order = await selectOrder(ctx.db, { id: orderId })
  if (!order || !mayReadOrder(ctx.actor, order)) throw new NotFound('No such order', { orderId })
  return viewOrder(ctx.db, order, { ...ctx, ties: tiesOfGoods(order), as: 'seller' })
}
