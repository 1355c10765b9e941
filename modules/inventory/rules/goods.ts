import type { PackId, ProductId } from '../../catalogue/rules.ts'
import type { LotId, PlaceId } from '../../traceability/rules.ts'
import type { PlainDate } from '@dacsan/vietnam'

/** Which goods: of a lot, in a pack, at a place. */
export type Position = { lotId: LotId; packId: PackId; placeId: PlaceId }

export type Balance = { onHand: number; reserved: number }

/** Goods as whoever sells them sees them. */
export type LotStock = Position &
  Balance & {
    productId: ProductId
    number: string
    madeOn: PlainDate
    /** Last day of use; null when the label carries none. */
    expiresOn: PlainDate | null
    status: string
  }

/** How much of one position. */
export type LotPick = Position & { quantity: number }

export function freeOf(goods: Balance): number {
  return goods.onHand - goods.reserved
}
