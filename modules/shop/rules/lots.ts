import type { PlainDate } from '@dacsan/vietnam'

/** A lot as the shelf sees it. */
export type LotStock = {
  lotId: string
  productId: string
  number: string
  madeOn: PlainDate
  /** Last day of use; null when the label carries none. */
  expiresOn: PlainDate | null
  status: string
  onHand: number
  reserved: number
}

/** How much of a lot goes to one order line. */
export type LotPick = { lotId: string; quantity: number }

/** Goods may be counted and still not be for sale: a recalled, closed or expired lot never is. */
export function isSellable(lot: LotStock, today: PlainDate): boolean {
  return lot.status === 'open' && (lot.expiresOn === null || lot.expiresOn >= today)
}

export function freeOf(lot: LotStock): number {
  return lot.onHand - lot.reserved
}

export function availableOf(lots: readonly LotStock[], today: PlainDate): number {
  return lots.filter((lot) => isSellable(lot, today)).reduce((sum, lot) => sum + freeOf(lot), 0)
}

/** First to expire, first out; lots without an expiry date last; then the older, then the smaller id, so that everyone picks alike. */
export function firstExpiringFirst(a: LotStock, b: LotStock): number {
  return compare(a.expiresOn ?? '9999-12-31', b.expiresOn ?? '9999-12-31') || compare(a.madeOn, b.madeOn) || compare(a.lotId, b.lotId)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Lots for a quantity, first to expire first out; null when they cannot give it all: half an order line is no order line. */
export function pickLots(lots: readonly LotStock[], quantity: number, today: PlainDate): LotPick[] | null {
  const picks: LotPick[] = []
  let missing = quantity
  for (const lot of lots.filter((one) => isSellable(one, today)).toSorted(firstExpiringFirst)) {
    const take = Math.min(missing, freeOf(lot))
    if (take <= 0) continue
    picks.push({ lotId: lot.lotId, quantity: take })
    missing -= take
    if (missing === 0) return picks
  }
  return null
}
