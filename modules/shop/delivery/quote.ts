import { dateInVietnam, dong } from '@dacsan/vietnam'
import type { Dong } from '@dacsan/vietnam'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { Ctx } from '../../context.ts'
import { bookOf, offerFacts } from '../cart/cart.ts'
import { creditsOf, selectAgreementsOfBuyer, selectAgreementsOfCart, selectOpenOf } from '../agreements/agreement.store.ts'
import { overdueBuyers } from '../bills/overdue.ts'
import { selectOffers } from '../listings/listing.store.ts'
import { selectWantedVouchers } from '../orders/use-voucher.store.ts'
import {
  agreedOffers,
  creditLeft,
  decideAccountWay,
  decideCashWay,
  decideDelivery,
  reduceOrders,
  goodsOf,
  isCashless,
  mergeLines,
  nameOf,
  refuseDivision,
  sumDong,
} from '../rules.ts'
import type {
  DeliveryRefusal,
  DivisionRefusal,
  Offer,
  SentTo,
  Delivery,
  DeliveryWish,
  GoodsOfOrder,
  NoAccount,
  NoCash,
  NoVoucher,
  PaymentWay,
  PickupPlace,
  WantedLine,
  Reduced,
} from '../rules.ts'
import type { AgreedBuyerId, CartId, ListingId } from '../rules/ids.ts'
import { selectDelivery } from './delivery.store.ts'
import type { ReceiverInput } from '../inputs.ts'
import { sentTo } from '../orders/receiver.store.ts'
import { readDestination } from './destination.ts'
import type { ReadDestination } from './destination.ts'

export type Asked = {
  /** The cart for which shelves may have been opened at agreed prices. */
  cartId?: CartId | null
  /** In its place, who buys by agreement with the seller who types the order. */
  buyerId?: AgreedBuyerId
  lines: readonly WantedLine[]
  buyerAddress: string
  deliverTo?: string | undefined
  wishes?: Record<ProducerId, DeliveryWish> | undefined
  ways?: Record<ProducerId, PaymentWay> | undefined
  vouchers?: Record<ProducerId, string> | undefined
  /** To whom the goods go, each with a part of them; absent: all to the buyer. */
  receivers?: readonly QuotedReceiver[] | undefined
}

/** What of a receiver tells how goods get there. */
export type QuotedReceiver = Pick<ReceiverInput, 'address' | 'deliverTo' | 'gift' | 'counts' | 'wishes' | 'ways'>

/** How the goods of one order, of one seller, can get to the buyer, and for what. */
export type QuoteOfSeller = Pick<GoodsOfOrder, 'key' | 'producerId' | 'ahead' | 'to' | 'first'> & {
  lines: { listingId: ListingId; quantity: number; lineTotalVnd: Dong }[]
  goodsVnd: Dong
  /** False where the seller has no table: the fee is no part of the order. */
  told: boolean
  /** Bringing them, whatever was chosen. */
  brought: { ok: true; feeVnd: Dong; grams: number } | { ok: false; why: DeliveryRefusal }
  pickups: readonly PickupPlace[]
  /** Null where the seller does not bring the goods and the buyer has not chosen a place yet: nobody is sent to one unasked. */
  wish: DeliveryWish | null
  /** What the choice comes to; null where goods cannot get to the buyer that way. */
  chosen: Delivery | null
  /** Paying in cash when the goods arrive: whether that can be, and why not; null where the seller never takes cash. */
  cash: { ok: true } | { ok: false; why: NoCash; largestVnd: Dong } | null
  /** Paying with the bill of the month: what is left of what the buyer may owe; null where that was not agreed. */
  account: { ok: boolean; leftVnd: Dong; why?: NoAccount } | null
  way: PaymentWay
  /** The code that was typed, and what it takes off or why nothing; whether its telephone number used it is asked with the order. */
  voucher: { code: string; ok: true; discountVnd: Dong } | { code: string; ok: false; why: NoVoucher; fromVnd: Dong } | null
  totalVnd: Dong
}
export type Quote = {
  /** The commune to which goods go, as the address was understood; null out of the province or where nobody can tell. */
  commune: string | null
  unclear: boolean
  candidates: readonly { code: string; name: string }[]
  sellers: QuoteOfSeller[]
  /** The same of each receiver, in their order. */
  receivers: Pick<Quote, 'commune' | 'unclear' | 'candidates'>[]
  /** Why the goods cannot be divided so; null where they can. */
  divided: DivisionRefusal | null
  totalVnd: Dong
  ready: boolean
}

