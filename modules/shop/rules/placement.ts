import { accept, refuse } from '@dacsan/decisions'
import type { Decision, Refused } from '@dacsan/decisions'
import { dong } from '@dacsan/vietnam'
import type { Dong, PlainDate } from '@dacsan/vietnam'
import type { PackId, ProducerId } from '../../catalogue/rules.ts'
import type { LotStock } from '../../inventory/rules.ts'
import { leftAhead, ordersOf, promiseOf } from './ahead.ts'
import type { AheadBook, OrderOfLines, PayTime, Promised } from './ahead.ts'
import { creditLeft, decideAccountWay } from './account-way.ts'
import type { CreditOf } from './account-way.ts'
import { decideCashWay } from './cash-on-delivery.ts'
import { decideDelivery } from './delivery.ts'
import type { Delivery, DeliveryOfSeller, DeliveryWish, Destination, WeighedLine } from './delivery.ts'
import type { ListingId, VoucherId } from './ids.ts'
import { freeFor, pickFor, rulesOf } from './box.ts'
import type { PickedPack } from './box.ts'
import type { PaymentWay } from './order.ts'
import { nameOf } from './offer.ts'
import type { Offer } from './offer.ts'
import { partLines, planLines, soldIn } from './plan-lines.ts'
import type { PlannedGoods, PlannedLine } from './plan-lines.ts'
import { orderableOf, refuseQuantity, unitPriceFor } from './price.ts'
import { forbiddenAt, isCashless, leastAgeOf } from './set-rules.ts'
import { partsFor, refuseDivision } from './receivers.ts'
import type { SentTo } from './receivers.ts'
import type { AccountRefused, CashRefused, NotDelivered, PlacementRefusal, QuantityItem, SoldOutItem, VoucherRefused } from './refusals.ts'
import { decideVoucher } from './voucher.ts'
import type { NoVoucher, ReducedOrder, Voucher } from './voucher.ts'

/** A VietQR carries at most thirteen digits (NAPAS v1.0, field 54). */
const largestTransferVnd = 9_999_999_999_999

export type WantedLine = { listingId: ListingId; quantity: number }

export type PlannedOrder = {
  producerId: ProducerId
  /** By when its goods are promised; null: they are there. */
  ahead: { dueOn: PlainDate; pays: PayTime } | null
  /** The place of its receiver; null where goods go to their buyer. */
  to: number | null
  lines: PlannedLine[]
  delivery: Delivery
  way: PaymentWay
  voucher: UsedVoucher | null
  totalVnd: Dong
}
export type UsedVoucher = { voucherId: VoucherId; code: string; discountVnd: Dong }
export type PlannedOrders = { orders: PlannedOrder[]; totalVnd: Dong }

export type PlacementFacts = {
  today: PlainDate
  orderingEnabled: boolean
  offers: readonly Offer[]
  lots: readonly LotStock[]
  /** What of the goods that do not exist yet is promised already. */
  book: Omit<AheadBook, 'today'>
  /** How each seller brings its goods, where they are to go, and what the buyer chose. */
  delivery: { sellers: readonly DeliveryOfSeller[]; destination: Destination | null; wishes: Readonly<Record<ProducerId, DeliveryWish>> }
  /** To whom the goods go, each with a part of them; absent: all to the buyer. */
  receivers?: readonly SentTo[] | undefined
  /** By seller, how the buyer wants to pay; by transfer where nothing is said. */
  ways: Readonly<Record<ProducerId, PaymentWay>>
  /** By seller, the code that the buyer typed, and what there is of it. */
  vouchers: Readonly<Record<ProducerId, WantedVoucher>>
  /** By seller, what it lets this buyer owe; absent: nothing. */
  credits?: Readonly<Record<ProducerId, CreditOf>>
  /** The age that the buyer confirmed to have; 0 where nobody said. */
  confirmedAge: number
  /** The sum that the buyer saw above the button; null where none was shown. */
  seenVnd: number | null
}

/** `usedBefore`: an order by the same telephone number stands that used it. */
export type WantedVoucher = { code: string; voucher: Voucher | undefined; usedBefore: boolean }

/** A box needs everything that lies in it, and lies on the shelf itself. */
export const isForSale = ({ published, sellerCleared, recognition, box, ahead, byWeight }: Offer): boolean =>
  published &&
  sellerCleared &&
  recognition !== 'none' &&
  (box === null || (box.every(({ problem }) => problem === null) && ahead === null && !byWeight))

/** One line per listing, in the order of first mention: the same jar asked for twice is two jars of one line. */
export function mergeLines(lines: readonly WantedLine[]): WantedLine[] {
  const merged = new Map<ListingId, number>()
  for (const { listingId, quantity } of lines) merged.set(listingId, (merged.get(listingId) ?? 0) + quantity)
  return [...merged].map(([listingId, quantity]) => ({ listingId, quantity }))
}

