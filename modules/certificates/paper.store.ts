import type { ReadDb, Tx } from '../context.ts'
import type { PaperFormat, PaperKind } from './produce-paper.ts'

export type PaperSubject = { type: 'session' | 'decision' | 'dossier' | 'certificate' | 'register'; id: string }

/** One row for one content: a paper produced again without a change is the same paper. */
export async function insertPaper(
  tx: Tx,
  paper: { id: string; kind: PaperKind; subject: PaperSubject; format: PaperFormat; fileHash: string; at: Date; by: string | null },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('paper')
    .values({
      id: paper.id,
      kind: paper.kind,
      subject_type: paper.subject.type,
      subject_id: paper.subject.id,
      format: paper.format,
      file_hash: paper.fileHash,
      produced_at: paper.at,
      produced_by: paper.by,
    })
    .onConflict((conflict) => conflict.columns(['kind', 'subject_type', 'subject_id', 'format', 'file_hash']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export type StoredPaper = { kind: PaperKind; format: PaperFormat; fileHash: string; producedAt: Date }

/** What was produced of a subject, the latest first. */
export async function selectPapers(db: ReadDb, subject: PaperSubject): Promise<StoredPaper[]> {
  const rows = await db
    .selectFrom('paper')
    .select(['kind', 'format', 'file_hash as fileHash', 'produced_at as producedAt'])
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .orderBy('produced_at', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as PaperKind, format: row.format as PaperFormat }))
}
