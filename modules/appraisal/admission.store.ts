import type { ReadDb } from '../context.ts'
import type { DossierId, DossierStatus } from '../dossiers/rules.ts'
import type { UserId } from '../identity/rules.ts'

/** From the province's receipt on; before it a dossier is between producer and commune. */
const atAppraisal: readonly DossierStatus[] = ['received', 'appraising', 'scored', 'awaiting-ministry', 'recognised', 'not-recognised']

/** The dossiers whose report was given to somebody. */
export async function selectAssigned(db: ReadDb, userId: UserId): Promise<DossierId[]> {
  const rows = await db
    .selectFrom('advisory_report as report')
    .innerJoin('dossier_card as dossier', 'dossier.id', 'report.dossier_id')
    .select('report.dossier_id')
    .where('report.assigned_to', '=', userId)
    .where('dossier.status', 'in', atAppraisal)
    .execute()
  return rows.map((row) => row.dossier_id)
}

/** The dossiers on the tables of the sessions in which somebody is the secretary. */
export async function selectTabled(db: ReadDb, userId: UserId): Promise<DossierId[]> {
  const rows = await db
    .selectFrom('session_dossier as tabled')
    .innerJoin('session_attendance as attendance', 'attendance.session_id', 'tabled.session_id')
    .innerJoin('council_member as member', 'member.id', 'attendance.member_id')
    .innerJoin('dossier_card as dossier', 'dossier.id', 'tabled.dossier_id')
    .select('tabled.dossier_id')
    .distinct()
    .where('member.user_id', '=', userId)
    .where('member.seat', '=', 'secretary')
    .where('dossier.status', 'in', atAppraisal)
    .execute()
  return rows.map((row) => row.dossier_id)
}
