import { dong } from '@dacsan/vietnam'
import type { LotPick } from '../../inventory/rules.ts'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { Promised } from './ahead.ts'
import { partBoxPrice } from './box.ts'
import type { PickedPack } from './box.ts'
import type { ListingId } from './ids.ts'
import { nameOf } from './placement.ts'
import type { LineOfBox, Offer, PlannedLine } from './placement.ts'
import { unitPriceFor } from './price.ts'
import { dividePicks, partsFor, sharesOf } from './receivers.ts'
import type { SentTo } from './receivers.ts'

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
