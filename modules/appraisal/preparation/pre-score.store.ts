import type { ReadDb, Tx } from '../../context.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import type { SheetLine } from '../rules.ts'

export async function selectPreScore(db: ReadDb, dossierId: DossierId): Promise<SheetLine[]> {
  return db
    .selectFrom('pre_score_line')
    .select(['criterion', 'option_index as optionIndex', 'points', 'comment'])
    .where('dossier_id', '=', dossierId)
    .orderBy('position')
    .execute()
}

export async function replacePreScore(tx: Tx, dossierId: DossierId, lines: readonly SheetLine[]): Promise<void> {
  await tx.deleteFrom('pre_score_line').where('dossier_id', '=', dossierId).execute()
  if (lines.length === 0) return
  const rows = lines.map((line, at) => ({
    dossier_id: dossierId,
    position: at + 1,
    criterion: line.criterion,
    option_index: line.optionIndex,
    points: line.points,
    comment: line.comment,
  }))
  await tx.insertInto('pre_score_line').values(rows).execute()
}
