import { accept, refuse, refuseStatus } from '@dacsan/decisions'
import type { Decision, Refused } from '@dacsan/decisions'
import { dong } from '@dacsan/vietnam'
import type { Dong } from '@dacsan/vietnam'
import { orderActs } from '../acts.ts'
import { deliveryFee, zoneOf } from './delivery.ts'
import type { Delivery, DeliveryTable, DeliveryZone, Destination } from './delivery.ts'
import { boxesLeft, byBox } from './box.ts'
import type { OrderedBox } from './box.ts'
import type { ListingId, OrderLineId } from './ids.ts'
import { paymentStatusOf } from './order.ts'
import type { Order, PaymentStatus } from './order.ts'
import { refuseQuantity, unitPriceFor } from './price.ts'
import type { Pricing } from './price.ts'
import type { ChangeRefusal, CutRefusal } from './refusals.ts'

/** What a buyer may change of an order without changing what it costs. */
export const changeableFields = ['name', 'phone', 'address', 'note', 'wish', 'invoice'] as const
export type ChangedField = (typeof changeableFields)[number]
/** What a seller is told was changed. */
export type EditedField = ChangedField | 'goods' | 'merged' | 'unmerged'

/** To whom and where the goods of an order go, and what is said with them. */
export type Receiver = { name: string; phone: string; address: string; note: string; wish: string }

const refusePacked = ({ packedAt }: Pick<Order, 'packedAt'>): Refused<{ code: 'order-packed' }> | null =>
  packedAt ? refuse('order-packed') : null

export const refuseChange = (order: Order): Refused<Extract<ChangeRefusal, { code: 'order-closed' | 'order-packed' }>> | null =>
  refuseStatus(orderActs.change, order.fulfilment) ?? refusePacked(order)

export function refuseCut(
  order: Order,
  recalledLots: readonly string[],
): Refused<Extract<CutRefusal, { code: 'order-closed' | 'order-packed' | 'lot-recalled' }>> | null {
  const refused = refuseStatus(orderActs['cut-goods'], order.fulfilment) ?? refusePacked(order)
  if (refused) return refused
  // What lies on the scale has a sum already.
  if (order.weight?.weighedAt) return refuse('order-packed')
  return recalledLots.length > 0 ? refuse('lot-recalled', { lots: [...recalledLots] }) : null
}

type Wanted = {
  receiver: Receiver
  /** Null where the new address does not tell. */
  destination: Destination | null
  /** Whether the buyer chose the commune, or out of the province. */
  chosen: boolean
}
type Promised = {
  receiver: Receiver
  delivery: Delivery
  table: DeliveryTable | null
  sellerCommune: string | null
  goodsVnd: Dong
}
type Changed = { fields: ChangedField[]; zone: DeliveryZone | null; commune: string | null }

/**
 * What is changed of an order: all of it but what it costs. The fee was promised for a zone; where bringing goods to the new address would cost another sum,
 * that is a new order. The same form again changes nothing.
 */
export function decideChange(order: Order, wanted: Wanted, promised: Promised): Decision<Changed, ChangeRefusal> {
  const refused = refuseChange(order)
  if (refused) return refused
  const { delivery } = promised
  const fields = (['name', 'phone', 'address', 'note', 'wish'] as const).filter((key) => wanted.receiver[key] !== promised.receiver[key])
  if (delivery.way !== 'delivered' || !(fields.includes('address') || wanted.chosen)) return accept({ fields, zone: null, commune: null })
  const { destination } = wanted
  if (destination === null) return refuse('address-unclear')
  const zone = zoneOf(promised.sellerCommune, destination)
  const commune = destination === 'elsewhere' ? null : destination.name
  if (zone !== delivery.zone) {
    const nowVnd = feeTo(zone, promised, delivery.grams)
    // Who is paid at a door looks at the zone, not at the fee alone.
    if (nowVnd !== delivery.feeVnd || order.way === 'cod') return refuse('fee-differs', { promisedVnd: delivery.feeVnd, nowVnd })
  }
  return accept({ fields, zone, commune })
}

function feeTo(zone: DeliveryZone, { table, goodsVnd }: Promised, grams: number): Dong | null {
  if (table === null) return null
  const fee = deliveryFee(table, { zone, goodsVnd, lines: [{ quantity: 1, weightGrams: grams, netContent: null, needsCold: false }] })
  return fee.ok ? fee.event.feeVnd : null
}

