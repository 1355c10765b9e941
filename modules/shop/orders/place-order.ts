import { createHash, randomBytes } from 'node:crypto'
import { accept, done, refuse } from '@dacsan/decisions'
import type { Decision, Outcome } from '@dacsan/decisions'
import { inTransaction, sendWaiting } from '@dacsan/platform/context'
import { networkOf } from '@dacsan/platform/network-of'
import { consume } from '@dacsan/platform/rate-limit'
import { addDays, dateInVietnam, dong } from '@dacsan/vietnam'
import { certificateDay, termTopics } from '../../catalogue/index.ts'
import type { Ctx, Tx } from '../../context.ts'
import type { MessageLanguage } from '../../message-kinds.ts'
import { record, requireAct } from '../../identity/index.ts'
import { actorId, actorName } from '../../identity/rules.ts'
import { holidays, rulesOn } from '../../law/index.ts'
import { policiesInForce } from '../../disclosure/index.ts'
import { giveConsent } from '../../privacy/index.ts'
import type { Rule } from '../../law/index.ts'
import { lockBook, selectBookShelves } from '../ahead/book.store.ts'
import { creditsOf, lockOpenOf, selectAgreementsOfBuyer, selectAgreementsOfCart } from '../agreements/agreement.store.ts'
import { overdueBuyers } from '../bills/overdue.ts'
import { deleteCartLines } from '../cart/cart.store.ts'
import { receiverOf, sentTo } from './receiver.store.ts'
import type { PlaceOrderInput } from '../inputs.ts'
import { limits } from '../limits.ts'
import { selectDelivery } from '../delivery/delivery.store.ts'
import { readDestination } from '../delivery/destination.ts'
import { selectOffers } from '../listings/listing.store.ts'
import { setRulesIn, setTopics } from '../topics.ts'
import { agreedOffers, decidePlacement, limitUnpaid, mergeLines, orderActs, packsIn } from '../rules.ts'
import type { PaymentWay, PlacementRefusal, PlannedOrders, RequestKeyRefusal, ShelfForOne, UsedVoucher } from '../rules.ts'
import type { AgreedBuyerId, CartId, OrderGroupId, OrderId } from '../rules/ids.ts'
import { lockFree } from '../../inventory/index.ts'
import { selectShelves, selectStockedLots } from '../holds/hold.store.ts'
import { expireHolds } from './expire-holds.ts'
import { freeCodes } from './order-codes.ts'
import { insertInvoice } from './invoice.store.ts'
import { countOpenOfPhone, insertPlacement, lockPlacement, selectGroupByKey } from './placement.store.ts'
import type { NewOrder } from './placement.store.ts'
import { requestHashOf } from './request-hash.ts'
import type { OrderSnapshot } from './snapshot.ts'
import { insertUses, selectWantedVouchers } from './use-voucher.store.ts'
import { lockSnapshot } from './snapshot.store.ts'
import { sellerSnapshots } from './seller-snapshots.ts'
import { buyerName as theBuyer } from '../words/orders.ts'

/** Where the buyer follows the orders: any of the codes, with the one secret of the group. */
export type PlacedOrders = { groupId: OrderGroupId; secret: string; orders: { id: OrderId; code: string }[] }

/**
 * Turns a cart into one order per seller, all of them or none: goods held, prices kept, money expected, everything recorded.
 * `address` is where it was sent from: one network holds a share of each shelf without paying, and blocks no stranger's telephone number. The same form sent again, even at the same moment,
 * answers with the same orders; the same key with other contents is refused.
 */
export async function placeOrder(
  ctx: Ctx,
  input: PlaceOrderInput,
  { cartId, buyerId, address, toldVersion = null, language = 'vi' }: Partial<Sent> = {},
): Promise<Outcome<PlacedOrders, PlacementRefusal | RequestKeyRefusal>> {
  requireAct(ctx.actor, orderActs.place)
  const placed = await placeOnce(ctx, input, { cartId, buyerId, address, toldVersion, language })
  if (placed.ok || placed.refusal.code !== 'sold-out') return placed
  // The clock's job gives holds that ran out back to the shelf; in the minute before it comes, whoever finds the shelf empty looks for one.
  const listingIds = placed.refusal.items.map(({ listingId }) => listingId)
  const found = await expireHolds(ctx, { most: mostLookedFor, listingIds })
  return found > 0 ? placeOnce(ctx, input, { cartId, buyerId, address, toldVersion, language, counted: true }) : placed
}

