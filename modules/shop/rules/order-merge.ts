import { accept, refuse, refuseStatus } from '@dacsan/decisions'
import type { Decision, Refused } from '@dacsan/decisions'
import { dong } from '@dacsan/vietnam'
import type { Dong } from '@dacsan/vietnam'
import type { ProducerId } from '../../catalogue/rules.ts'
import { orderActs } from '../acts.ts'
import { deliveryFee } from './delivery.ts'
import type { Delivery, DeliveryTable } from './delivery.ts'
import type { OrderId } from './ids.ts'
import { leftToPayVnd } from './order.ts'
import type { Order } from './order.ts'
import type { Receiver } from './order-changes.ts'
import type { MergeRefusal, UnmergeRefusal } from './refusals.ts'

/** An order that may go in one parcel with another. */
export type OrderToMerge = Order & {
  id: OrderId
  producerId: ProducerId
  buyerPhone: string
  receiver: Receiver
  delivery: Delivery
  deliveryVnd: Dong
  goodsVnd: Dong
}

type Refusable = Extract<MergeRefusal, { code: 'order-closed' | 'order-packed' | 'merge-ahead' }>

/** What keeps an order by itself out of any common parcel. */
export function refuseMerge(order: Order): Refused<Refusable> | null {
  const closed = refuseStatus(orderActs.merge, order.fulfilment)
  if (closed) return closed
  if (order.ahead) return refuse('merge-ahead')
  return order.packedAt ? refuse('order-packed') : null
}

/** As far as somebody at a door tells them apart: not by capitals, spaces or commas. */
const asSpoken = (text: string) =>
  text
    .toLocaleLowerCase('vi')
    .replaceAll(/[\s,.;]+/gu, ' ')
    .trim()
const isSameReceiver = (a: Receiver, b: Receiver) =>
  (['name', 'phone', 'address'] as const).every((key) => asSpoken(a[key]) === asSpoken(b[key]))

function isSameWay(a: Delivery, b: Delivery): boolean {
  if (a.way === 'pickup' && b.way === 'pickup') return a.placeId === b.placeId
  if (a.way === 'delivered' && b.way === 'delivered') return a.zone === b.zone
  return a.way === b.way
}

/**
 * Whether two orders go in one parcel, and by how much less the later one is owed then: one parcel of both costs what the seller's table says for their weight
 * and worth together, and never more than both fees did. The earlier one keeps its fee.
 */
export function decideMerge(
  [lead, joined]: readonly [OrderToMerge, OrderToMerge],
  {
    table,
    isLeadJoined,
    isJoinedTaken,
    isFull,
    grams,
  }: { table: DeliveryTable | null; isLeadJoined: boolean; isJoinedTaken: boolean; isFull: boolean; grams: number },
): Decision<{ waivedVnd: Dong }, MergeRefusal> {
  const refused = refuseMerge(lead) ?? refuseMerge(joined)
  if (refused) return refused
  if (lead.producerId !== joined.producerId) return refuse('merge-other-seller')
  if (isLeadJoined || isJoinedTaken || isFull) return refuse('merge-taken')
  if (!isSameReceiver(lead.receiver, joined.receiver) || !isSameWay(lead.delivery, joined.delivery)) return refuse('merge-other-receiver')
  if (lead.delivery.way !== 'delivered' || joined.delivery.way !== 'delivered' || table === null) return accept({ waivedVnd: dong(0) })
  const goodsVnd = dong(lead.goodsVnd + joined.goodsVnd)
  const weighed = { quantity: 1, weightGrams: grams + joined.delivery.grams, netContent: null, needsCold: false }
  const fee = deliveryFee(table, { zone: lead.delivery.zone, goodsVnd, lines: [weighed] })
  if (!fee.ok) return fee.refusal.code === 'too-heavy' ? refuse('merge-too-heavy') : accept({ waivedVnd: dong(0) })
  const both = lead.deliveryVnd + joined.deliveryVnd
  return accept({ waivedVnd: dong(Math.min(joined.deliveryVnd, Math.max(0, both - fee.event.feeVnd))) })
}

/** Apart again, until the parcel is packed. */
export function refuseUnmerge(order: Order): Refused<Extract<UnmergeRefusal, { code: 'order-closed' | 'order-packed' }>> | null {
  const closed = refuseStatus(orderActs.unmerge, order.fulfilment)
  if (closed) return closed
  return order.packedAt ? refuse('order-packed') : null
}

/** More in one parcel is nobody's. */
export const mostInParcel = 20

/** A sum that came for a parcel, shared out to its orders: each what it still takes, the rest to the first. */
export function shareOfParcel(amountVnd: number, orders: readonly (Order & { id: OrderId })[]): { orderId: OrderId; amountVnd: number }[] {
  let rest = amountVnd
  const parts = orders.map((order) => {
    const part = Math.min(rest, leftToPayVnd(order))
    rest -= part
    return { orderId: order.id, amountVnd: part }
  })
  const [first, ...others] = parts
  return first ? [{ ...first, amountVnd: first.amountVnd + rest }, ...others].filter((part) => part.amountVnd > 0) : []
}
