import { accept, refuse } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import type { PackId } from '../../catalogue/rules.ts'
import { nameOfPack } from './offer.ts'
import type { PlannedOrders } from './placement.ts'
import { orderableOf } from './price.ts'
import type { PlacementRefusal } from './refusals.ts'

/** How much of a pack stands on its shelf, goods that are held included, and how much of it is held without money that was seen. */
export type Shelf = { packId: PackId; onHand: number; unpaid: number }

/** The rules of the day: a share of a shelf in percent, and how much may be held of a shelf so small that its share is less. */
export type UnpaidShare = { percent: number; least: number }

/** The same for one place among all: `ceiling` is how much of a shelf, in percent, all places together hold without money before each gets little of it. */
export type UnpaidShares = UnpaidShare & { ceiling: number }

/** A shelf as one place finds it: `unpaid` is what this place holds, `unpaidInAll` what all places do. */
export type ShelfForOne = Shelf & { unpaidInAll: number }

/** How much of a shelf may be held without money. */
export const unpaidAllowance = ({ onHand }: Pick<Shelf, 'onHand'>, { percent, least }: UnpaidShare): number =>
  Math.max(least, Math.floor((onHand * percent) / 100))

/**
 * Whoever orders without paying holds a share of each shelf and no more: `shelves` tells what the same place (network) holds already. Every order is unpaid
 * at first, so the last part of a shelf is not closed: beyond the ceiling each place holds the least quantity, and two places do not hold the whole shelf.
 *
 * @example 40 jars, 50 %, ceiling 80 %: 20 may be held from one place, 12 more from a second, and 5 from each further one while there are any
 */
export function limitUnpaid(
  planned: PlannedOrders,
  { shelves, share }: { shelves: readonly ShelfForOne[]; share: UnpaidShares },
): Decision<PlannedOrders, PlacementRefusal> {
  const lines = planned.orders
    // What is sold on account has a limit of its own.
    .filter(({ way }) => way !== 'account')
    .flatMap(({ lines }) => lines)
  // Several receivers take from one shelf: their parts count together.
  const items = [...Map.groupBy(lines, ({ packId }) => packId)].flatMap(([packId, own]) => {
    const shelf = shelves.find((one) => one.packId === packId)
    if (!shelf) return []
    const { listingId, productName, netContent, ...numbers } = own[0]!
    const wanted = own.reduce((sum, { quantity }) => sum + quantity, 0)
    const free = Math.max(0, unpaidLeft(shelf, share))
    return wanted > free ? [{ listingId, name: nameOfPack(productName, netContent), wanted, limit: orderableOf(numbers, free) }] : []
  })
  return items.length > 0 ? refuse('too-much-unpaid', { items }) : accept(planned)
}

function unpaidLeft(shelf: ShelfForOne, share: UnpaidShares): number {
  const below = Math.floor((shelf.onHand * share.ceiling) / 100) - shelf.unpaidInAll
  return Math.min(unpaidAllowance(shelf, share) - shelf.unpaid, Math.max(below, share.least - shelf.unpaid))
}

/** Whether goods of an order may be held for days on the word of its buyer: others would find an empty shelf. */
export const mayHoldReported = (shelves: readonly (Shelf & { wanted: number })[], share: UnpaidShare): boolean =>
  shelves.every((shelf) => shelf.unpaid + shelf.wanted <= unpaidAllowance(shelf, share))
