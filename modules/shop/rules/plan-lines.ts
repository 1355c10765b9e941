import { dong } from '@dacsan/vietnam'
import type { Dong, PlainDate } from '@dacsan/vietnam'
import type { LotPick } from '../../inventory/rules.ts'
import type { PackId, ProducerId, ProductId } from '../../catalogue/rules.ts'
import type { Promised } from './ahead.ts'
import { partBoxPrice } from './box.ts'
import type { PickedPack } from './box.ts'
import type { ByWeight } from './by-weight.ts'
import type { AgreementId, ListingId } from './ids.ts'
import { nameOf } from './offer.ts'
import type { Offer } from './offer.ts'
import { unitPriceFor } from './price.ts'
import type { Pricing } from './price.ts'
import type { Recognition } from './recognition.ts'
import { dividePicks, partsFor, sharesOf } from './receivers.ts'
import type { SentTo } from './receivers.ts'
import type { SetRule } from './set-rules.ts'

export type PlannedLine = Pick<Pricing, 'leastQuantity' | 'multiple'> & {
  listingId: ListingId
  productId: ProductId
  packId: PackId
  productName: string
  unit: string
  /** Of the heaviest piece, where it is sold by weight. */
  unitPriceVnd: Dong
  byWeight: ByWeight | null
  quantity: number
  lineTotalVnd: Dong
  stars: number | null
  certificateCode: string | null
  recognition: Exclude<Recognition, 'none'>
  agreementId: AgreementId | null
  netContent: string | null
  rule: SetRule | null
  /** No goods of it expire before: what was promised. */
  leastExpiresOn: PlainDate | null
  /** Part of what a voucher takes off the purchase. */
  discountVnd: Dong
  /** The box in which it lies; null: it was bought on its own. */
  box: LineOfBox | null
  /** Promised goods are picked from no lot: there is none. */
  ahead: Promised | null
  picks: LotPick[]
}
/** So many boxes of an order at this price each; their own pack tells which vouchers are for them. */
export type LineOfBox = { packId: PackId; name: string; unit: string; quantity: number; priceVnd: Dong }

export type PlannedGoods = PlannedLine & { producerId: ProducerId }

/** What so many of an offer are as lines of an order: one, or one for each pack in the box, at a price of its own. */
export function planLines(
  offer: Offer,
  quantity: number,
  { picked, ahead }: { picked: readonly PickedPack[]; ahead: Promised | null },
): PlannedGoods[] {
  const eachVnd = unitPriceFor(offer, quantity)
  const { producerId, listingId, agreementId = null } = offer
  const common = { producerId, listingId, agreementId, discountVnd: dong(0), ahead }
  const box: LineOfBox | null = offer.box && {
    packId: offer.packId,
    name: nameOf(offer),
    unit: offer.unit,
    quantity,
    priceVnd: eachVnd,
  }
  const prices = offer.box && partBoxPrice(eachVnd, offer.box)
  return picked.flatMap(({ pack, leastExpiresOn, picks }, at) => {
    const rows = prices?.[at] ?? [{ number: 1, unitPriceVnd: eachVnd }]
    const parted = dividePicks(
      picks,
      rows.map(({ number }) => number * quantity),
    )
    return rows.map(({ number, unitPriceVnd }, row) => ({
      ...common,
      productId: pack.productId,
      packId: pack.packId,
      productName: pack.productName,
      unit: pack.unit,
      unitPriceVnd,
      byWeight: box === null ? (offer.byWeight ?? null) : null,
      // What lies in a box is not sold in numbers of its own.
      leastQuantity: box === null ? offer.leastQuantity : 1,
      multiple: box === null ? offer.multiple : 1,
      quantity: number * quantity,
      lineTotalVnd: dong(unitPriceVnd * number * quantity),
      stars: pack.stars,
      netContent: pack.netContent,
      certificateCode: pack.certificateCode,
      leastExpiresOn,
      rule: pack.rule,
      recognition: pack.recognition === 'in-force' ? ('in-force' as const) : ('term-unknown' as const),
      box,
      picks: parted[row]!,
    }))
  })
}

/**
 * Lines that were priced and picked as a whole, parted for those who get them: whoever sends twenty jars to ten people buys twenty. A box goes whole to one of
 * them.
 */
export function partLines(
  planned: readonly PlannedGoods[],
  receivers: readonly Pick<SentTo, 'counts'>[] | null,
): (PlannedGoods & { to: number | null })[] {
  return planned.flatMap((line) => {
    const { listingId, box } = line
    const each = box === null ? 1 : line.quantity / box.quantity
    const sold = { listingId, quantity: line.quantity / each }
    const shares = receivers && sharesOf(sold, receivers).map((share) => share * each)
    const picks: LotPick[][] | null = shares && dividePicks(line.picks, shares)
    return partsFor(sold, receivers).map(({ quantity, to }) => ({
      ...line,
      to,
      quantity: quantity * each,
      box: box && { ...box, quantity },
      lineTotalVnd: dong(line.unitPriceVnd * quantity * each),
      picks: to === null || picks === null ? line.picks : picks[to]!,
    }))
  })
}

/** What was bought, as it is sold: a box once, however many lines it is. */
export function soldIn(
  lines: readonly { listingId: ListingId; quantity: number; box: { quantity: number } | null }[],
): { listingId: ListingId; quantity: number }[] {
  const boxes = new Set<ListingId>()
  return lines.flatMap(({ listingId, quantity, box }) => {
    if (box === null) return [{ listingId, quantity }]
    if (boxes.has(listingId)) return []
    boxes.add(listingId)
    return [{ listingId, quantity: box.quantity }]
  })
}
