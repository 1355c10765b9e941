import { accept, refuse } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import type { ProductId } from '../../catalogue/rules.ts'
import type { PlannedOrders } from './placement.ts'
import type { PlacementRefusal } from './refusals.ts'

/** How much of a product stands on its shelf, goods that are held included, and how much of it is held without money that was seen. */
export type Shelf = { productId: ProductId; onHand: number; unpaid: number }

/** The rules of the day: a share of a shelf in percent, and how much may be held of a shelf so small that its share is less. */
export type UnpaidShare = { percent: number; least: number }

/** How much of a shelf may be held without money. */
export const unpaidAllowance = ({ onHand }: Pick<Shelf, 'onHand'>, { percent, least }: UnpaidShare): number =>
  Math.max(least, Math.floor((onHand * percent) / 100))

/**
 * Whoever orders without paying holds a share of each shelf and no more: `shelves` tells what the same place (network) holds already.
 *
 * @example 40 jars, 50 %: 20 may be held from one place; a twenty-first is refused
 */
export function limitUnpaid(
  planned: PlannedOrders,
  { shelves, share }: { shelves: readonly Shelf[]; share: UnpaidShare },
): Decision<PlannedOrders, PlacementRefusal> {
  const items = planned.orders
    .flatMap(({ lines }) => lines)
    .flatMap(({ productId, listingId, productName, quantity }) => {
      const shelf = shelves.find((one) => one.productId === productId)
      if (!shelf) return []
      const free = Math.max(0, unpaidAllowance(shelf, share) - shelf.unpaid)
      return quantity > free ? [{ listingId, name: productName, wanted: quantity, limit: free }] : []
    })
  return items.length > 0 ? refuse('too-much-unpaid', { items }) : accept(planned)
}

/** Whether goods of an order may be held for days on the word of its buyer: others would find an empty shelf. */
export const mayHoldReported = (shelves: readonly (Shelf & { wanted: number })[], share: UnpaidShare): boolean =>
  shelves.every((shelf) => shelf.unpaid + shelf.wanted <= unpaidAllowance(shelf, share))
