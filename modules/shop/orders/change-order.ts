import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam, dong } from '@dacsan/vietnam'
import type { Ctx, Tx } from '../../context.ts'
import { selectDelivery } from '../delivery/delivery.store.ts'
import { readDestination } from '../delivery/destination.ts'
import type { ChangeOrderInput, CutGoodsInput, OrderLinkInput } from '../inputs.ts'
import { decideChange, decideCut, orderActs } from '../rules.ts'
import type { ChangeRefusal, ChangedField, CutRefusal, EditedField, LineToCut, Receiver } from '../rules.ts'
import type { OrderLineId } from '../rules/ids.ts'
import { buyerName } from '../words/orders.ts'
import { insertReduction } from './delivered-order.store.ts'
import { recalledLotsOf } from './hand-over.ts'
import { saveOrderInvoice, selectInvoice } from './invoice.store.ts'
import { lockForBuyer } from './lock-order.ts'
import { cutLines, insertChange, selectLinesToCut, selectVoucherBound } from './order-change.store.ts'
import { selectParcelOf } from './merge.store.ts'
import { updateOrder } from './order.store.ts'
import type { KnownOrder } from './order.store.ts'
import { recordOrder } from './record-order.ts'

/**
 * The buyer changes to whom and where the goods go, what is said with them, or to whom the invoice is written: until they are packed, and as long as it costs
 * nothing else. The purchase stays as it was made; what holds since stands beside it.
 */
export async function changeOrder(
  ctx: Ctx,
  link: OrderLinkInput,
  input: ChangeOrderInput,
): Promise<Outcome<{ fields: EditedField[] }, ChangeRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<{ fields: EditedField[] }, ChangeRefusal>> => {
    const order = await lockForBuyer(tx, ctx, 'change', link)
    if ((await selectParcelOf(tx, order.id)).length > 1 && isElsewhere(order.receiver, input)) return refuse('merge-first')
    const { invoice, deliverTo = '', ...receiver } = input
    const [seller] = await selectDelivery(tx, [order.producerId])
    const { destination } = readDestination({ address: receiver.address, deliverTo }, dateInVietnam(ctx.now))
    const promised = {
      receiver: order.receiver,
      delivery: order.delivery,
      table: seller?.table ?? null,
      sellerCommune: seller?.sellerCommune ?? null,
      goodsVnd: dong(order.totalVnd - order.deliveryVnd + order.discountVnd),
    }
    const decision = decideChange(order, { receiver, destination, chosen: deliverTo !== '' }, promised)
    if (!decision.ok) return decision
    const { zone, commune } = decision.event
    const fields: ChangedField[] = [...decision.event.fields, ...((await changesInvoice(tx, order, invoice)) ? (['invoice'] as const) : [])]
    if (fields.length === 0) return done({ fields })
    if (invoice && fields.includes('invoice')) await saveOrderInvoice(tx, order.id, invoice)
    const stays = zone === null ? { zone: order.deliveredTo.zone, commune: order.deliveredTo.commune } : { zone, commune }
    await insertChange(tx, order.id, { ...receiver, ...stays, fields, byName: buyerName, at: ctx.now })
    const { id: orderId, code, producerId } = order
    await recordOrder(tx, ctx, orderActs.change, { orderId, code, producerId, fields }, { moves: [], byBuyer: true })
    return done({ fields })
  })
}

/** Orders of one parcel go to one receiver: whoever wants another takes them apart first. */
const isElsewhere = (known: Receiver, wanted: Receiver) => (['name', 'phone', 'address'] as const).some((key) => known[key] !== wanted[key])

async function changesInvoice(tx: Tx, order: KnownOrder, wanted: ChangeOrderInput['invoice']): Promise<boolean> {
  if (!wanted) return false
  const known = await selectInvoice(tx, order)
  return !known || (['name', 'taxCode', 'address', 'email'] as const).some((key) => known[key] !== wanted[key])
}

/** So many boxes are so many of each line of them. */
const leftOfBoxes = (lines: readonly LineToCut[], boxes: CutGoodsInput['boxes']): Record<OrderLineId, number> =>
  Object.fromEntries(
    lines.flatMap(({ id, listingId, quantity, box }) => {
      const wanted = box === null ? undefined : boxes[listingId]
      return box === null || wanted === undefined ? [] : [[id, (quantity / box.quantity) * wanted]]
    }),
  )

/** The buyer wants fewer goods than were ordered: what is held of them goes back to the shelf, and the order is owed that much less. */
export async function cutGoods(
  ctx: Ctx,
  link: OrderLinkInput,
  { left: named, boxes = {} }: Pick<CutGoodsInput, 'left'> & Partial<CutGoodsInput>,
): Promise<Outcome<{ amountVnd: number }, CutRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<{ amountVnd: number }, CutRefusal>> => {
    const order = await lockForBuyer(tx, ctx, 'cut-goods', link)
    const recalledLots = await recalledLotsOf(tx, order.id)
    const [lines, voucher, [seller]] = await Promise.all([
      selectLinesToCut(tx, order.id),
      order.discountVnd > 0 ? selectVoucherBound(tx, order.id) : null,
      selectDelivery(tx, [order.producerId]),
    ])
    const left = { ...named, ...leftOfBoxes(lines, boxes) }
    const { delivery } = order
    const rates =
      delivery.way === 'delivered' && delivery.feeVnd === 0 ? seller?.table?.zones.find(({ zone }) => zone === delivery.zone) : undefined
    const decision = decideCut(order, { left, lines }, { recalledLots, voucher, freeFromVnd: rates?.freeFromVnd ?? null })
    if (!decision.ok) return decision
    const { cuts, amountVnd, payment } = decision.event
    if (cuts.length === 0) return done({ amountVnd })
    await cutLines(tx, cuts, { byName: buyerName, at: ctx.now })
    if (amountVnd > 0) await insertReduction(tx, { orderId: order.id, amountVnd, at: ctx.now, reason: 'cut' })
    await updateOrder(tx, { id: order.id, fulfilment: order.fulfilment, payment, at: ctx.now })
    const { id: orderId, code, producerId } = order
    await recordOrder(tx, ctx, orderActs['cut-goods'], { orderId, code, producerId, amountVnd }, { moves: [], byBuyer: true })
    return done({ amountVnd })
  })
}
