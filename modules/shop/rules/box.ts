import { allocate, dong } from '@dacsan/vietnam'
import type { Dong, PlainDate } from '@dacsan/vietnam'
import { accept, refuse } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import { freeOf } from '../../inventory/rules.ts'
import type { LotPick, LotStock } from '../../inventory/rules.ts'
import type { NetContent, PackId, ProducerId, ProductId } from '../../catalogue/rules.ts'
import { availableOf, leastExpiryOf, pickLots } from './lots.ts'
import type { ListingId, OrderId } from './ids.ts'
import type { Pricing } from './price.ts'
import type { Recognition } from './recognition.ts'
import type { BoxRefusal } from './refusals.ts'
import type { SetRule } from './set-rules.ts'

/** The rows of the seller's form; the column holds no more. */
export const boxPartNames = ['0', '1', '2', '3', '4', '5', '6', '7'] as const

/** What an offer says of the pack that it sells. */
export type PackOffered = {
  productId: ProductId
  packId: PackId
  productName: string
  unit: string
  stars: number | null
  certificateCode: string | null
  recognition: Recognition
  netContent: string | null
  /** The same as a quantity, where the words tell one. */
  quantity: NetContent | null
  weightGrams: number | null
  needsCold: boolean
  shelfLifeDays: number | null
  rule: SetRule | null
}

/** Why what a box needs cannot be had today, so that the box cannot either. */
export type PartProblem = 'part-not-sold' | 'part-by-weight' | 'part-ahead' | 'part-is-box'

/** So many of a pack in each box. */
export type BoxPart = PackOffered & {
  number: number
  productSlug: string
  /** What one costs on its own; the price of the box is parted by it. */
  priceVnd: Dong
  problem: PartProblem | null
}

type Boxed = PackOffered & { box: readonly BoxPart[] | null }

/** What leaves the shelf for one of an offer: the pack itself, or what lies in the box. */
export function packsIn(offer: Boxed): (PackOffered & { number: number; priceVnd?: Dong })[] {
  const { box, shelfLifeDays } = offer
  if (box === null) return [{ ...offer, number: 1 }]
  // Whoever promises more of a box than of what lies in it has promised it of everything in it.
  return box.map((part) => ({ ...part, shelfLifeDays: longest(part.shelfLifeDays, shelfLifeDays) }))
}

const longest = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : Math.max(a, b))

/** Of each product of which something is needed. */
export const productsIn = (offers: readonly Boxed[]): ProductId[] => [
  ...new Set(offers.flatMap((offer) => packsIn(offer).map(({ productId }) => productId))),
]

/** What the law asks of whatever lies in it, and of what it is sold as. */
export const rulesOf = (offer: Boxed): (SetRule | null)[] => [offer.rule, ...(offer.box ?? []).map(({ rule }) => rule)]

type Counted = Pick<LotStock, 'packId' | 'status' | 'expiresOn' | 'onHand' | 'reserved'>

/** How many of an offer the shelf gives: of a box the least of what its parts give. */
export function freeFor(offer: Boxed, lots: readonly Counted[], today: PlainDate): number {
  const each = packsIn(offer).map(({ packId, number, shelfLifeDays }) => {
    const own = lots.filter((lot) => lot.packId === packId)
    return Math.floor(availableOf(own, today, leastExpiryOf(shelfLifeDays, today)) / number)
  })
  return Math.min(...each)
}

export type PickedPack = { pack: ReturnType<typeof packsIn>[number]; leastExpiresOn: PlainDate | null; picks: LotPick[] }

/**
 * Goods for so many of an offer, and the shelf as they leave it: the next line of the same cart is picked from that, so that a box and a loose pack never count
 * on the same jar. Null where they cannot be had in full.
 */
export function pickFor(
  offer: Boxed,
  quantity: number,
  lots: readonly LotStock[],
  today: PlainDate,
): { picked: PickedPack[]; left: LotStock[] } | null {
  let left = [...lots]
  const picked: PickedPack[] = []
  for (const pack of packsIn(offer)) {
    const leastExpiresOn = leastExpiryOf(pack.shelfLifeDays, today)
    const own = left.filter(({ packId }) => packId === pack.packId)
    const picks = pickLots(own, pack.number * quantity, today, leastExpiresOn)
    if (picks === null) return null
    picked.push({ pack, leastExpiresOn, picks })
    left = without(left, picks)
  }
  return { picked, left }
}

/** A shelf of which these goods are spoken for. */
export function without<Lot extends LotStock>(lots: readonly Lot[], picks: readonly LotPick[]): Lot[] {
  return lots.map((lot) => {
    const taken = picks.filter(({ lotId, packId, placeId }) => lotId === lot.lotId && packId === lot.packId && placeId === lot.placeId)
    const quantity = taken.reduce((sum, pick) => sum + pick.quantity, 0)
    return quantity === 0 ? lot : { ...lot, reserved: lot.reserved + Math.min(quantity, freeOf(lot)) }
  })
}

/** The box in which a line of an order was bought, as it was sold. */
export type OrderedBox = { name: string; unit: string; quantity: number; priceVnd: Dong }

type InBox = { orderId?: OrderId; listingId: ListingId; quantity: number; box: OrderedBox | null }

