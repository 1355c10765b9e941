import { NotFound } from '@dacsan/decisions'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { Ctx } from '../../context.ts'
import type { OrderLinkInput } from '../inputs.ts'
import { agrees } from '../../privacy/index.ts'
import { mayReadOrder } from '../policy.ts'
import { tiesOfGoods } from '../rules.ts'
import type { OrderGroupId, OrderId } from '../rules/ids.ts'
import { isSecret } from './lock-order.ts'
import { selectOrder, selectOrdersOfGroup } from './order.store.ts'
import { viewOrder } from './view-order.ts'
import type { OrderView } from './view-order.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

/** One order of a purchase beside its sisters: whom it pays and how, where it stands, and whom to call. */
export type GroupOrder = Pick<
  OrderView,
  'code' | 'payment' | 'fulfilment' | 'way' | 'totalVnd' | 'transfer' | 'holdUntil' | 'facts' | 'may' | 'receiver'
> & {
  producerName: string
  phone: string | null
}

/** The order behind a link, with its sisters of the same cart; a wrong secret finds nothing. */
export async function findOrderByLink(
  ctx: Reader,
  link: OrderLinkInput,
): Promise<{ order: OrderView; group: GroupOrder[]; secret: string }> {
  const order = await selectOrder(ctx.db, { code: link.code })
  if (!order || !isSecret(order.linkSecret, link.secret)) throw new NotFound('No such order', { code: link.code })
  const sisters = await selectOrdersOfGroup(ctx.db, order.groupId)
  const views = await Promise.all(sisters.map((one) => viewOrder(ctx.db, one, { ...ctx, ties: { link: true }, as: 'buyer' })))
  const group = views.map((view, at): GroupOrder => {
    const { code, payment, fulfilment, way, sumVnd: totalVnd, transfer, holdUntil, facts, may, receiver, snapshot } = view
    const { producerName } = sisters[at]!
    return {
      code,
      payment,
      fulfilment,
      way,
      totalVnd,
      transfer,
      holdUntil,
      facts,
      may,
      receiver,
      producerName,
      phone: snapshot.seller.phone,
    }
  })
  return { order: views.find(({ id }) => id === order.id)!, group: group.toSorted(toPayFirst), secret: order.linkSecret }
}

/** Whom a transfer still goes to stands first, then whom cash goes to; sellers of one kind stay in their order. */
const toPayFirst = (a: GroupOrder, b: GroupOrder) => stepOf(a) - stepOf(b)
const stepOf = ({ transfer, facts }: GroupOrder) => (transfer ? 0 : facts.cashLeftVnd > 0 ? 1 : 2)

/** Which purchase is behind a link; a wrong secret finds nothing. */
export async function findPurchase(ctx: Pick<Ctx, 'db'>, link: OrderLinkInput): Promise<{ groupId: OrderGroupId; link: true }> {
  const order = await selectOrder(ctx.db, { code: link.code })
  if (!order || !isSecret(order.linkSecret, link.secret)) throw new NotFound('No such order', { code: link.code })
  return { groupId: order.groupId, link: true }
}

/** As the seller sees it; whether the buyer may be told of new goods is asked at this moment: it may have been withdrawn. */
export async function findSellerOrder(ctx: Reader, orderId: OrderId): Promise<OrderView & { wantsNews: boolean }> {
  const order = await selectOrder(ctx.db, { id: orderId })
  if (!order || !mayReadOrder(ctx.actor, order)) throw new NotFound('No such order', { orderId })
  const view = await viewOrder(ctx.db, order, { ...ctx, ties: tiesOfGoods(order), as: 'seller' })
  return { ...view, wantsNews: await agrees(ctx.db, ctx.now, { kind: 'purchase', groupId: order.groupId }, 'news-from-seller') }
}

/** An order of this seller, for a room above that has asked whether its own act may be done. */
export async function findOrderOf(ctx: Reader, producerId: ProducerId, orderId: OrderId): Promise<OrderView> {
  const order = await selectOrder(ctx.db, { id: orderId })
  if (!order || order.producerId !== producerId) throw new NotFound('No such order', { orderId })
  return viewOrder(ctx.db, order, { ...ctx, ties: tiesOfGoods(order), as: 'seller' })
}