/** The delivery of an order as it holds after its address was changed: the fee stays what was promised. */
export const deliveryTo = (delivery: Delivery, { zone, commune }: { zone: DeliveryZone | null; commune: string | null }): Delivery =>
  delivery.way === 'delivered' && zone !== null ? { ...delivery, zone, commune } : delivery

export type LineToCut = {
  id: OrderLineId
  name: string
  /** As it was ordered, and what was taken out of it before. */
  quantity: number
  cut: number
  lineTotalVnd: Dong
  discountVnd: Dong
  /** At which steps and in which numbers it is sold; of a box, the box. */
  pricing: Pricing
  listingId: ListingId
  /** The box that it lies in: it is taken out with the box, or not at all. */
  box: OrderedBox | null
}

export type CutLine = { id: OrderLineId; quantity: number; amountVnd: Dong }
type Bounds = {
  recalledLots: readonly string[]
  /** From which worth of goods on the voucher counts that was used. */
  voucher: { code: string; fromVnd: Dong } | null
  /** From which worth of goods on nothing was asked for bringing them; null: something was, or it is never free. */
  freeFromVnd: Dong | null
}

/** What was paid for so many of a line, as its voucher left it: rounded down, so that all of it together is all that was paid. */
const worthOf = ({ lineTotalVnd, discountVnd, quantity }: LineToCut, some: number): number =>
  Number((BigInt(lineTotalVnd - discountVnd) * BigInt(some)) / BigInt(quantity))

/**
 * Fewer goods: `left` says how many of each line are wanted still; a line that is not named stays. What made the rest cheaper must hold for the rest too: a
 * step of the price, a voucher, free delivery. Where it does not, that is a new order.
 */
export function decideCut(
  order: Order,
  { left, lines }: { left: Readonly<Record<OrderLineId, number>>; lines: readonly LineToCut[] },
  { recalledLots, voucher, freeFromVnd }: Bounds,
): Decision<{ cuts: CutLine[]; amountVnd: Dong; payment: PaymentStatus }, CutRefusal> {
  const refused = refuseCut(order, recalledLots)
  if (refused) return refused
  const after = lines.map((line) => ({ line, before: line.quantity - line.cut, now: left[line.id] ?? line.quantity - line.cut }))
  if (after.some(({ before, now }) => now > before || now < 0)) return refuse('cut-is-more')
  if (after.every(({ now }) => now === 0)) return refuse('cut-everything')
  const changed = after.filter(({ before, now }) => now < before)
  for (const { box, lines: own } of byBox(changed.map(({ line, now }) => ({ ...line, left: now })))) {
    if (box && own.length < lines.filter((line) => line.box && line.listingId === own[0]!.listingId).length)
      return refuse('cut-box', { name: box.name })
    const sold = box === null ? own : [{ ...own[0]!, name: box.name, quantity: box.quantity, left: boxesLeft({ ...own[0]!, box }) }]
    if (box && own.some((line) => boxesLeft({ ...line, box }) !== sold[0]!.left)) return refuse('cut-box', { name: box.name })
    if (sold.some(({ left }) => !Number.isInteger(left))) return refuse('cut-box', { name: box!.name })
    for (const { name, pricing, quantity, left: now } of sold.filter((one) => one.left > 0)) {
      const { leastQuantity: least, multiple } = pricing
      if (refuseQuantity({ ...pricing, maxPerOrder: null }, now)) return refuse('cut-number', { name, least, multiple })
      const step = pricing.steps.findLast(({ from }) => quantity >= from)
      if (step && unitPriceFor(pricing, now) !== step.priceVnd) return refuse('cut-price', { name, from: step.from })
    }
  }
  const goodsVnd = after.reduce((sum, { line, now }) => sum + (line.lineTotalVnd / line.quantity) * now, 0)
  if (changed.length > 0 && voucher && goodsVnd < voucher.fromVnd)
    return refuse('cut-voucher', { voucher: voucher.code, fromVnd: voucher.fromVnd })
  if (changed.length > 0 && freeFromVnd !== null && goodsVnd < freeFromVnd) return refuse('cut-free-delivery', { fromVnd: freeFromVnd })
  const cuts = changed.map(({ line, before, now }) => ({
    id: line.id,
    quantity: before - now,
    amountVnd: dong(worthOf(line, line.quantity - now) - worthOf(line, line.cut)),
  }))
  const amountVnd = dong(cuts.reduce((sum, cut) => sum + cut.amountVnd, 0))
  const payment = paymentStatusOf({ ...order, returnedVnd: dong((order.returnedVnd ?? 0) + amountVnd) }, order.payment)
  return accept({ cuts, amountVnd, payment })
}
