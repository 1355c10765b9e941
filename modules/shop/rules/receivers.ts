import { refuse } from '@dacsan/decisions'
import type { Refused } from '@dacsan/decisions'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { LotPick } from '../../inventory/rules.ts'
import type { DeliveryWish, Destination } from './delivery.ts'
import type { ListingId } from './ids.ts'
import type { PaymentWay } from './order.ts'
import type { DivisionRefusal } from './refusals.ts'

/** Each is a parcel, a code and a sum of its own for every seller: more of them no telephone shows together. */
export const mostReceivers = 10

/** A receiver as an order decides about it: so many of each thing, to there, brought and paid so. */
export type SentTo = {
  counts: Readonly<Record<ListingId, number>>
  /** Given: no cash is asked for at its door. */
  gift: boolean
  destination: Destination | null
  wishes: Readonly<Record<ProducerId, DeliveryWish>>
  ways: Readonly<Record<ProducerId, PaymentWay>>
}

type Wanted = { listingId: ListingId; quantity: number }

/** How many of one thing each receiver gets, in their order: whoever is alone gets everything. */
export const sharesOf = ({ listingId, quantity }: Wanted, receivers: readonly Pick<SentTo, 'counts'>[]): number[] =>
  receivers.length === 1 ? [quantity] : receivers.map(({ counts }) => counts[listingId] ?? 0)

/** What was divided is what was in the cart, no more and no less, and nobody is named for nothing. */
export function refuseDivision(
  wanted: readonly (Wanted & { name: string })[],
  receivers: readonly Pick<SentTo, 'counts'>[],
): Refused<DivisionRefusal> | null {
  const shares = wanted.map((line) => sharesOf(line, receivers))
  const items = wanted.flatMap(({ listingId, name, quantity }, at) => {
    const divided = shares[at]!.reduce((sum, share) => sum + share, 0)
    return divided === quantity ? [] : [{ listingId, name, wanted: quantity, divided }]
  })
  if (items.length > 0) return refuse('division-mismatch', { items })
  const empty = receivers.flatMap((_, to) => (shares.some((line) => line[to]! > 0) ? [] : [to + 1]))
  return empty.length > 0 ? refuse('receiver-without-goods', { receivers: empty }) : null
}

/**
 * Goods of a line that were picked once, parted so that nobody gets what another has: the first to expire goes to whoever stands first.
 *
 * @example dividePicks([{ lotId: 'lot_a', …, quantity: 5 }], [2, 3]) // two of the lot for the first, three for the second
 */
export function dividePicks(picks: readonly LotPick[], shares: readonly number[]): LotPick[][] {
  const left = picks.map((pick) => ({ ...pick }))
  return shares.map((share) => {
    const own: LotPick[] = []
    let missing = share
    for (const pick of left) {
      const quantity = Math.min(missing, pick.quantity)
      if (quantity === 0) continue
      own.push({ ...pick, quantity })
      pick.quantity -= quantity
      missing -= quantity
    }
    return own
  })
}

/** A line as a part of it for each receiver who gets some; `to` is the place of the receiver, null where the goods go to their buyer. */
export function partsFor<Line extends Wanted>(
  line: Line,
  receivers: readonly Pick<SentTo, 'counts'>[] | null,
): (Line & { to: number | null })[] {
  if (receivers === null) return [{ ...line, to: null }]
  return sharesOf(line, receivers).flatMap((quantity, to) => (quantity > 0 ? [{ ...line, quantity, to }] : []))
}
