import { readStatement } from '@dacsan/bank-statements'
import type { Statement } from '@dacsan/bank-statements'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx, ReadDb } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { actorId } from '../../identity/rules.ts'
import { banks, selectSellerAccount } from '../../shop/index.ts'
import { accountIdOf, lockBooks } from '../account.store.ts'
import { bankStatementActs, tiesOfSeller } from '../acts.ts'
import { ownSeller } from '../policy.ts'
import type { BankStatementId } from '../rules/ids.ts'
import type { AccountMissing, ReadRefusal } from '../rules/refusals.ts'
import type { Seller } from '../seller.store.ts'
import { insertStatement } from './statement.store.ts'

export type StatementFile = { name: string; bytes: Uint8Array }

/** The account to which buyers of a seller pay today. */
export async function payingAccountOf(
  db: ReadDb,
  { producerId }: Pick<Seller, 'producerId'>,
): Promise<Outcome<{ bin: string; number: string }, AccountMissing>> {
  const seller = await selectSellerAccount(db, producerId)
  return seller?.bankAccount ? done({ bin: seller.bankBin, number: seller.bankAccount }) : refuse('account-missing')
}

/** A file of the account of this seller; one of another bank or of another account is refused before anything is made of its lines. */
export async function judgeFile(
  db: ReadDb,
  seller: Seller,
  file: StatementFile,
): Promise<Outcome<{ statement: Statement; account: { bin: string; number: string } }, ReadRefusal>> {
  const account = await payingAccountOf(db, seller)
  if (!account.ok) return account
  const { bin, number } = account.value
  const read = await readStatement(file, [...banks().values()])
  if (!read.ok) return read
  const statement = read.value
  if (statement.bank !== null && statement.bank !== bin) return refuse('other-bank', { bank: statement.bank, expected: bin })
  if (statement.account !== null && !isThatAccount(statement.account, number)) return refuse('other-account', { ending: number.slice(-4) })
  return done({ statement, account: { bin, number } })
}

/** Workbooks drop the noughts in front, banks put a branch before. */
const isThatAccount = (printed: string, known: string): boolean => {
  const [a, b] = [printed, known].map((text) => text.replaceAll(/\D/g, '').replace(/^0+/, ''))
  return b === '' || a!.endsWith(b!)
}

/** Reads a file of the seller's bank, to be looked at before it is taken. Nothing of it is in the books yet. */
export async function readStatementIn(ctx: Ctx, file: StatementFile): Promise<Outcome<{ statementId: BankStatementId }, ReadRefusal>> {
  return readFor(ctx, await ownSeller(ctx), file)
}

/** The same for the machine by itself. */
export async function readFor(
  ctx: Ctx,
  seller: Seller,
  file: StatementFile,
): Promise<Outcome<{ statementId: BankStatementId }, ReadRefusal>> {
  requireAct(ctx.actor, bankStatementActs.read, tiesOfSeller(seller))
  const judged = await judgeFile(ctx.db, seller, file)
  if (!judged.ok) return judged
  const { statement, account } = judged.value
  const statementId = ctx.newId('bst')
  return inTransaction(ctx, async (tx) => {
    await lockBooks(tx, seller.producerId)
    const accountId = await accountIdOf(tx, seller.producerId, { ...account, at: ctx.now })
    const { lines, agrees } = statement
    await insertStatement(tx, {
      id: statementId,
      producerId: seller.producerId,
      accountId,
      fileName: file.name.slice(-200),
      agrees,
      lines,
      at: ctx.now,
      byId: actorId(ctx.actor),
    })
    await record(tx, ctx, bankStatementActs.read, { subjectId: statementId, detail: { lines: lines.length } })
    return done({ statementId })
  })
}
