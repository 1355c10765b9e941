import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../context.ts'
import type { HistoryLine } from '../rules.ts'
import type { DossierId } from '../rules/ids.ts'

export async function selectHistory(db: ReadDb, dossierId: DossierId): Promise<HistoryLine[]> {
  return db
    .selectFrom('dossier_move')
    .select([
      'seq',
      'move',
      'from_status as from',
      'to_status as to',
      'by_id as byId',
      'by_name as byName',
      'for_name as forName',
      'note',
      'at',
    ])
    .where('dossier_id', '=', dossierId)
    .orderBy('seq')
    .execute()
}

/** When each of these was last proposed by its commune. */
export async function selectProposedAt(db: ReadDb, dossierIds: readonly DossierId[]): Promise<{ dossierId: DossierId; at: Date }[]> {
  if (dossierIds.length === 0) return []
  return db
    .selectFrom('dossier_move')
    .select((eb) => ['dossier_id as dossierId', eb.fn.max('at').as('at')])
    .where('dossier_id', 'in', [...dossierIds])
    .where('move', '=', 'propose')
    .groupBy('dossier_id')
    .execute()
}

export async function insertMove(tx: Tx, dossierId: DossierId, line: Omit<HistoryLine, 'seq'>): Promise<void> {
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
      for_name: line.forName,
      note: line.note,
      at: line.at,
    }))
    .execute()
}