/** Price times quantity and what bringing it costs, seller by seller, in the order of the cart. */
export function decidePlacement(wanted: readonly WantedLine[], facts: PlacementFacts): Decision<PlannedOrders, PlacementRefusal> {
  if (!facts.orderingEnabled) return refuse('ordering-off')
  const merged = mergeLines(wanted)
  if (merged.length === 0) return refuse('cart-empty')

  const offers = new Map(facts.offers.map((offer) => [offer.listingId, offer]))
  const gone = merged.filter(({ listingId }) => !isOffered(offers.get(listingId)))
  if (gone.length > 0) {
    return refuse('not-for-sale', {
      items: gone.map(({ listingId }) => ({ listingId, name: nameOf(offers.get(listingId)) })),
    })
  }
  const lines = merged.map((line) => ({ ...line, offer: offers.get(line.listingId)! }))

  const receivers = facts.receivers ?? null
  const divided =
    receivers &&
    refuseDivision(
      lines.map(({ offer, ...line }) => ({ ...line, name: nameOf(offer) })),
      receivers,
    )
  if (divided) return divided

  const forbidden = forbiddenAt(
    lines.map(({ offer }) => offer),
    facts.confirmedAge,
  )
  if (forbidden.length > 0) {
    return refuse('age-unconfirmed', {
      leastAge: leastAgeOf(forbidden.flatMap(rulesOf))!,
      items: forbidden.map((offer) => ({ listingId: offer.listingId, name: nameOf(offer) })),
    })
  }

  const numbers = refuseNumbers(lines)
  if (numbers) return numbers

  const soldOut: SoldOutItem[] = []
  const planned: PlannedGoods[] = []
  // One copy of the shelf for all lines: what one takes the next does not find.
  let { lots } = facts
  for (const { offer, quantity } of lines) {
    const found = goodsFor(offer, quantity, { ...facts, lots })
    if (found.picked === null) {
      soldOut.push({ listingId: offer.listingId, name: nameOf(offer), wanted: quantity, available: orderableOf(offer, found.available) })
      continue
    }
    if (unitPriceFor(offer, quantity) * quantity > largestTransferVnd) return refuse('total-too-large')
    planned.push(...planLines(offer, quantity, { picked: found.picked, ahead: found.ahead }))
    lots = found.left
  }
  if (soldOut.length > 0) return refuse('sold-out', { items: soldOut })

  const parts = partLines(planned, receivers)
  const brought = bySeller(parts, offers, facts)
  if (!brought.ok) return brought
  const orders = brought.event
  if (orders.some((order) => order.totalVnd > largestTransferVnd)) return refuse('total-too-large')
  const totalVnd = sumDong(orders.map((order) => order.totalVnd))
  if (facts.seenVnd !== null && facts.seenVnd !== totalVnd) {
    return refuse('price-changed', { seenVnd: facts.seenVnd, nowVnd: totalVnd })
  }
  return accept({ orders, totalVnd })
}

type FoundGoods = { picked: readonly PickedPack[]; ahead: Promised | null; left: readonly LotStock[] } | { picked: null; available: number }

/** Where so many of an offer come from: lots on the shelf, or a promise from its book; `picked` is null where they cannot be had in full. */
function goodsFor(offer: Offer, quantity: number, { lots, today, book }: PlacementFacts): FoundGoods {
  if (offer.ahead !== null) {
    const open = { ...book, today }
    const ahead = promiseOf(offer.ahead, quantity, open)
    if (ahead === null) return { picked: null, available: leftAhead(offer.ahead, book.slots, open) }
    return { picked: [{ pack: { ...offer, number: 1 }, leastExpiresOn: null, picks: [] }], ahead, left: lots }
  }
  const found = pickFor(offer, quantity, lots, today)
  return found ? { ...found, ahead: null } : { picked: null, available: freeFor(offer, lots, today) }
}

/** In numbers in which a thing is not sold nothing is ordered: what is too much is said first, then what is too little or between. */
function refuseNumbers(lines: readonly { offer: Offer; quantity: number }[]): Refused<PlacementRefusal> | null {
  const refused = lines.flatMap(({ offer, quantity }) => {
    const refusal = refuseQuantity(offer, quantity)
    return refusal ? [{ refusal, of: { listingId: offer.listingId, name: nameOf(offer), wanted: quantity } }] : []
  })
  const tooMany = refused.flatMap(({ refusal, of }) => (refusal.code === 'over-limit' ? [{ ...of, limit: refusal.limit }] : []))
  if (tooMany.length > 0) return refuse('over-limit', { items: tooMany })
  const notSold = refused.flatMap(({ refusal, of }): QuantityItem[] => {
    if (refusal.code !== 'quantity-not-sold') return []
    const { next, least, multiple } = refusal
    return [{ ...of, next, least, multiple }]
  })
  return notSold.length > 0 ? refuse('quantity-not-sold', { items: notSold }) : null
}

