import { refuse } from '@dacsan/decisions'
import type { Refused } from '@dacsan/decisions'
import { units } from '../../inventory/rules.ts'
import type { TallyKind } from '../acts.ts'
import type { CountRefusal } from './refusals.ts'

export type Tally = Readonly<Record<TallyKind, number>>

/** What the ledger of goods says of a lot, in the lot's own unit: packs times what one takes. `taken` is all that was ever packed, counts included. */
export type Books = Readonly<Record<'taken' | 'sold' | 'returned' | 'used' | 'destroyed' | 'handled' | 'onHand', number>>

/**
 * What is known of the goods of one lot, all in the lot's own unit. `packed` is what the case counted of goods that the ledger knows, which moved the ledger
 * with it; `loose` is what never was in it, and everything that a drill counts, which moves nothing.
 */
export type Goods = { made: number; unit: string; isDrill: boolean; books: Books; packed: Tally; loose: Tally }

export type Balance = {
  made: number
  /** Handed over to buyers, here or elsewhere. */
  sold: number
  returned: number
  /** With buyers to this day. */
  notReturned: number
  found: number
  /** Sampled, or damaged and written off. */
  used: number
  destroyed: number
  /** Corrected, used for something else, re-exported. */
  handled: number
  /** Found or come back, and not yet handled. */
  inHand: number
  /** Made, and nobody knows where. */
  missing: number
}

/** Put aside by the case: found or come back, and not gone again. */
const asideOf = ({ found, returned, sampled, destroyed, handled }: Tally) => units(found + returned - sampled - destroyed - handled)

/** made = in hand + sold and not returned + sampled or damaged + destroyed or handled otherwise + what is missing. */
export function balanceOf({ made, books, packed, loose }: Goods): Balance {
  const sold = units(books.sold + loose['sold-elsewhere'])
  const returned = units(books.returned + loose.returned)
  const notReturned = units(sold - returned)
  const used = units(books.used + loose.sampled)
  const destroyed = units(books.destroyed + loose.destroyed)
  const handled = units(books.handled + loose.handled)
  // What was put aside and has left the ledger by another way since is not in hand any more.
  const inHand = units(Math.min(asideOf(packed), books.onHand) + asideOf(loose))
  const missing = units(made - notReturned - used - destroyed - handled - inHand)
  return { made, sold, returned, notReturned, found: units(packed.found + loose.found), used, destroyed, handled, inHand, missing }
}

/** The case can be closed without a word: everything that was made is accounted for, and nothing waits to be handled. */
export const isAccountedFor = ({ missing, inHand }: Balance): boolean => missing === 0 && inHand === 0

/** Where goods of the ledger lie: what it says of them, and what the case counted of them there, in packs. */
export type Stand = { onHand: number; perPack: number; tally: Tally }

/** One line; `at` where its goods are in the ledger, counted in packs, else in the lot's unit. */
export type Counted = { kind: TallyKind; quantity: number; at: Stand | null }

type Refusal = Extract<CountRefusal, { code: 'less-than-nothing' | `more-than-${string}` }>

/** What one more line of the tally must not do. */
export function refuseCount(goods: Goods, line: Counted): Refused<Refusal> | null {
  const { unit } = goods
  const { kind, quantity, at } = inWorld(goods, line)
  const counted = (at?.tally ?? goods.loose)[kind]
  if (counted + quantity < 0) return refuse('less-than-nothing', { counted })
  if (quantity > 0 && at) {
    const free = at.onHand - asideOf(at.tally)
    if ((kind === 'found' || kind === 'sold-elsewhere') && quantity > free) return refuse('more-than-books', { free })
  }
  if (quantity > 0 && !at && !goods.isDrill) {
    const { found, returned, 'sold-elsewhere': sold } = goods.loose
    const left = units(goods.made - goods.books.taken - found - sold)
    if ((kind === 'found' || kind === 'sold-elsewhere') && quantity > left)
      return refuse('more-than-loose', { left: Math.max(0, left), unit })
    if (kind === 'returned' && quantity > units(sold - returned))
      return refuse('more-than-sold', { over: units(quantity - sold + returned), unit })
  }
  const next = withLine(goods, line)
  const { missing, notReturned } = balanceOf(next)
  if (missing < 0) return refuse('more-than-made', { over: -missing, unit })
  if (notReturned < 0) return refuse('more-than-sold', { over: -notReturned, unit })
  const aside = asideOf(at ? next.packed : next.loose)
  return aside < 0 ? refuse('more-than-found', { over: -aside, unit }) : null
}

/** A drill moves no ledger: what it counts of packs is as if it were loose. */
const inWorld = ({ isDrill }: Goods, line: Counted): Counted => (isDrill && line.at ? { ...line, quantity: unitsOf(line), at: null } : line)

/** How much of what the lot made a line is. */
export const unitsOf = ({ quantity, at }: Counted): number => units(quantity * (at?.perPack ?? 1))

/** The goods once the line is written: in the tally, and in the ledger where it knows them. */
export function withLine(goods: Goods, line: Counted): Goods {
  const { kind, at } = inWorld(goods, line)
  const much = unitsOf(line)
  const add = (tally: Tally): Tally => ({ ...tally, [kind]: units(tally[kind] + much) })
  if (!at) return { ...goods, loose: add(goods.loose) }
  const moved = inBooks[kind]
  const books = moved
    ? { ...goods.books, [moved.as]: units(goods.books[moved.as] + much), onHand: units(goods.books.onHand + moved.sign * much) }
    : goods.books
  return { ...goods, books, packed: add(goods.packed) }
}

const inBooks: Readonly<Record<TallyKind, { as: keyof Books; sign: 1 | -1 } | null>> = {
  found: null,
  'sold-elsewhere': { as: 'sold', sign: -1 },
  returned: { as: 'returned', sign: 1 },
  sampled: { as: 'used', sign: -1 },
  destroyed: { as: 'destroyed', sign: -1 },
  handled: { as: 'handled', sign: -1 },
}

const nothing: Tally = { found: 0, 'sold-elsewhere': 0, returned: 0, sampled: 0, destroyed: 0, handled: 0 }

/** Lines added up by kind. */
export function sumTally(lines: readonly { kind: TallyKind; quantity: number }[]): Tally {
  const sums: Record<TallyKind, number> = { ...nothing }
  for (const { kind, quantity } of lines) sums[kind] = units(sums[kind] + quantity)
  return sums
}

export type BalanceInUnit = Balance & { unit: string }

/** Lots of one unit added up: kilograms and jars have no sum. */
export function addBalances(lots: readonly BalanceInUnit[]): BalanceInUnit[] {
  return [...Map.groupBy(lots, ({ unit }) => unit).values()].map((alike) =>
    alike.reduce((sum, one) => {
      const keys = Object.keys(one).filter((key) => key !== 'unit') as (keyof Balance)[]
      return { ...sum, ...Object.fromEntries(keys.map((key) => [key, units(sum[key] + one[key])])) }
    }),
  )
}
