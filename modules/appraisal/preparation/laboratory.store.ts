import type { ReadDb, Tx } from '../../context.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import type { LaboratoryTestView as LaboratoryTest, TestResult } from '../rules.ts'
import type { LaboratoryTestId } from '../rules/ids.ts'

export async function selectTests(db: ReadDb, dossierIds: readonly DossierId[]): Promise<LaboratoryTest[]> {
  if (dossierIds.length === 0) return []
  const rows = await db
    .selectFrom('laboratory_test')
    .selectAll()
    .where('dossier_id', 'in', [...dossierIds])
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    dossierId: row.dossier_id,
    criterion: row.criterion,
    indicator: row.indicator,
    reason: row.reason,
    askedOf: row.asked_of,
    dueOn: row.due_on,
    reportWaits: row.report_waits,
    askedIn: row.session_id,
    askedAt: row.asked_at,
    askedByName: row.asked_by_name,
    answer: row.answered_at && {
      laboratory: row.laboratory ?? '',
      result: row.result ?? '',
      testedOn: row.tested_on ?? '',
      fileName: row.file_name ?? '',
      answeredAt: row.answered_at,
      answeredByName: row.answered_by_name ?? '',
    },
  }))
}

/** Held until the end of the transaction: a test is answered once. */
export async function lockTest(tx: Tx, id: LaboratoryTestId): Promise<{ dossierId: DossierId; answeredAt: Date | null } | undefined> {
  return tx
    .selectFrom('laboratory_test')
    .select(['dossier_id as dossierId', 'answered_at as answeredAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function insertTest(tx: Tx, test: Omit<LaboratoryTest, 'answer'>): Promise<void> {
  await tx
    .insertInto('laboratory_test')
    .values({
      id: test.id,
      dossier_id: test.dossierId,
      criterion: test.criterion,
      indicator: test.indicator,
      reason: test.reason,
      asked_of: test.askedOf,
      due_on: test.dueOn,
      report_waits: test.reportWaits,
      session_id: test.askedIn,
      asked_at: test.askedAt,
      asked_by_name: test.askedByName,
    })
    .execute()
}

export async function updateTestAnswered(tx: Tx, id: LaboratoryTestId, answer: TestResult & { hash: string }): Promise<void> {
  await tx
    .updateTable('laboratory_test')
    .set({
      laboratory: answer.laboratory,
      result: answer.result,
      tested_on: answer.testedOn,
      file_hash: answer.hash,
      file_name: answer.fileName,
      answered_at: answer.answeredAt,
      answered_by_name: answer.answeredByName,
    })
    .where('id', '=', id)
    .execute()
}

/** Which dossier the paper of a result belongs to, and where it lies. */
export function selectTestFile(db: ReadDb, id: LaboratoryTestId) {
  return db
    .selectFrom('laboratory_test as test')
    .innerJoin('stored_file_card as file', 'file.hash', 'test.file_hash')
    .select(['test.dossier_id as dossierId', 'file.hash', 'file.media_type as mediaType', 'test.file_name as name'])
    .where('test.id', '=', id)
    .executeTakeFirst()
}