/** What a cart costs with bringing it there: told before anything is ordered, by the rule by which the order is made. */
export async function quoteOrder(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  { cartId, buyerId, lines, buyerAddress, deliverTo = '', wishes = {}, ways = {}, vouchers = {}, receivers: named }: Asked,
): Promise<Quote> {
  const wanted = mergeLines(lines)
  const today = dateInVietnam(now)
  const [shelf, agreements] = await Promise.all([
    offerFacts(db, now).then((facts) => selectOffers(db, { listingIds: wanted.map(({ listingId }) => listingId) }, facts)),
    buyerId ? selectAgreementsOfBuyer(db, buyerId, today) : selectAgreementsOfCart(db, cartId, today),
  ])
  const offers = agreedOffers(shelf, agreements)
  const read = named?.map((one) => {
    const found = readDestination({ address: one.address, deliverTo: one.deliverTo ?? '' }, today)
    return { ...found, to: sentTo(one, found.destination) }
  })
  const receivers = read?.map(({ to }) => to) ?? null
  const goods = goodsOf(wanted, offers, await bookOf(db, offers, today), receivers)
  const { destination, candidates } = readDestination({ address: buyerAddress, deliverTo }, today)
  const [tables, wantedVouchers] = await Promise.all([
    selectDelivery(
      db,
      goods.map(({ producerId }) => producerId),
    ),
    selectWantedVouchers(db, vouchers, { phone: null }),
  ])
  const owed = await selectOpenOf(
    db,
    agreements.flatMap(({ buyerId, credit }) => (credit ? [buyerId] : [])),
  )
  const credits = creditsOf(agreements, owed, await overdueBuyers(db, agreements, today))
  const owing = new Map<ProducerId, number>()
  // Who used it before is known by the telephone number, with the order.
  const reduced = reduceOrders(
    wantedVouchers,
    goods.map(({ producerId, priced }) => ({ producerId, lines: priced })),
    today,
  )
  const sellers = goods.map(({ key, producerId, ahead, to, first, goodsVnd, weighed, priced }, at): QuoteOfSeller => {
    const goesTo = to === null ? { destination, wishes, ways, gift: false } : receivers![to]!
    const { table, sellerCommune, cash } = tables.find((one) => one.producerId === producerId)!
    const asked = { table, sellerCommune, destination: goesTo.destination, goodsVnd, lines: weighed }
    const brought = decideDelivery({ ...asked, wish: 'delivered' })
    const pickups = table?.pickups ?? []
    const wish = goesTo.wishes[producerId] ?? (brought.ok ? 'delivered' : null)
    const chosen = wish === null || wish === 'delivered' ? brought : decideDelivery({ ...asked, wish })
    const delivery = chosen.ok ? chosen.event : null
    const voucher = saidOf(reduced[at]!, first)
    const totalVnd = dong(goodsVnd - (voucher?.ok ? voucher.discountVnd : 0) + (delivery?.feeVnd ?? 0))
    const inCash =
      cash && delivery && !ahead
        ? decideCashWay(cash, {
            delivery,
            totalVnd,
            cashless: isCashless(
              offers.filter((offer) => offer.producerId === producerId).flatMap((offer) => [offer, ...(offer.box ?? [])]),
            ),
            gift: goesTo.gift,
          })
        : null
    // What is ordered ahead is paid by transfer alone.
    const limit = ahead ? null : (credits[producerId] ?? null)
    const credit = limit && { ...limit, openVnd: dong(limit.openVnd + (owing.get(producerId) ?? 0)) }
    const onAccount = credit && decideAccountWay(credit, totalVnd)
    const wanted = goesTo.ways[producerId] ?? 'transfer'
    const mayPay = { transfer: true, cod: inCash?.ok === true, account: onAccount?.ok === true }
    const way = mayPay[wanted] ? wanted : 'transfer'
    if (way === 'account') owing.set(producerId, (owing.get(producerId) ?? 0) + totalVnd)
    return {
      key,
      producerId,
      to,
      lines: priced,
      ahead: ahead && { dueOn: ahead.dueOn, pays: ahead.pays },
      first,
      goodsVnd,
      told: table !== null,
      brought: brought.ok
        ? { ok: true, feeVnd: brought.event.feeVnd, grams: brought.event.way === 'delivered' ? brought.event.grams : 0 }
        : { ok: false, why: brought.refusal },
      pickups,
      wish,
      chosen: delivery,
      cash: inCash && (inCash.ok ? { ok: true } : { ok: false, why: inCash.refusal.code, largestVnd: cash!.largestVnd }),
      account: credit &&
        onAccount && { ok: onAccount.ok, leftVnd: creditLeft(credit), ...(!onAccount.ok && { why: onAccount.refusal.code }) },
      way,
      voucher,
      totalVnd,
    }
  })
  const told = sellers.some((seller) => seller.told)
  const readAs = (found: ReadDestination) => ({
    commune: found.destination === null || found.destination === 'elsewhere' ? null : found.destination.name,
    unclear: found.destination === null && told,
    candidates: found.candidates,
  })
  return {
    ...readAs({ destination, candidates }),
    sellers,
    receivers: read?.map(readAs) ?? [],
    divided: receivers && dividedBy(wanted, offers, receivers),
    totalVnd: sumDong(sellers.map(({ totalVnd }) => totalVnd)),
    ready: sellers.every(({ chosen }) => chosen !== null),
  }
}

function dividedBy(wanted: readonly WantedLine[], offers: readonly Offer[], receivers: readonly SentTo[]): DivisionRefusal | null {
  const named = wanted.flatMap((line) => {
    const offer = offers.find(({ listingId }) => listingId === line.listingId)
    return offer ? [{ ...line, name: nameOf(offer) }] : []
  })
  return refuseDivision(named, receivers)?.refusal ?? null
}

/** Why a code counts for nothing is said once, where it was typed. */
function saidOf(reduced: Reduced, first: boolean): QuoteOfSeller['voucher'] {
  if (reduced === null) return null
  if (reduced.ok) return first || reduced.discountVnd > 0 ? { ok: true, code: reduced.code, discountVnd: reduced.discountVnd } : null
  return first ? { ok: false, code: reduced.voucher, why: reduced.why, fromVnd: reduced.fromVnd } : null
}
