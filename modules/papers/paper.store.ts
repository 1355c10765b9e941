import type { ReadDb, Tx } from '../context.ts'
import type { UserId } from '../identity/rules.ts'
import type { PaperSubject } from './paper.ts'
import type { PaperFormat } from './rules.ts'
import type { PaperId } from './rules/ids.ts'

type KeptPaper = { kind: string; subject: PaperSubject; format: PaperFormat; fileHash: string }

export async function isKept(db: ReadDb, { kind, subject, format, fileHash }: KeptPaper): Promise<boolean> {
  const row = await db
    .selectFrom('paper')
    .select('id')
    .where('kind', '=', kind)
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .where('format', '=', format)
    .where('file_hash', '=', fileHash)
    .executeTakeFirst()
  return row !== undefined
}

/** One row for one content: a paper produced again without a change is the same paper. */
export async function insertPaper(tx: Tx, paper: KeptPaper & { id: PaperId; at: Date; by: UserId | null }): Promise<boolean> {
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
