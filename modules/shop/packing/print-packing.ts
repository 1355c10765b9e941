import { NotFound } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import type { AddressLabel, AddressLabelSheet, PaperList } from '@dacsan/papers'
import { inTransaction } from '@dacsan/platform/context'
import { formatDong } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { drawAnew } from '../../papers/index.ts'
import type { DrawingRefusal } from '../../papers/rules.ts'
import { selectMerges } from '../orders/merge.store.ts'
import { markPrinted } from '../orders/order-change.store.ts'
import { ownProducer } from '../policy.ts'
import { byBox, contentsOf, isUnweighed, nameOfPack, picksOf } from '../rules.ts'
import type { LineToPack, OrderedBox } from '../rules.ts'
import type { OrderId } from '../rules/ids.ts'
import { sayDelivery } from '../words/delivery.ts'
import { sayEdited } from '../words/edits.ts'
import { packingPapers as words, sayDay, sayMoment } from '../words/packing.ts'
import { weighingWords } from '../words/weighing.ts'
import { asPacking } from './find-packing.ts'
import type { PackingOrder } from './find-packing.ts'
import { selectOrdersToPrint } from './packing.store.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>
type Drawn = Promise<Outcome<Uint8Array, DrawingRefusal>>

/** What is drawn here names people at their doors, so it is kept nowhere. */
export async function printAddressLabels(ctx: Reader, orderIds: readonly OrderId[], paper: AddressLabelSheet['paper']): Drawn {
  const orders = await ordersToPrint(ctx, orderIds)
  const drawn = await drawAnew(ctx, {
    kind: 'address-labels-pdf',
    sheet: { labels: orders.map(addressLabelOf), paper, createdAt: ctx.now },
  })
  const ids = orders.flatMap(({ id, together }) => [id, ...together.map((one) => one.id)])
  if (drawn.ok) await inTransaction(ctx, (tx) => markPrinted(tx, ids, ctx.now))
  return drawn
}

/** What of which lot is fetched from which place, added up over these orders; what is gone is fetched no more. */
export async function printPickingList(ctx: Reader, orderIds: readonly OrderId[]): Drawn {
  const orders = (await ordersToPrint(ctx, orderIds)).filter(({ fulfilment }) => fulfilment === 'held')
  if (orders.length === 0) throw new NotFound('No orders to pick', { orderIds })
  return drawAnew(ctx, { kind: 'lists-pdf', lists: { lists: [pickingList(orders, ctx.now)], createdAt: ctx.now } })
}

/** What lies in each parcel, a page an order. */
export async function printPackingLists(ctx: Reader, orderIds: readonly OrderId[]): Drawn {
  const lists = (await ordersToPrint(ctx, orderIds)).map(packingList)
  return drawAnew(ctx, { kind: 'lists-pdf', lists: { lists, createdAt: ctx.now } })
}

/** Those of these orders that are the reader's own; where none is, there is nothing to print. */
async function ordersToPrint(ctx: Reader, orderIds: readonly OrderId[]): Promise<PackingOrder[]> {
  const { id } = await ownProducer(ctx)
  // Whichever order of a parcel is named, all of the parcel is meant.
  const merges = await selectMerges(ctx.db, orderIds)
  const all = [...new Set([...orderIds, ...merges.flatMap(({ leadId, joinedId }) => [leadId, joinedId])])]
  const orders = await asPacking(ctx, await selectOrdersToPrint(ctx.db, id, all))
  if (orders.length === 0) throw new NotFound('No orders to print', { orderIds })
  return orders
}

/** What was agreed on the telephone is no news to whoever carries the parcel. */
const sayWay = ({ delivery }: PackingOrder): string[] => (delivery === null || delivery.way === 'agreed' ? [] : [sayDelivery(delivery)])

const sayTogether = ({ code, together }: PackingOrder): string[] =>
  together.length > 0 ? [words.together([code, ...together.map((one) => one.code)].join(', '))] : []

/** A label that was printed before names what is no longer so. */
const sayReprint = ({ changedSincePrint }: PackingOrder): string[] =>
  changedSincePrint ? [words.reprint(sayEdited(changedSincePrint))] : []

