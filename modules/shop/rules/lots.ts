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

/** What can be promised today: goods may be counted and still not be for sale. */
export function availableOf(lots: readonly Pick<LotStock, 'status' | 'expiresOn' | 'onHand' | 'reserved'>[], today: PlainDate): number {
  return lots.filter((lot) => isSellable(lot, today)).reduce((sum, lot) => sum + freeOf(lot), 0)
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
export function sellableInOrder<Lot extends LotStock>(lots: readonly Lot[], today: PlainDate): Lot[] {
  return lots.filter((lot) => isSellable(lot, today)).toSorted(firstExpiringFirst)
}

/** Goods of one pack for a quantity, first to expire first out; null when they cannot give it all: half an order line is not an order line. */
export function pickLots(lots: readonly LotStock[], quantity: number, today: PlainDate): LotPick[] | null {
  const picks: LotPick[] = []
  let missing = quantity
  for (const lot of sellableInOrder(lots, today)) {
    const take = Math.min(missing, freeOf(lot))
    if (take <= 0) continue
    picks.push({ lotId: lot.lotId, packId: lot.packId, placeId: lot.placeId, quantity: take })
    missing -= take
    if (missing === 0) return picks
  }
  return null
}