const isOffered = (offer: Offer | undefined): offer is Offer => offer !== undefined && isForSale(offer)

export function sumDong(amounts: readonly Dong[]): Dong {
  return dong(amounts.reduce((sum, amount) => sum + amount, 0))
}

type KnownLine = { offer: Offer; quantity: number; ahead: Promised | null; to: number | null; lineTotalVnd: Dong }
export type GoodsOfOrder = Omit<OrderOfLines<KnownLine>, 'lines'> & {
  goodsVnd: Dong
  weighed: WeighedLine[]
  priced: { listingId: ListingId; packId: PackId; quantity: number; lineTotalVnd: Dong }[]
}

/** What lies in a cart order by order: what it costs, and what of it is weighed. */
export function goodsOf(
  lines: readonly WantedLine[],
  offers: readonly Offer[],
  book: AheadBook,
  receivers: readonly Pick<SentTo, 'counts'>[] | null = null,
): GoodsOfOrder[] {
  const known = lines.flatMap((line): KnownLine[] => {
    const offer = offers.find((one) => one.listingId === line.listingId)
    if (offer === undefined || !isForSale(offer)) return []
    const ahead = offer.ahead && promiseOf(offer.ahead, line.quantity, book)
    const unitPriceVnd = unitPriceFor(offer, line.quantity)
    return partsFor(line, receivers).map(({ quantity, to }) => ({
      offer,
      quantity,
      ahead,
      to,
      lineTotalVnd: dong(unitPriceVnd * quantity),
    }))
  })
  return ordersOf(known, ({ offer, ahead, to }) => ({ producerId: offer.producerId, ahead, to })).map(({ lines: own, ...order }) => ({
    ...order,
    goodsVnd: sumDong(own.map(({ lineTotalVnd }) => lineTotalVnd)),
    weighed: own.flatMap(({ offer, quantity }) => weighed(offer, quantity)),
    priced: own.map(({ offer, quantity, lineTotalVnd }) => ({ listingId: offer.listingId, packId: offer.packId, quantity, lineTotalVnd })),
  }))
}

/** Of what is sold by weight the heaviest piece counts: what bringing it costs is told before it is weighed. Of a box what lies in it, where nobody weighed the box. */
function weighed(offer: Offer, quantity: number): WeighedLine[] {
  const { weightGrams, quantity: netContent, needsCold, byWeight, box } = offer
  if (box !== null && weightGrams === null)
    return box.map((part) => ({
      quantity: part.number * quantity,
      weightGrams: part.weightGrams,
      netContent: part.quantity,
      needsCold: needsCold || part.needsCold,
    }))
  const cold = needsCold || (box ?? []).some((part) => part.needsCold)
  return [{ quantity, weightGrams, netContent: byWeight ? { value: byWeight.mostGrams, unit: 'GRM' } : netContent, needsCold: cold }]
}

/** A code for a pack is for what was bought as that pack: of a box, for the box. */
const asSold = ({ packId, lineTotalVnd, box }: PlannedLine) => ({ packId: box?.packId ?? packId, lineTotalVnd })

const noTable = { table: null, sellerCommune: null, cash: null }

/** What becomes of the code of a seller with each of its orders; null: nothing was typed. */
export type Reduced =
  | ({ ok: true; voucherId: VoucherId; code: string } & ReducedOrder)
  | { ok: false; voucher: string; why: NoVoucher; fromVnd: Dong }
  | null

/** The codes that were typed, each over all orders of its seller. */
export function reduceOrders(
  vouchers: Readonly<Record<ProducerId, WantedVoucher>>,
  orders: readonly { producerId: ProducerId; lines: readonly { packId: PackId; lineTotalVnd: Dong }[] }[],
  today: PlainDate,
): Reduced[] {
  const reduced: Reduced[] = orders.map(() => null)
  for (const [producerId, { code, voucher, usedBefore }] of Object.entries(vouchers)) {
    const own = orders.flatMap((order, at) => (order.producerId === producerId ? [{ at, lines: order.lines }] : []))
    if (own.length === 0) continue
    const decided = decideVoucher(voucher, { orders: own.map(({ lines }) => lines), today, usedBefore })
    for (const [place, { at }] of own.entries())
      reduced[at] = decided.ok
        ? { ok: true, voucherId: voucher!.voucherId, code, ...decided.event.byOrder[place]! }
        : { ok: false, voucher: code, why: decided.refusal.code, fromVnd: decided.refusal.fromVnd }
  }
  return reduced
}

