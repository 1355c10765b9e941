import type { CartId } from '../rules/ids.ts'
import { randomBytes } from 'node:crypto'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam, dong } from '@dacsan/vietnam'
import type { Dong, PlainDate } from '@dacsan/vietnam'
import { certificateDay, termTopics } from '../../catalogue/index.ts'
import type { Ctx, ReadDb } from '../../context.ts'
import { holidays, ruleOn, rulesOn } from '../../law/index.ts'
import { selectSlots } from '../ahead/book.store.ts'
import { addCartLine, countCartLines, deleteCartLines, selectCartLines, setCartLine, touchCart } from './cart.store.ts'
import { selectAgreementsOfCart } from '../agreements/agreement.store.ts'
import { selectOffers } from '../listings/listing.store.ts'
import type { OfferFacts } from '../listings/listing.store.ts'
import type { ShownOffer } from '../listings/shown-offer.ts'
import { setRulesIn, setTopics } from '../topics.ts'
import {
  agreedOffers,
  freeFor,
  isForSale,
  leastAgeOf,
  leftAhead,
  lineTotalFor,
  nameOf,
  orderableOf,
  ordersOf,
  pickFor,
  productsIn,
  promiseOf,
  refuseQuantity,
  rulesOf,
  sumDong,
  unitPriceFor,
  warningsOf,
} from '../rules.ts'
import type { Agreement, AheadBook, CartRefusal, OrderOfLines, PayTime, QuantityRefusal, WantedLine } from '../rules.ts'
import { selectFreeLots } from '../holds/hold.store.ts'

const mostLines = 50
const mostOfOne = 100_000

export const isCartId = (text: unknown): text is CartId => typeof text === 'string' && /^crt_[A-Za-z0-9_-]{32}$/.test(text)

/** Puts goods into a cart; a visitor's first goods open one. Whoever holds the id holds the cart: it names nobody. */
export async function addToCart(
  ctx: Ctx,
  { cartId, listingId, quantity }: WantedLine & { cartId?: CartId | null },
): Promise<Outcome<{ cartId: CartId; lines: number }, CartRefusal>> {
  const id = isCartId(cartId) ? cartId : (`crt_${randomBytes(24).toString('base64url')}` as const)
  return inTransaction(ctx, async (tx) => {
    const [offer] = await selectOffers(tx, { listingIds: [listingId] }, await offerFacts(tx, ctx.now))
    if (!offer || !isForSale(offer)) return refuse('not-for-sale', { items: [{ listingId, name: nameOf(offer) }] })
    const before = await selectCartLines(tx, id)
    if (before.length >= mostLines && !before.some((line) => line.listingId === listingId)) return refuse('cart-full', { most: mostLines })
    await touchCart(tx, id, ctx.now)
    await addCartLine(tx, { cartId: id, listingId, quantity, at: ctx.now, most: mostOfOne })
    return done({ cartId: id, lines: (await selectCartLines(tx, id)).length })
  })
}

/** Changes how many of one thing lie in the cart; 0 takes it out. */
export async function changeCartLine(ctx: Ctx, { cartId, listingId, quantity }: WantedLine & { cartId: CartId }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    if (quantity > 0) await setCartLine(tx, { cartId, listingId, quantity })
    else await deleteCartLines(tx, cartId, [listingId])
  })
}

export type CartLine = WantedLine & {
  offer: ShownOffer | null
  available: number
  /** What one costs of so many. */
  unitPriceVnd: Dong
  lineTotalVnd: Dong
  /** It does not exist yet: by when it is promised, and when it is paid. */
  ahead: { dueOn: PlainDate; pays: PayTime } | null
  /** Why this line cannot be ordered as it stands. */
  problem: QuantityRefusal | { code: 'not-for-sale' } | { code: 'sold-out' } | null
}
export type Cart = {
  /** What becomes an order each: of one seller several, where goods of it are promised for other days. */
  sellers: (OrderOfLines<CartLine> & { name: string; slug: string; totalVnd: Dong })[]
  /** Goods of one seller become several orders. */
  several: boolean
  /** Lines whose listing is gone. */
  gone: CartLine[]
  totalVnd: Dong
  lineCount: number
  orderingEnabled: boolean
  /** What the law wants said of what lies in it, and the age to confirm before it is ordered. */
  warnings: string[]
  leastAge: number | null
  /** Everything in it can be ordered now. */
  ready: boolean
}

