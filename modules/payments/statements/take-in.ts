import { NotFound, done, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx, Tx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { actorId } from '../../identity/rules.ts'
import { selectAccounts } from '../account.store.ts'
import { bankStatementActs, tiesOfSeller } from '../acts.ts'
import type { TakeStatementInput } from '../inputs.ts'
import { planLines } from '../lines/plan-lines.ts'
import type { Planned } from '../lines/plan-lines.ts'
import { takeLines } from '../lines/take-lines.ts'
import type { TakenLines } from '../lines/take-lines.ts'
import { sellerByCode } from '../policy.ts'
import { isBookedByItself } from '../rules/judge-lines.ts'
import type { BankStatementId, ReceivingAccountId } from '../rules/ids.ts'
import { keysOfLines } from '../rules/new-line.ts'
import type { NewLine } from '../rules/new-line.ts'
import type { ReadRefusal, TakeRefusal } from '../rules/refusals.ts'
import { judgeFile, readFor } from './read-in.ts'
import type { StatementFile } from './read-in.ts'
import { lockStatement, selectDraft, selectStatement, updateTaken } from './statement.store.ts'
import type { StoredStatement } from './statement.store.ts'

const keysOf = (lines: readonly NewLine[]) => (accountId: ReceivingAccountId) => ({
  kind: `${accountId}|`,
  keys: keysOfLines(accountId, lines),
})

/** A statement as it was read: every line with what would become of it now. One that was taken has no lines left to decide about. */
export async function previewStatement(
  ctx: Pick<Ctx, 'db' | 'actor'>,
  id: BankStatementId,
): Promise<{ statement: StoredStatement; lines: Planned[] }> {
  const statement = await selectStatement(ctx.db, id)
  if (!statement) throw new NotFound('No such statement')
  requireAct(ctx.actor, bankStatementActs.take, tiesOfSeller(statement))
  const draft = await selectDraft(ctx.db, id)
  const { producerId, accountId } = statement
  const account = (await selectAccounts(ctx.db, producerId)).find((one) => one.id === accountId)!.number
  const { kind, keys } = keysOf(draft)(accountId)
  const keyed = draft.map((line, index) => ({ ...line, key: keys[index]! }))
  return { statement, lines: await planLines(ctx.db, { producerId, accountId, account, kind }, keyed) }
}

/** Takes a statement that was looked at: all of its lines. Asked again it answers what it did. */
export async function takeStatement(ctx: Ctx, { statementId }: TakeStatementInput): Promise<Outcome<TakenLines, TakeRefusal>> {
  return inTransaction(ctx, (tx) => takeWithin(tx, ctx, statementId))
}

async function takeWithin(tx: Tx, ctx: Ctx, statementId: BankStatementId): Promise<Outcome<TakenLines, TakeRefusal>> {
  const statement = await lockStatement(tx, statementId)
  if (!statement) throw new NotFound('No such statement')
  requireAct(ctx.actor, bankStatementActs.take, tiesOfSeller(statement))
  const refused = refuseStatus(bankStatementActs.take, statement.status)
  if (refused) return refused
  const lines = await selectDraft(tx, statementId)
  const { producerId, organisationId, name, accountId } = statement
  const account = (await selectAccounts(tx, producerId)).find((one) => one.id === accountId)!
  const seller = { producerId, organisationId, name }
  const { fates: _, ...taken } = await takeLines(tx, ctx, { seller, account, cameBy: 'statement', lines, keysOf: keysOf(lines) })
  await updateTaken(tx, statementId, { status: bankStatementActs.take.to, ...taken, at: ctx.now, byId: actorId(ctx.actor) })
  await record(tx, ctx, bankStatementActs.take, { subjectId: statementId, detail: { ...taken } })
  return done(taken)
}

export type ImportedStatement = TakenLines & { agrees: boolean | null; tried: boolean; open: number }

/** The command line: reads and takes at once, or says what it would do. `seller-unknown`: nobody sells under this code. */
export async function importStatement(
  ctx: Ctx,
  { sellerCode, file, tryOnly }: { sellerCode: string; file: StatementFile; tryOnly: boolean },
): Promise<Outcome<ImportedStatement, ReadRefusal | TakeRefusal | { code: 'seller-unknown' }>> {
  requireAct(ctx.actor, bankStatementActs.take)
  const seller = await sellerByCode(ctx, sellerCode)
  if (!seller) return { ok: false, refusal: { code: 'seller-unknown' } }
  const judged = await judgeFile(ctx.db, seller, file)
  if (!judged.ok) return judged
  const { statement, account } = judged.value
  const accountId = (await selectAccounts(ctx.db, seller.producerId)).find(
    (one) => one.bin === account.bin && one.number === account.number,
  )?.id
  const { kind, keys } = keysOf(statement.lines)(accountId ?? 'rac_')
  const keyed = statement.lines.map((line, index) => ({ ...line, key: keys[index]! }))
  const of = { producerId: seller.producerId, accountId: accountId ?? null, account: account.number, kind }
  const plan = await planLines(ctx.db, of, keyed)
  const { agrees } = statement
  const open = plan.filter((one) => one.fate === 'new' && isLeftOpen(one)).length
  if (tryOnly) {
    const added = plan.filter(({ fate }) => fate === 'new').length
    const booked = plan.filter((one) => one.fate === 'new' && isBookedByItself(one)).length
    return done({ added, known: plan.length - added, booked, agrees, open, tried: true })
  }
  const read = await readFor(ctx, seller, file)
  if (!read.ok) return read
  const taken = await takeStatement(ctx, read.value)
  return taken.ok ? done({ ...taken.value, agrees, open, tried: false }) : taken
}

const isLeftOpen = ({ state, recordedBefore }: Extract<Planned, { fate: 'new' }>) =>
  state !== 'exact' && state !== 'outgoing' && !recordedBefore