function bySeller(
  planned: readonly (PlannedGoods & { to: number | null })[],
  offers: ReadonlyMap<ListingId, Offer>,
  {
    delivery: { sellers, destination, wishes },
    receivers,
    ways,
    vouchers,
    today,
    credits = {},
  }: Pick<PlacementFacts, 'delivery' | 'receivers' | 'ways' | 'vouchers' | 'today' | 'credits'>,
): Decision<PlannedOrder[], PlacementRefusal> {
  const orders: PlannedOrder[] = []
  const items: NotDelivered[] = []
  const withoutCash: CashRefused[] = []
  const withoutVoucher: VoucherRefused[] = []
  const withoutAccount: AccountRefused[] = []
  // What the orders before it owe counts with each further one of the same seller.
  const owed = new Map<ProducerId, number>()
  const all = ordersOf(planned, (line) => line)
  const reducedOf = reduceOrders(
    vouchers,
    all.map(({ producerId, lines }) => ({ producerId, lines: lines.map(asSold) })),
    today,
  )
  for (const [at, { producerId, ahead, to, first, lines: own }] of all.entries()) {
    const goesTo = to === null ? { destination, wishes, ways, gift: false } : receivers![to]!
    const goodsVnd = sumDong(own.map((line) => line.lineTotalVnd))
    const { table, sellerCommune, cash } = sellers.find((seller) => seller.producerId === producerId) ?? noTable
    const lines = soldIn(own).flatMap(({ listingId, quantity }) => weighed(offers.get(listingId)!, quantity))
    const wish = goesTo.wishes[producerId]
    const delivery = decideDelivery({ table, sellerCommune, destination: goesTo.destination, wish, goodsVnd, lines })
    if (!delivery.ok) {
      items.push({ producerId, name: offers.get(own[0]!.listingId)!.producerName, why: delivery.refusal.code })
      continue
    }
    const reduced = reducedOf[at]!
    if (reduced?.ok === false) {
      const { voucher, why, fromVnd } = reduced
      if (first) withoutVoucher.push({ producerId, name: offers.get(own[0]!.listingId)!.producerName, voucher, why, fromVnd })
      continue
    }
    const discountVnd = reduced?.discountVnd ?? dong(0)
    // What is free of a fee, and what the fee is, follows from the worth of the goods before anything is taken off.
    const totalVnd = dong(goodsVnd - discountVnd + delivery.event.feeVnd)
    const way = ahead ? 'transfer' : (goesTo.ways[producerId] ?? 'transfer')
    const asked = { delivery: delivery.event, totalVnd, cashless: isCashless(own), gift: goesTo.gift }
    const inCash = way === 'cod' ? decideCashWay(cash, asked) : null
    if (inCash?.ok === false)
      withoutCash.push({
        producerId,
        name: offers.get(own[0]!.listingId)!.producerName,
        why: inCash.refusal.code,
        largestVnd: cash?.largestVnd ?? null,
      })
    const limit = credits[producerId] ?? null
    const credit = limit && { ...limit, openVnd: dong(limit.openVnd + (owed.get(producerId) ?? 0)) }
    const onAccount = way === 'account' ? decideAccountWay(credit, totalVnd) : null
    if (onAccount?.ok === false)
      withoutAccount.push({
        producerId,
        name: offers.get(own[0]!.listingId)!.producerName,
        why: onAccount.refusal.code,
        leftVnd: credit && creditLeft(credit),
      })
    if (way === 'account') owed.set(producerId, (owed.get(producerId) ?? 0) + totalVnd)
    orders.push({
      producerId,
      to,
      ahead: ahead && { dueOn: ahead.dueOn, pays: ahead.pays },
      lines: own.map(({ producerId: _producerId, to: _to, ...line }, at) => ({
        ...line,
        discountVnd: reduced?.byLine[at] ?? dong(0),
      })),
      delivery: delivery.event,
      way,
      voucher: reduced && discountVnd > 0 ? { voucherId: reduced.voucherId, code: reduced.code, discountVnd } : null,
      totalVnd,
    })
  }
  if (items.length > 0) return refuse('not-delivered', { items })
  if (withoutVoucher.length > 0) return refuse('voucher-refused', { items: withoutVoucher })
  if (withoutAccount.length > 0) return refuse('account-refused', { items: withoutAccount })
  return withoutCash.length > 0 ? refuse('cash-refused', { items: withoutCash }) : accept(orders)
}
