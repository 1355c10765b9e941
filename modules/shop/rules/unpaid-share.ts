import { accept, refuse } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import type { ProductId } from '../../catalogue/rules.ts'
import type { PlannedOrders } from './placement.ts'
import type { PlacementRefusal } from './refusals.ts'

/** How much of a product stands on its shelf, goods that are held included, and how much of it is held without money that was seen. */
export type Shelf = { productId: ProductId; onHand: number; unpaid: number }

/** A shelf of a few jars is for whoever comes first. */
const alwaysHeld = 5

/** How much of a shelf may be held without money. */
export const unpaidAllowance = ({ onHand }: Pick<Shelf, 'onHand'>, percent: number): number =>
  Math.max(alwaysHeld, Math.floor((onHand * percent) / 100))

/**
 * Whoever orders without paying holds a share of each shelf and no more: `shelves` tells what the same place (network) holds already.
 *
 * @example 40 jars, 50 %: 20 may be held from one place; a twenty-first is refused
 */
export function limitUnpaid(
  planned: PlannedOrders,
  { shelves, percent }: { shelves: readonly Shelf[]; percent: number },
): Decision<PlannedOrders, PlacementRefusal> {
  const items = planned.orders
    .flatMap(({ lines }) => lines)
    .flatMap(({ productId, listingId, productName, quantity }) => {
      const shelf = shelves.find((one) => one.productId === productId)
      if (!shelf) return []
      const free = Math.max(0, unpaidAllowance(shelf, percent) - shelf.unpaid)
      return quantity > free ? [{ listingId, name: productName, wanted: quantity, limit: free }] : []
    })
  return items.length > 0 ? refuse('too-much-unpaid', { items }) : accept(planned)
}

/** Whether goods of an order may be held for days on the word of its buyer: others would find an empty shelf. */
export const mayHoldReported = (shelves: readonly (Shelf & { wanted: number })[], percent: number): boolean =>
  shelves.every((shelf) => shelf.unpaid + shelf.wanted <= unpaidAllowance(shelf, percent))
