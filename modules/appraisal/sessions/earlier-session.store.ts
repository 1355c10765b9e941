import type { ReadDb } from '../../context.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import type { Finding, Manner } from '../rules.ts'

/** A closed session that a dossier was before, and what came of it there. */
export type EarlierSession = { dossierId: DossierId; manner: Manner; heldOn: string; finding: Finding | null; reason: string }

/** The latest first. */
export async function selectEarlierSessions(db: ReadDb, dossierIds: readonly DossierId[]): Promise<EarlierSession[]> {
  if (dossierIds.length === 0) return []
  return db
    .selectFrom('session_dossier as row')
    .innerJoin('council_session as session', 'session.id', 'row.session_id')
    .select(['row.dossier_id as dossierId', 'session.manner', 'session.held_on as heldOn', 'row.finding', 'row.finding_reason as reason'])
    .where('row.dossier_id', 'in', [...dossierIds])
    .where('session.status', '=', 'closed')
    .orderBy('session.closed_at', 'desc')
    .execute()
}

/** Whether a council was asked about a dossier in writing before: without a result, or with one that a complaint has undone. */
export const wasAskedInWriting = (earlier: readonly EarlierSession[], dossierId: DossierId): boolean =>
  earlier.some((one) => one.dossierId === dossierId && one.manner === 'written')
