import { foldText, spanOf } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { ReceivingAccountId } from './ids.ts'

/** A movement as a bank tells it, before it is in the books. */
export type NewLine = {
  /** A day, or a moment in the time of Việt Nam. */
  at: string
  amount: number
  direction: 'in' | 'out'
  content: string
  reference: string | null
  balance: number | null
}

const plain = (text: string): string => foldText(text).replaceAll(/[^a-z0-9]/gu, '')

/** The day of a line in Việt Nam. */
export const dayOf = ({ at }: Pick<NewLine, 'at'>): PlainDate => at.slice(0, 10)
const startOf = ({ at }: Pick<NewLine, 'at'>): number => spanOf(at)?.from ?? 0

/** What tells a line of a statement from others of its account; the content only where the bank gives neither number nor balance. */
function identityOf(line: NewLine): string {
  const { amount, direction, reference, balance, content } = line
  const said = reference === null && balance === null ? plain(content).slice(0, 200) : ''
  return [dayOf(line), plain(reference ?? ''), direction, amount, balance ?? '', said].join('|')
}

/**
 * A key for each line, by which it is known again in whatever file it comes: equal lines are counted in the order of their time, so that a longer file of
 * the same days finds the same ones.
 *
 * @example keysOfLines('rac_1', [line, line]) // two keys that end in 1 and 2
 */
export function keysOfLines(accountId: ReceivingAccountId, lines: readonly NewLine[]): string[] {
  const ordinals = new Map<NewLine, number>()
  const seen = new Map<string, number>()
  for (const line of lines.toSorted((a, b) => startOf(a) - startOf(b))) {
    const identity = identityOf(line)
    const ordinal = (seen.get(identity) ?? 0) + 1
    seen.set(identity, ordinal)
    ordinals.set(line, ordinal)
  }
  return lines.map((line) => `${accountId}|${identityOf(line)}|${ordinals.get(line)}`)
}

/** So short a text stands in many contents by chance. */
const tellingLength = 6

const holds = (text: string, part: string) => part.length >= tellingLength && text.includes(part)

/**
 * Whether two tellings of one account, by a statement and by a provider, are of one transfer. Both name the day, the amount and the direction; beside
 * these a number of the transfer, the balance after it, or the content must agree.
 */
export function isSameTransfer(a: NewLine, b: NewLine): boolean {
  if (a.amount !== b.amount || a.direction !== b.direction || dayOf(a) !== dayOf(b)) return false
  if (a.balance !== null && b.balance !== null) return a.balance === b.balance
  const [contentA, contentB] = [plain(a.content), plain(b.content)]
  const [numberA, numberB] = [plain(a.reference ?? ''), plain(b.reference ?? '')]
  if (numberA !== '' && numberA === numberB) return true
  return holds(contentA, contentB) || holds(contentB, contentA) || holds(contentA, numberB) || holds(contentB, numberA)
}
