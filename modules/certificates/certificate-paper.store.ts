import type { ReadDb, Tx } from '../context.ts'
import type { UserId } from '../identity/rules.ts'
import type { CertificateId } from './rules/ids.ts'

export async function updatePaperNumber(tx: Tx, code: string, paperNumber: string): Promise<void> {
  await tx.updateTable('certificate').set({ paper_number: paperNumber }).where('code', '=', code).execute()
}

/** Another certificate that bears this number on its paper. */
export async function selectNumbered(db: ReadDb, { number, but }: { number: string; but: string }): Promise<string | null> {
  const row = await db
    .selectFrom('certificate')
    .select('product_name')
    .where('paper_number', '=', number)
    .where('code', '!=', but)
    .where('is_corrected', '=', false)
    .executeTakeFirst()
  return row?.product_name ?? null
}

export async function updateCorrected(
  tx: Tx,
  { id, by, note, paperNumber, on }: { id: CertificateId; by: CertificateId; note: string; paperNumber: string | null; on: string },
): Promise<void> {
  await tx.updateTable('certificate').set({ is_corrected: true }).where('id', '=', id).execute()
  await tx
    .updateTable('certificate')
    .set({ corrects: id, correction_note: note, corrected_on: on, paper_number: paperNumber })
    .where('id', '=', by)
    .execute()
}

export type Reprint = { place: number; reason: string; at: Date }

export async function selectReprints(db: ReadDb, id: CertificateId): Promise<Reprint[]> {
  return db.selectFrom('certificate_reprint').select(['place', 'reason', 'at']).where('certificate_id', '=', id).orderBy('place').execute()
}

export async function insertReprint(tx: Tx, id: CertificateId, reprint: Reprint & { by: UserId | null }): Promise<void> {
  await tx
    .insertInto('certificate_reprint')
    .values({ certificate_id: id, place: reprint.place, reason: reprint.reason, at: reprint.at, by: reprint.by })
    .execute()
}