/** Lines of orders as they were bought: box by box what lies in each, and what was bought on its own. */
export function byBox<Line extends InBox>(lines: readonly Line[]): { key: string; box: OrderedBox | null; lines: Line[] }[] {
  const keyOf = ({ orderId, listingId, box }: Line): string => (box === null ? '' : `${orderId ?? ''}${listingId}`)
  return [...Map.groupBy(lines, keyOf)].map(([key, own]) => ({ key, box: own[0]!.box, lines: own }))
}

/** How many boxes are wanted still, where so many of a line of them are. */
export const boxesLeft = ({ quantity, left, box }: { quantity: number; left: number; box: OrderedBox }): number =>
  left / (quantity / box.quantity)

/** What lies in each of some boxes, pack by pack: a pack at two prices is one thing. */
export function contentsOf<Line extends { packId: PackId; quantity: number }>(
  { quantity }: Pick<OrderedBox, 'quantity'>,
  lines: readonly Line[],
): (Line & { each: number })[] {
  return [...Map.groupBy(lines, ({ packId }) => packId).values()].map((own) => ({
    ...own[0]!,
    each: own.reduce((sum, line) => sum + line.quantity, 0) / quantity,
  }))
}

/** Of a part, so many at this price each. */
export type PartPrice = { number: number; unitPriceVnd: Dong }

/**
 * The price of a box parted over all that lies in it, by what each costs on its own: whole đồng by largest remainder, each piece at least one, the sum always
 * the price. Pieces of one part differ by a đồng at most, so a part has one price or two.
 *
 * @example partBoxPrice(dong(250_000), [{ number: 2, priceVnd: dong(100_000) }, { number: 1, priceVnd: dong(100_000) }])
 *   // two at 83 334 and 83 333, one at 83 333
 */
export function partBoxPrice(boxVnd: Dong, parts: readonly { number: number; priceVnd: Dong }[]): PartPrice[][] {
  const weights = parts.flatMap(({ number, priceVnd }) => Array<number>(number).fill(priceVnd))
  const shares = allocate<number>(boxVnd, weights)
  if (!shares.ok || boxVnd < weights.length) throw new Error(`a box of ${weights.length} pieces that cannot be parted: ${boxVnd}`)
  const pieces = shares.value
  // What weighs next to nothing would be free: a line of an order has a price.
  for (const [at, share] of pieces.entries()) {
    if (share > 0) continue
    const dearest = pieces.indexOf(Math.max(...pieces))
    pieces[dearest]! -= 1
    pieces[at] = 1
  }
  let from = 0
  return parts.map(({ number }) => {
    const own = pieces.slice(from, (from += number))
    return [...Map.groupBy(own, (share) => share)].map(([share, some]) => ({ number: some.length, unitPriceVnd: dong(share) }))
  })
}

export type WantedPart = { packId: PackId; quantity: number }

export const sameParts = (a: readonly WantedPart[], b: readonly WantedPart[]): boolean =>
  a.length === b.length && a.every(({ packId, quantity }, at) => packId === b[at]!.packId && quantity === b[at]!.quantity)

/** A pack of which a seller may put some into a box, as it is sold on its own. */
export type PartFacts = { packId: PackId; producerId: ProducerId; priceVnd: Dong; problem: PartProblem | null }

/** What of an own pack keeps it out of a box. */
export function problemOf(
  part: { isForSale: boolean; producerId: ProducerId; byWeight: boolean; ahead: boolean; isBox: boolean } | undefined,
  producerId: ProducerId,
): PartProblem | null {
  if (part?.isBox) return 'part-is-box'
  if (part === undefined || part.producerId !== producerId || !part.isForSale) return 'part-not-sold'
  if (part.byWeight) return 'part-by-weight'
  return part.ahead ? 'part-ahead' : null
}

type BoxFacts = {
  packId: PackId
  producerId: ProducerId
  pricing: Pick<Pricing, 'priceVnd' | 'steps' | 'byWeight'>
  packs: readonly PartFacts[]
  /** The pack is sold before it exists. */
  ahead: boolean
  /** Another box has it in it. */
  inBox: boolean
}

/** What may lie in a box: packs of the same seller that are sold on their own today, from the shelf and by the piece. */
export function decideBox(wanted: readonly WantedPart[], facts: BoxFacts): Decision<{ parts: WantedPart[] }, BoxRefusal> {
  const { packId, producerId, pricing, packs, ahead, inBox } = facts
  if (wanted.length === 0) return accept({ parts: [] })
  if (pricing.byWeight) return refuse('box-by-weight')
  if (ahead) return refuse('box-ahead')
  if (inBox) return refuse('box-in-box')
  for (const [row, part] of wanted.entries()) {
    if (wanted.findIndex((one) => one.packId === part.packId) !== row) return refuse('part-twice', { row })
    const found = packs.find((one) => one.packId === part.packId)
    if (part.packId === packId || !found || found.producerId !== producerId) return refuse('part-not-sold', { row })
    if (found.problem) return refuse(found.problem, { row })
  }
  const pieces = wanted.reduce((sum, { quantity }) => sum + quantity, 0)
  if (pieces < 2) return refuse('box-of-one')
  if (Math.min(pricing.priceVnd, ...pricing.steps.map(({ priceVnd }) => priceVnd)) < pieces) return refuse('box-too-cheap', { pieces })
  return accept({ parts: [...wanted] })
}
