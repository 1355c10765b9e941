import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { BankStatementStatus } from '../acts.ts'
import type { BankStatementId, ReceivingAccountId } from '../rules/ids.ts'
import type { NewLine } from '../rules/new-line.ts'
import type { TakenLines } from '../lines/take-lines.ts'

export type NewStatement = {
  id: BankStatementId
  producerId: ProducerId
  accountId: ReceivingAccountId
  fileName: string
  agrees: boolean | null
  lines: readonly NewLine[]
  at: Date
  byId: UserId | null
}

export async function insertStatement(tx: Tx, given: NewStatement): Promise<void> {
  await tx
    .insertInto('bank_statement')
    .values({
      id: given.id,
      producer_id: given.producerId,
      account_id: given.accountId,
      file_name: given.fileName,
      status: 'read',
      agrees: given.agrees,
      draft: JSON.stringify(given.lines),
      line_count: given.lines.length,
      read_at: given.at,
      read_by_id: given.byId,
    })
    .execute()
}

const statements = (db: ReadDb) =>
  db
    .selectFrom('bank_statement')
    .innerJoin('producer_card as producer', 'producer.id', 'bank_statement.producer_id')
    .select([
      'bank_statement.id',
      'bank_statement.producer_id as producerId',
      'producer.organisation_id as organisationId',
      'producer.name',
      'bank_statement.account_id as accountId',
      'bank_statement.file_name as fileName',
      'bank_statement.status',
      'bank_statement.agrees',
      'bank_statement.line_count as lineCount',
      'bank_statement.added',
      'bank_statement.known',
      'bank_statement.booked',
      'bank_statement.read_at as readAt',
      'bank_statement.taken_at as takenAt',
    ])

export type StoredStatement = Awaited<ReturnType<ReturnType<typeof statements>['executeTakeFirstOrThrow']>>

export const selectStatement = (db: ReadDb, id: BankStatementId): Promise<StoredStatement | undefined> =>
  statements(db).where('bank_statement.id', '=', id).executeTakeFirst()

/** The statement, held until the end of the transaction. */
export async function lockStatement(tx: Tx, id: BankStatementId): Promise<StoredStatement | undefined> {
  const locked = await tx.selectFrom('bank_statement').where('id', '=', id).select('id').forUpdate().executeTakeFirst()
  return locked && selectStatement(tx, id)
}

/** The lines of a statement that was read and not taken yet. */
export async function selectDraft(db: ReadDb, id: BankStatementId): Promise<readonly NewLine[]> {
  const row = await db.selectFrom('bank_statement').where('id', '=', id).select('draft').executeTakeFirst()
  return row?.draft ?? []
}

/** What a seller took in, the newest first. */
export const selectTakenStatements = (db: ReadDb, producerId: ProducerId, most: number): Promise<StoredStatement[]> =>
  statements(db)
    .where('bank_statement.producer_id', '=', producerId)
    .where('bank_statement.status', '=', 'taken')
    .orderBy('bank_statement.taken_at', 'desc')
    .limit(most)
    .execute()

export async function updateTaken(
  tx: Tx,
  id: BankStatementId,
  { status, added, known, booked, at, byId }: TakenLines & { status: BankStatementStatus; at: Date; byId: UserId | null },
): Promise<void> {
  await tx
    .updateTable('bank_statement')
    .set({ status, draft: null, added, known, booked, taken_at: at, taken_by_id: byId })
    .where('id', '=', id)
    .execute()
}

/** What was read before this moment and never taken is thrown away. Answers how many. */
export async function deleteDraftsBefore(tx: Tx, before: Date): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('bank_statement')
    .where('status', '=', 'read')
    .where('read_at', '<', before)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
