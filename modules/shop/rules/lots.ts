import { addDays } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { freeOf } from '../../inventory/rules.ts'
import type { LotPick, LotStock } from '../../inventory/rules.ts'
import { isSellable } from '../../traceability/rules.ts'

/** Its goods leave the shelf in no case, whoever holds them. */
export const isRecalled = (lot: { status: string }): boolean => lot.status === 'recalled'

/** Whether goods of a lot on the shelf are sold today, and if not, whether that is for good. */
export type LotSale = 'sellable' | 'recalled' | 'not-sellable'
export function saleOf(lot: Pick<LotStock, 'status' | 'expiresOn'>, today: PlainDate): LotSale {
  if (isRecalled(lot)) return 'recalled'
  return isSellable(lot, today) ? 'sellable' : 'not-sellable'
}

/** The first expiry that keeps a seller's promise of so many days; null where nothing is promised. */
export const leastExpiryOf = (shelfLifeDays: number | null, today: PlainDate): PlainDate | null =>
  shelfLifeDays === null ? null : addDays(today, shelfLifeDays)

/** Whether goods of a lot last as long as was promised: of one without an expiry date nobody knows. */
export const lasts = ({ expiresOn }: Pick<LotStock, 'expiresOn'>, leastExpiry: PlainDate | null): boolean =>
  leastExpiry === null || (expiresOn !== null && expiresOn >= leastExpiry)

type Counted = Pick<LotStock, 'status' | 'expiresOn' | 'onHand' | 'reserved'>

/** What can be promised today: goods may be counted and still not be for sale, or not last as long as the seller promises. */
export function availableOf(lots: readonly Counted[], today: PlainDate, leastExpiry: PlainDate | null = null): number {
  return lots.filter((lot) => isSellable(lot, today) && lasts(lot, leastExpiry)).reduce((sum, lot) => sum + freeOf(lot), 0)
}

/** First to expire, first out; lots without an expiry date last; then the older, then the smaller ids, so that everyone picks alike. */
function firstExpiringFirst(a: LotStock, b: LotStock): number {
  return (
    compare(a.expiresOn ?? '9999-12-31', b.expiresOn ?? '9999-12-31') ||
    compare(a.madeOn, b.madeOn) ||
    compare(a.lotId, b.lotId) ||
    compare(a.placeId, b.placeId)
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The lots that may be sold today, in the order in which they are sold. */
export function sellableInOrder<Lot extends LotStock>(lots: readonly Lot[], today: PlainDate, leastExpiry: PlainDate | null = null): Lot[] {
  return lots.filter((lot) => isSellable(lot, today) && lasts(lot, leastExpiry)).toSorted(firstExpiringFirst)
}

/**
 * Goods of one pack for a quantity, first to expire first out, none that expires before `leastExpiry`; null when they cannot give it all: half an order
 * line is not an order line.
 */
export function pickLots(
  lots: readonly LotStock[],
  quantity: number,
  today: PlainDate,
  leastExpiry: PlainDate | null = null,
): LotPick[] | null {
  const { picks, missing } = pickUpTo(lots, quantity, today, leastExpiry)
  return missing === 0 ? picks : null
}

/** The same as far as they go, with what is missing: for goods that are sold already. */
export function pickUpTo(
  lots: readonly LotStock[],
  quantity: number,
  today: PlainDate,
  leastExpiry: PlainDate | null = null,
): { picks: LotPick[]; missing: number } {
  const picks: LotPick[] = []
  let missing = quantity
  for (const lot of sellableInOrder(lots, today, leastExpiry)) {
    const take = Math.min(missing, freeOf(lot))
    if (take <= 0) continue
    picks.push({ lotId: lot.lotId, packId: lot.packId, placeId: lot.placeId, quantity: take })
    missing -= take
    if (missing === 0) break
  }
  return { picks, missing }
}