const mostLookedFor = 10

type Sent = {
  cartId?: CartId | null | undefined
  /** Whoever telephoned buys by agreement with the seller who types. */
  buyerId?: AgreedBuyerId | undefined
  address?: string | undefined
  toldVersion: number | null
  /** In which the buyer reads; later messages are in the same. */
  language: MessageLanguage
  counted?: boolean
}

async function placeOnce(
  ctx: Ctx,
  input: PlaceOrderInput,
  { cartId, buyerId, address, toldVersion, language, counted = false }: Sent,
): Promise<Outcome<PlacedOrders, PlacementRefusal | RequestKeyRefusal>> {
  const requestHash = requestHashOf(input)
  const placedFrom = address === undefined ? null : digestOf(networkOf(address))
  // Outside of the transaction, where the law and the policies are in memory.
  const today = dateInVietnam(ctx.now)
  const [law, policies] = await Promise.all([rulesOn(ctx.db, [...topicsOfPlacing], today), policiesInForce(ctx.db, today)])
  return inTransaction(ctx, async (tx) => {
    const { known, agreements, ...found } = await lookAt(tx, ctx, { ...input, placedFrom, cartId, buyerId }, law)
    if (known) {
      if (known.requestHash !== requestHash) return refuse('request-key-reused')
      return done({ groupId: known.id, secret: known.linkSecret, orders: known.orders })
    }
    // A form that is sent again is no new order.
    const minutes = address === undefined || counted ? 0 : await consume(tx, ctx.now, { limit: limits.orderPlaced, address })
    if (minutes > 0) return refuse('too-many-attempts', { minutes })
    const decision = await planOrders(tx, ctx, { ...input, ...found, agreements, placedFrom }, law)
    if (!decision.ok) return decision

    const { planned, snapshots, codes } = decision.event
    const secret = randomBytes(24).toString('base64url')
    const groupId = ctx.newId('grp')
    const { receivers } = input
    const orders = await newOrders(tx, ctx, { groupId, planned, snapshots, codes, law, agreements, receivers })
    const { requestKey, buyerName, buyerPhone, buyerAddress, note } = input
    // What a seller typed is the purchase of whoever telephoned, not of the account at the keyboard.
    const byBuyer = toldVersion === null
    const userId = byBuyer ? actorId(ctx.actor) : null
    const buyer = { buyerName, buyerPhone, buyerAddress, note, userId, placedFrom, policies, toldVersion, language }
    const group = { id: groupId, requestKey, requestHash, ...buyer, linkSecret: secret, at: ctx.now }
    // All of it goes with the commit, in this order: what refers to the purchase behind it.
    await insertPlacement(tx, group, orders, { byId: actorId(ctx.actor), byName: byBuyer ? theBuyer : actorName(ctx.actor) })
    const uses = orders.flatMap(({ id, voucher }) => (voucher ? [{ orderId: id, voucher }] : []))
    await insertUses(tx, uses, ctx.now)
    if (cartId) await deleteCartLines(tx, cartId, [...new Set(input.lines.map(({ listingId }) => listingId))])
    await recordPlacement(tx, ctx, orders)
    if (input.invoice) await insertInvoice(tx, groupId, input.invoice)
    // Where the text has changed since the page was opened nobody agreed to it: the order stands without.
    if (input.newsVersion !== undefined) {
      await sendWaiting(tx)
      await giveConsent(tx, ctx, {
        asker: { kind: 'purchase', groupId, link: true },
        purpose: 'news-from-seller',
        version: input.newsVersion,
        language,
        channel: 'checkout',
      })
    }
    return done({ groupId, secret, orders: orders.map(({ id, code }) => ({ id, code })).toSorted(byCode) })
  })
}

const topicsOfPlacing = [
  ...termTopics,
  'shop.ordering-enabled',
  'order.hold-minutes',
  'order.cod-confirm-hours',
  'ahead.wait-days',
  'order.most-open-per-phone',
  'order.unpaid-share-percent',
  'order.unpaid-least',
  'order.unpaid-ceiling-percent',
  'seller.verification-required',
  'seller.paperless-until',
  ...setTopics,
] as const
type LawOfPlacing = { [T in (typeof topicsOfPlacing)[number]]: Rule<T> }

const digestOf = (network: string) => createHash('sha256').update(`order ${network}`).digest('base64url')