function addressLabelOf(order: PackingOrder): AddressLabel {
  const { seller, receiver, code, collectVnd } = order
  return {
    sender: { title: words.sender, name: seller.name, phone: seller.phone, address: seller.address ?? '' },
    receiver: { title: words.receiver, name: receiver.name, phone: receiver.phone, address: receiver.address },
    code,
    codeTitle: words.code,
    // Before it is on the scale nobody knows what is collected. What a gift cost, and what was said about it, is for whoever gave it.
    ...(collectVnd > 0 &&
      !receiver.gift && {
        collect: isUnweighed(order) ? weighingWords.collectLater(formatDong(collectVnd)) : words.collect(formatDong(collectVnd)),
      }),
    notes: [
      ...sayTogether(order),
      ...sayReprint(order),
      ...byBox(order.lines).flatMap(({ box, lines }) => (box ? [sayBox(box, lines)] : [])),
      ...sayWay(order),
      ...(receiver.wish ? [words.wish(receiver.wish)] : []),
      ...(receiver.note && !receiver.gift ? [words.note(receiver.note)] : []),
    ],
  }
}

function pickingList(orders: readonly PackingOrder[], now: Date): PaperList {
  const picks = picksOf(orders)
  return {
    issuer: orders[0]!.seller.name,
    title: words.picking,
    facts: [
      { term: words.printedAt, value: sayMoment(now) },
      {
        term: words.orders(orders.length),
        value: orders.flatMap(({ code, together }) => [code, ...together.map((one) => one.code)]).join(', '),
      },
    ],
    columns: [
      { header: words.picked, width: 1, tick: true },
      { header: words.place, width: 3 },
      { header: words.goods, width: 5 },
      { header: words.lot, width: 3 },
      { header: words.expiry, width: 2 },
      { header: words.quantity, width: 2, align: 'right' },
    ],
    rows: [
      ...picks.map((pick) => ({
        cells: [
          '',
          pick.place,
          nameOfPack(pick.productName, pick.netContent),
          pick.number,
          sayDay(pick.expiresOn),
          `${pick.quantity} ${pick.unit}`,
        ],
      })),
      { total: true, cells: ['', words.sum, '', '', '', String(picks.reduce((sum, { quantity }) => sum + quantity, 0))] },
    ],
    notes: [words.firstExpiry],
  }
}

/** What is put into each box before it goes into the parcel. */
const sayBox = (box: OrderedBox, lines: readonly LineToPack[]): string =>
  words.box(
    `${box.quantity} ${box.unit} ${box.name}`,
    contentsOf(box, lines)
      .map(({ each, unit, productName, netContent }) => `${each} ${unit} ${nameOfPack(productName, netContent)}`)
      .join('; '),
  )

function packingList(order: PackingOrder): PaperList {
  const { receiver, seller, lines, code } = order
  return {
    issuer: [seller.name, seller.phone].filter(Boolean).join(' · '),
    title: words.packing(code),
    code,
    facts: [
      { term: words.placedAt, value: sayMoment(order.createdAt) },
      { term: words.receiver, value: `${receiver.name}, ${receiver.phone}` },
      { term: words.address, value: receiver.address },
      ...sayTogether(order).map((value) => ({ term: words.codes, value })),
      ...sayWay(order).map((value) => ({ term: words.way, value })),
      ...(receiver.wish ? [{ term: words.wishTitle, value: receiver.wish }] : []),
      ...(receiver.note && !receiver.gift ? [{ term: words.message, value: receiver.note }] : []),
      ...(receiver.card ? [{ term: words.card, value: receiver.card }] : []),
    ],
    columns: [
      { header: words.packed, width: 1, tick: true },
      { header: words.goods, width: 5 },
      { header: words.lot, width: 3 },
      { header: words.expiry, width: 2 },
      { header: words.quantity, width: 2, align: 'right' },
    ],
    rows: [
      ...byBox(lines).flatMap(({ box, lines: own }) => [
        ...(box ? [{ cells: ['', sayBox(box, own), '', '', `${box.quantity} ${box.unit}`] }] : []),
        ...own.flatMap((line) =>
          line.takes.map((take) => ({
            cells: [
              '',
              nameOfPack(line.productName, line.netContent),
              take.number,
              sayDay(take.expiresOn),
              `${take.quantity} ${line.unit}`,
            ],
          })),
        ),
      ]),
      { total: true, cells: ['', words.sum, '', '', String(lines.reduce((sum, { quantity }) => sum + quantity, 0))] },
    ],
    notes: [words.keep],
  }
}
