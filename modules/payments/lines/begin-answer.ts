import { NotFound, done, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import type { Ctx, Tx } from '../../context.ts'
import { requireAct } from '../../identity/index.ts'
import { lockBooks } from '../account.store.ts'
import { bankLineActs, tiesOfSeller } from '../acts.ts'
import type { BankLineAct, BankLineStatus } from '../acts.ts'
import type { BankLineId } from '../rules/ids.ts'
import type { TieRefusal } from '../rules/refusals.ts'
import { selectLine } from './line.store.ts'
import type { StoredLine } from './line.store.ts'

type Answered = Extract<TieRefusal, { code: 'line-answered' }>

export const statusOfLine = ({ answer }: Pick<StoredLine, 'answer'>): BankLineStatus => (answer === null ? 'open' : 'settled')

/** A line for an answer of its seller, with the books held; to anybody else it is not there. */
export async function beginAnswer(tx: Tx, ctx: Ctx, act: BankLineAct, id: BankLineId): Promise<Outcome<StoredLine, Answered>> {
  const seen = await selectLine(tx, id)
  if (!seen) throw new NotFound('No such line')
  requireAct(ctx.actor, bankLineActs[act], tiesOfSeller(seen))
  await lockBooks(tx, seen.producerId)
  const line = (await selectLine(tx, id))!
  return refuseStatus(bankLineActs[act], statusOfLine(line)) ?? done(line)
}