/** The order in which the database gives them to whoever sends the form again. */
const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1)

/** What stands before anything of the shelf is locked: whether this form came before, what is offered, where it lies. */
async function lookAt(
  tx: Tx,
  { now }: Pick<Ctx, 'now'>,
  { requestKey, buyerPhone, placedFrom, cartId, buyerId, ...input }: Asked & Pick<Sent, 'cartId' | 'buyerId'>,
  law: LawOfPlacing,
) {
  const facts = {
    day: certificateDay(dateInVietnam(now), law),
    now,
    paperlessUntil: law['seller.paperless-until'].value,
    verificationRequired: law['seller.verification-required'].value,
    setRules: setRulesIn(law),
  }
  const listingIds = [...new Set(input.lines.map(({ listingId }) => listingId))]
  const [, known, open, shelf, lotIds, agreements] = await Promise.all([
    lockPlacement(tx, { requestKey, phone: buyerPhone }),
    selectGroupByKey(tx, requestKey),
    countOpenOfPhone(tx, { phone: buyerPhone, placedFrom, now }),
    selectOffers(tx, { listingIds }, facts),
    selectStockedLots(tx, { listingIds }),
    buyerId ? selectAgreementsOfBuyer(tx, buyerId, facts.day.today) : selectAgreementsOfCart(tx, cartId, facts.day.today),
  ])
  return { known, open, offers: agreedOffers(shelf, agreements), lotIds, agreements }
}

type Asked = PlaceOrderInput & { placedFrom: string | null }
type Found = Awaited<ReturnType<typeof lookAt>>
type Plan = { planned: PlannedOrders['orders']; snapshots: Awaited<ReturnType<typeof sellerSnapshots>>; codes: string[] }

/** Locks what may be promised, and decides. */
async function planOrders(
  tx: Tx,
  { now }: Pick<Ctx, 'now'>,
  { placedFrom, open, offers, lotIds, agreements, ...input }: Asked & Omit<Found, 'known'>,
  law: LawOfPlacing,
): Promise<Decision<Plan, PlacementRefusal>> {
  const mostOpen = law['order.most-open-per-phone'].value
  if (open >= mostOpen) return refuse('too-many-open', { most: mostOpen })
  const producerIds = [...new Set(offers.map(({ producerId }) => producerId))]
  const [lots, book, shelves, snapshots, codes, sellers, vouchers] = await Promise.all([
    lockFree(tx, lotIds),
    lockBook(tx, offers.flatMap(({ ahead }) => (ahead ? [ahead.id] : [])).toSorted()),
    placedFrom === null ? null : shelvesOf(tx, offers, placedFrom),
    sellerSnapshots(tx, producerIds),
    // One for each order: goods of several days are several, and so are those of several receivers.
    freeCodes(tx, (producerIds.length + offers.filter(({ ahead }) => ahead !== null).length) * (input.receivers?.length ?? 1)),
    selectDelivery(tx, producerIds),
    // After the lots, as whoever gives an order up locks them.
    input.vouchers ? selectWantedVouchers(tx, input.vouchers, { phone: input.buyerPhone, lock: true }) : {},
  ])
  // After the lots as well. Whoever only lowers what is owed holds nobody.
  const chosen = input.receivers?.map(({ ways }) => ways) ?? [input.ways]
  const onAccount = agreements.filter(({ producerId }) => chosen.some((ways) => ways?.[producerId] === 'account'))
  const owed = await lockOpenOf(
    tx,
    onAccount.map(({ buyerId }) => buyerId),
  )
  const orderingEnabled = law['shop.ordering-enabled'].value
  const today = dateInVietnam(now)
  // Where nobody's fee depends on it, nobody reads the address.
  const asksWhere = sellers.some(({ table }) => table !== null)
  const whereIs = (where: { address: string; deliverTo?: string | undefined }) =>
    asksWhere ? readDestination({ address: where.address, deliverTo: where.deliverTo ?? '' }, today).destination : null
  const destination = input.receivers ? null : whereIs({ address: input.buyerAddress, deliverTo: input.deliverTo })
  const delivery = { sellers, destination, wishes: input.wishes ?? {} }
  const ways = input.ways ?? {}
  const decided = decidePlacement(mergeLines(input.lines), {
    today,
    orderingEnabled,
    offers: offers.map(({ ahead, ...offer }) => ({ ...offer, ahead: ahead && { ...ahead, ended: book.ended.includes(ahead.id) } })),
    lots,
    book: { slots: book.slots, holidays: holidays() },
    delivery,
    receivers: input.receivers?.map((one) => sentTo(one, whereIs(one))),
    ways,
    vouchers,
    credits: creditsOf(onAccount, owed, await overdueBuyers(tx, onAccount, today)),
    confirmedAge: input.confirmedAge ?? 0,
    seenVnd: input.seenVnd,
  })
  if (!decided.ok) return decided
  const share = {
    percent: law['order.unpaid-share-percent'].value,
    least: law['order.unpaid-least'].value,
    ceiling: law['order.unpaid-ceiling-percent'].value,
  }
  const limited = shelves === null ? decided : limitUnpaid(decided.event, { shelves, share })
  return limited.ok ? accept({ planned: limited.event.orders, snapshots, codes }) : limited
}

