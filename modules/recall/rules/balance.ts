import { refuse } from '@dacsan/decisions'
import type { Refused } from '@dacsan/decisions'
import type { TallyKind } from '../acts.ts'
import type { CountRefusal } from './refusals.ts'

/** What is known of the goods of one lot, or of all lots together. `soldHere`: what the shop handed over. */
export type Goods = { made: number; soldHere: number; tally: Readonly<Record<TallyKind, number>> }

export type Balance = {
  made: number
  /** Handed over to buyers, here or elsewhere. */
  sold: number
  returned: number
  /** With buyers to this day. */
  notReturned: number
  found: number
  destroyed: number
  /** Corrected, used for something else, re-exported. */
  handled: number
  /** Found or come back, and not yet handled. */
  inHand: number
  /** Made, and nobody knows where. */
  missing: number
}

/** made = in hand + sold and not returned + destroyed or handled otherwise + what is missing. */
export function balanceOf({ made, soldHere, tally }: Goods): Balance {
  const { found, returned, destroyed, handled } = tally
  const sold = soldHere + tally['sold-elsewhere']
  return {
    made,
    sold,
    returned,
    notReturned: sold - returned,
    found,
    destroyed,
    handled,
    inHand: found + returned - destroyed - handled,
    missing: made - found - sold,
  }
}

/** The case can be closed without a word: everything that was made is accounted for, and nothing waits to be handled. */
export const isAccountedFor = ({ missing, inHand }: Balance): boolean => missing === 0 && inHand === 0

/** What one more line of the tally must not do. */
export function refuseCount(
  goods: Goods,
  { kind, quantity }: { kind: TallyKind; quantity: number },
): Refused<Extract<CountRefusal, { code: 'less-than-nothing' | `more-than-${string}` }>> | null {
  const tally = { ...goods.tally, [kind]: goods.tally[kind] + quantity }
  if (tally[kind] < 0) return refuse('less-than-nothing', { counted: goods.tally[kind] })
  const { missing, notReturned, inHand } = balanceOf({ ...goods, tally })
  if (missing < 0) return refuse('more-than-made', { over: -missing })
  if (notReturned < 0) return refuse('more-than-sold', { over: -notReturned })
  if (inHand < 0) return refuse('more-than-found', { over: -inHand })
  return null
}

const nothing: Readonly<Record<TallyKind, number>> = { found: 0, 'sold-elsewhere': 0, returned: 0, destroyed: 0, handled: 0 }

/** Lines added up by kind. */
export function sumTally(lines: readonly { kind: TallyKind; quantity: number }[]): Readonly<Record<TallyKind, number>> {
  const sums = { ...nothing }
  for (const { kind, quantity } of lines) sums[kind] += quantity
  return sums
}

export function addGoods(all: readonly Goods[]): Goods {
  const add = (of: (one: Goods) => number) => all.reduce((sum, one) => sum + of(one), 0)
  const tally = { ...nothing }
  for (const kind of Object.keys(tally) as TallyKind[]) tally[kind] = add((one) => one.tally[kind])
  return { made: add(({ made }) => made), soldHere: add(({ soldHere }) => soldHere), tally }
}
