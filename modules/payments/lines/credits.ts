import type { ProducerId } from '../../catalogue/rules.ts'
import type { Ctx, ReadDb } from '../../context.ts'
import { requireAct } from '../../identity/index.ts'
import { bankLineActs, tiesOfSeller } from '../acts.ts'
import type { BankLineId } from '../rules/ids.ts'
import { statusOfLine } from './begin-answer.ts'
import { selectLine, selectOpenLines } from './line.store.ts'
import type { StoredLine } from './line.store.ts'

/** So many open lines are looked through for one of a sum. */
const mostLooked = 500

const creditOf = ({ id, at, bookedOn, amountVnd, content, answer }: StoredLine) => ({
  id,
  at,
  bookedOn,
  amountVnd,
  content,
  isOpen: statusOfLine({ answer }) === 'open',
})
export type Credit = ReturnType<typeof creditOf>

/** Money that came and waits, that somebody else's file may be about: of just this sum first, then the nearest. */
export async function creditsOf(
  ctx: Pick<Ctx, 'db' | 'actor'>,
  { producerId, amountVnd, most }: { producerId: ProducerId; amountVnd: number; most: number },
): Promise<Credit[]> {
  const lines = await selectOpenLines(ctx.db, producerId, mostLooked)
  const [first] = lines
  if (first) requireAct(ctx.actor, bankLineActs['set-aside'], tiesOfSeller(first))
  return lines
    .filter(({ orderId }) => orderId === null)
    .toSorted((a, b) => Math.abs(a.amountVnd - amountVnd) - Math.abs(b.amountVnd - amountVnd))
    .slice(0, most)
    .map(creditOf)
}

/** One of them; another seller's is not there. */
export async function findCredit(
  db: ReadDb,
  ctx: Pick<Ctx, 'actor'>,
  { producerId, lineId }: { producerId: ProducerId; lineId: BankLineId },
): Promise<Credit | undefined> {
  const line = await selectLine(db, lineId)
  if (!line || line.producerId !== producerId || line.direction === 'out') return undefined
  requireAct(ctx.actor, bankLineActs['set-aside'], tiesOfSeller(line))
  return creditOf(line)
}