/** What lies on the shelf of a pack, or may be promised of it. */
async function shelvesOf(tx: Tx, offers: Found['offers'], placedFrom: string): Promise<ShelfForOne[]> {
  const stocked = offers.filter(({ ahead }) => ahead === null).flatMap(packsIn)
  const [shelves, books] = await Promise.all([
    stocked.length > 0 ? selectShelves(tx, stocked, { placedFrom }) : [],
    selectBookShelves(tx, offers, { placedFrom }),
  ])
  return [...shelves, ...books]
}

async function newOrders(
  tx: Tx,
  ctx: Ctx,
  {
    groupId,
    planned,
    snapshots,
    codes,
    law,
    agreements,
    receivers,
  }: Plan & Pick<Found, 'agreements'> & { groupId: OrderGroupId; law: LawOfPlacing; receivers: PlaceOrderInput['receivers'] },
): Promise<PlacedOrder[]> {
  const [hold, confirm] = [law['order.hold-minutes'], law['order.cod-confirm-hours']]
  const holds = {
    transfer: { minutes: hold.value, instrument: hold.instrument },
    cod: { minutes: confirm.value * 60, instrument: confirm.instrument },
    // Held until it is handed over: nothing runs out.
    account: { minutes: 0, instrument: '' },
  } satisfies Record<PaymentWay, OrderSnapshot['hold']>
  // Locked before anything is saved: what is saved together is asked for in its order.
  return Promise.all(
    planned.map(async ({ producerId, totalVnd, delivery, way, voucher, ahead, to, lines }, index) => {
      const id = ctx.newId('ord')
      return {
        id,
        code: codes[index]!,
        groupId,
        producerId,
        totalVnd,
        deliveryVnd: delivery.feeVnd,
        discountVnd: voucher?.discountVnd ?? dong(0),
        agreedBuyerId: agreements.find((one) => one.producerId === producerId)?.buyerId ?? null,
        voucher,
        way,
        holdUntil: holdUntilOf({ now: ctx.now, minutes: holds[way].minutes, ahead, waitDays: law['ahead.wait-days'].value }),
        ahead,
        receiver: to === null ? null : receiverOf(receivers![to]!, to),
        snapshot: await lockSnapshot(tx, id, {
          seller: snapshots.get(producerId)!,
          hold: holds[way],
          delivery,
          ...(voucher && { voucher: { code: voucher.code, discountVnd: voucher.discountVnd } }),
        }),
        lines: lines.map((line) => ({ ...line, id: ctx.newId('oln') })),
        at: ctx.now,
      }
    }),
  )
}

/** Whoever pays once the goods are there holds the promise without paying: until so long after their day. */
function holdUntilOf({ now, minutes, ahead, waitDays }: { now: Date; minutes: number; ahead: NewOrder['ahead']; waitDays: number }): Date {
  if (ahead?.pays !== 'when-there') return new Date(now.getTime() + minutes * 60_000)
  return new Date(`${addDays(ahead.dueOn, waitDays)}T23:59:59+07:00`)
}

type PlacedOrder = NewOrder & { voucher: UsedVoucher | null }

async function recordPlacement(tx: Tx, ctx: Ctx, orders: readonly NewOrder[]): Promise<void> {
  await Promise.all(
    orders.map(({ id, code, producerId, groupId, totalVnd }) =>
      record(tx, ctx, orderActs.place, { subjectId: id, payload: { orderId: id, code, producerId, groupId, totalVnd } }),
    ),
  )
}
