import { accept, refuse } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import { freeOf } from './goods.ts'
import type { Balance } from './goods.ts'
import { units } from './packing.ts'
import { kinds } from './kinds.ts'
import type { RecallKind } from './kinds.ts'
import type { CountRefusal, MoveRefusal, RecalledRefusal, TakeBackRefusal, TakeOutRefusal } from './refusals.ts'

/** What buyers already hold stays where it is until their order is over. */
export function decideMove(
  from: Balance,
  facts: { quantity: number; samePlace: boolean; toEnded: boolean },
): Decision<{ quantity: number }, MoveRefusal> {
  if (facts.samePlace) return refuse('same-place')
  if (facts.toEnded) return refuse('place-ended')
  const free = freeOf(from)
  return facts.quantity > free ? refuse('not-enough', { free }) : accept({ quantity: facts.quantity })
}

/** Samples, damage and destruction: goods leave the books with a reason. */
export function decideTakeOut(from: Balance, facts: { quantity: number; note: string }): Decision<{ delta: number }, TakeOutRefusal> {
  if (facts.note === '') return refuse('reason-missing')
  const free = freeOf(from)
  return facts.quantity > free ? refuse('not-enough', { free }) : accept({ delta: -facts.quantity })
}

/** Not more comes back than was sold. Goods of a recalled lot are marked apart: they are not sold again. */
export function decideTakeBack(
  lot: { status: string },
  facts: { quantity: number; note: string; sold: number; alreadyBack: number },
): Decision<{ kind: 'returned' | 'recalled'; delta: number }, TakeBackRefusal> {
  if (facts.note === '') return refuse('reason-missing')
  const out = facts.sold - facts.alreadyBack
  if (facts.quantity > out) return refuse('more-than-sold', { out })
  return accept({ kind: lot.status === 'recalled' ? 'recalled' : 'returned', delta: facts.quantity })
}

/**
 * What a recall does with goods that the ledger knows: they come back, or leave. Below zero takes back a line that was written by mistake. Whether the case
 * ever wrote so much is its own question.
 */
export function decideRecalled(
  at: Balance,
  facts: { kind: RecallKind; quantity: number; sold: number; alreadyBack: number },
): Decision<{ delta: number }, RecalledRefusal> {
  const delta = kinds[facts.kind].sign === '+' ? facts.quantity : -facts.quantity
  const out = facts.sold - facts.alreadyBack
  if (facts.kind === 'recalled' && facts.quantity > out) return refuse('more-than-sold', { out })
  const free = freeOf(at)
  return -delta > free ? refuse('not-enough', { free }) : accept({ delta })
}

/**
 * A shelf was counted (kiểm kê): the ledger gets the difference, never a new number over an old one, and each difference its reason. What buyers hold
 * cannot be counted away, and no more is found than was made.
 */
export function decideCount(
  goods: Balance & { made: number; unit: string },
  facts: { counted: number; note: string; perPack: number; alreadyTaken: number },
): Decision<{ delta: number; lotUnits: number }, CountRefusal> {
  const delta = facts.counted - goods.onHand
  if (delta === 0) return accept({ delta, lotUnits: 0 })
  if (facts.note === '') return refuse('reason-missing')
  if (facts.counted < goods.reserved) return refuse('count-below-reserved', { reserved: goods.reserved })
  const lotUnits = units(delta * facts.perPack)
  if (delta > 0 && units(facts.alreadyTaken + lotUnits) > goods.made)
    return refuse('more-than-made', { made: goods.made, unit: goods.unit, alreadyTaken: units(facts.alreadyTaken) })
  return accept({ delta, lotUnits })
}
