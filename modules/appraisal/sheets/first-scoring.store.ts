import type { ReadDb } from '../../context.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import type { SessionId } from '../rules/ids.ts'

/** The session in which a dossier was scored first and then left for a test. */
export type FirstScoring = { dossierId: DossierId; sessionId: SessionId; heldOn: string }

/** One for each dossier that has one: the latest. */
export async function selectFirstScorings(db: ReadDb, dossierIds: readonly DossierId[]): Promise<FirstScoring[]> {
  if (dossierIds.length === 0) return []
  return db
    .selectFrom('session_dossier as row')
    .innerJoin('council_session as session', 'session.id', 'row.session_id')
    .innerJoin('laboratory_test as test', (join) =>
      join.onRef('test.session_id', '=', 'row.session_id').onRef('test.dossier_id', '=', 'row.dossier_id'),
    )
    .select(['row.dossier_id as dossierId', 'row.session_id as sessionId', 'session.held_on as heldOn'])
    .distinctOn('row.dossier_id')
    .where('row.dossier_id', 'in', [...dossierIds])
    .where('row.finding', '=', 'postponed')
    .where('session.status', '=', 'closed')
    .orderBy('row.dossier_id')
    .orderBy('session.closed_at', 'desc')
    .execute()
}