/** The cart seller by seller, priced and checked against the shelf of this moment. */
export async function findCart(ctx: Pick<Ctx, 'db' | 'now'>, cartId: CartId | null | undefined): Promise<Cart> {
  const wanted = isCartId(cartId) ? await selectCartLines(ctx.db, cartId) : []
  const agreements = isCartId(cartId) ? await selectAgreementsOfCart(ctx.db, cartId, dateInVietnam(ctx.now)) : []
  return judgeCart(ctx, wanted, agreements)
}

/** How many kinds of goods lie in it. */
export async function countCart({ db }: Pick<Ctx, 'db'>, cartId: CartId | null): Promise<number> {
  return cartId === null ? 0 : countCartLines(db, cartId)
}

/** The same for lines that a form carries. */
export async function judgeCart(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  wanted: readonly WantedLine[],
  agreements: readonly Agreement[] = [],
): Promise<Cart> {
  const today = dateInVietnam(now)
  const ordering = await ruleOn(db, 'shop.ordering-enabled', today)
  const shelf = await selectOffers(db, { listingIds: wanted.map(({ listingId }) => listingId) }, await offerFacts(db, now))
  const offers = agreedOffers(shelf, agreements)
  // What one line takes the next does not find: a box and a loose pack never count on the same jar.
  let lots = await selectFreeLots(db, productsIn(offers))
  const book = await bookOf(db, offers, today)
  const lines = wanted.map((line): CartLine => {
    const offer = offers.find(({ listingId }) => listingId === line.listingId) ?? null
    if (!offer || !isForSale(offer))
      return {
        ...line,
        offer,
        available: 0,
        unitPriceVnd: offer?.priceVnd ?? dong(0),
        lineTotalVnd: dong(0),
        ahead: null,
        problem: { code: 'not-for-sale' },
      }
    const free = offer.ahead ? leftAhead(offer.ahead, book.slots, book) : freeFor(offer, lots, today)
    if (!offer.ahead) lots = pickFor(offer, line.quantity, lots, today)?.left ?? lots
    const available = orderableOf(offer, free)
    const promised = offer.ahead && promiseOf(offer.ahead, line.quantity, book)
    const problem = refuseQuantity(offer, line.quantity) ?? (line.quantity > available ? { code: 'sold-out' as const } : null)
    return {
      ...line,
      offer,
      available,
      unitPriceVnd: unitPriceFor(offer, line.quantity),
      lineTotalVnd: lineTotalFor(offer, line.quantity),
      ahead: promised && { dueOn: promised.dueOn, pays: promised.pays },
      problem,
    }
  })
  const orders = ordersOf(
    lines.filter((line) => line.offer !== null),
    (line) => ({ producerId: line.offer!.producerId, ahead: line.ahead }),
  )
  return {
    sellers: orders.map(({ lines: own, ...order }) => ({
      ...order,
      name: own[0]!.offer!.producerName,
      slug: own[0]!.offer!.producerSlug,
      lines: own,
      totalVnd: sumDong(own.map((line) => line.lineTotalVnd)),
    })),
    several: orders.some(({ first }) => !first),
    gone: lines.filter((line) => line.offer === null),
    totalVnd: sumDong(lines.map((line) => line.lineTotalVnd)),
    lineCount: lines.length,
    orderingEnabled: ordering.value,
    warnings: warningsOf(offers.flatMap(rulesOf)),
    leastAge: leastAgeOf(offers.flatMap(rulesOf)),
    ready: ordering.value && lines.length > 0 && lines.every((line) => line.problem === null),
  }
}

export async function offerFacts(db: ReadDb, now: Date): Promise<OfferFacts> {
  const today = dateInVietnam(now)
  const law = await rulesOn(db, [...termTopics, 'seller.verification-required', 'seller.paperless-until', ...setTopics], today)
  return {
    day: certificateDay(today, law),
    now,
    paperlessUntil: law['seller.paperless-until'].value,
    verificationRequired: law['seller.verification-required'].value,
    setRules: setRulesIn(law),
  }
}

/** What of the goods of these offers is promised already. */
export async function bookOf(db: ReadDb, offers: readonly Pick<ShownOffer, 'ahead'>[], today: PlainDate): Promise<AheadBook> {
  const slots = await selectSlots(
    db,
    offers.flatMap(({ ahead }) => (ahead ? [ahead.id] : [])),
  )
  return { today, holidays: holidays(), slots }
}
