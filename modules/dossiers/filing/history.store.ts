import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../context.ts'
import type { HistoryLine } from '../rules.ts'

export async function selectHistory(db: ReadDb, dossierId: string): Promise<HistoryLine[]> {
  return db
    .selectFrom('dossier_move')
    .select(['seq', 'move', 'from_status as from', 'to_status as to', 'by_id as byId', 'by_name as byName', 'note', 'at'])
    .where('dossier_id', '=', dossierId)
    .orderBy('seq')
    .execute()
}

export async function insertMove(tx: Tx, dossierId: string, line: Omit<HistoryLine, 'seq'>): Promise<void> {
  await tx
    .insertInto('dossier_move')
    .values((eb) => ({
      dossier_id: dossierId,
      seq: eb
        .selectFrom('dossier_move')
        .select((last) => sql<number>`coalesce(${last.fn.max('seq')}, 0) + 1`.as('seq'))
        .where('dossier_id', '=', dossierId),
      move: line.move,
      from_status: line.from,
      to_status: line.to,
      by_id: line.byId,
      by_name: line.byName,
      note: line.note,
      at: line.at,
    }))
    .execute()
}
