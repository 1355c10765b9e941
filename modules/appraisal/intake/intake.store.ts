import type { ReadDb, Tx } from '../../context.ts'
import { actorId, actorName } from '../../identity/rules.ts'
import type { Actor, UserId } from '../../identity/rules.ts'
import { overStatuses } from '../rules.ts'
import type { IntakeCheck } from '../rules.ts'
import type { DossierId } from '../../dossiers/rules.ts'

export type StoredCheck = { checks: IntakeCheck[]; note: string; checkedByName: string; checkedAt: Date }

export async function selectIntakeCheck(db: ReadDb, dossierId: DossierId): Promise<StoredCheck | undefined> {
  return db
    .selectFrom('intake_check')
    .select(['checks', 'note', 'checked_by_name as checkedByName', 'checked_at as checkedAt'])
    .where('dossier_id', '=', dossierId)
    .executeTakeFirst()
}

export async function upsertIntakeCheck(
  tx: Tx,
  check: { dossierId: DossierId; checks: readonly IntakeCheck[]; note: string; by: Actor; at: Date },
): Promise<void> {
  const row = {
    checks: JSON.stringify(check.checks),
    note: check.note,
    // The rows of the acts let only people in; the column refuses an id that names nobody.
    checked_by: actorId(check.by) ?? 'usr_',
    checked_by_name: actorName(check.by),
    checked_at: check.at,
  }
  await tx
    .insertInto('intake_check')
    .values({ dossier_id: check.dossierId, ...row })
    .onConflict((conflict) => conflict.column('dossier_id').doUpdateSet(row))
    .execute()
}

export type AdvisoryReport = {
  adviserId: UserId
  adviserName: string
  fieldVisitOn: string | null
  findings: string
  extraTests: string
  weaknesses: string
  recommendedStars: number | null
  submittedAt: Date | null
  updatedAt: Date
}

export type AdvisoryReportText = Pick<AdvisoryReport, 'fieldVisitOn' | 'findings' | 'extraTests' | 'weaknesses' | 'recommendedStars'>

export async function selectReports(db: ReadDb, dossierIds: readonly DossierId[]): Promise<(AdvisoryReport & { dossierId: DossierId })[]> {
  if (dossierIds.length === 0) return []
  return db
    .selectFrom('advisory_report')
    .select([
      'dossier_id as dossierId',
      'assigned_to as adviserId',
      'assigned_name as adviserName',
      'field_visit_on as fieldVisitOn',
      'findings',
      'extra_tests as extraTests',
      'weaknesses',
      'recommended_stars as recommendedStars',
      'submitted_at as submittedAt',
      'updated_at as updatedAt',
    ])
    .where('dossier_id', 'in', [...dossierIds])
    .execute()
}

export async function selectReport(db: ReadDb, dossierId: DossierId): Promise<AdvisoryReport | undefined> {
  return (await selectReports(db, [dossierId]))[0]
}

export async function upsertAssignment(tx: Tx, dossierId: DossierId, adviser: { userId: UserId; name: string }, at: Date): Promise<void> {
  const row = { assigned_to: adviser.userId, assigned_name: adviser.name, updated_at: at }
  await tx
    .insertInto('advisory_report')
    .values({ dossier_id: dossierId, ...row })
    .onConflict((conflict) => conflict.column('dossier_id').doUpdateSet(row))
    .execute()
}

export async function updateReport(
  tx: Tx,
  dossierId: DossierId,
  text: AdvisoryReportText,
  at: Date,
  submittedAt: Date | null,
): Promise<void> {
  await tx
    .updateTable('advisory_report')
    .set({
      field_visit_on: text.fieldVisitOn,
      findings: text.findings,
      extra_tests: text.extraTests,
      weaknesses: text.weaknesses,
      recommended_stars: text.recommendedStars,
      submitted_at: submittedAt,
      updated_at: at,
    })
    .where('dossier_id', '=', dossierId)
    .execute()
}

/** The dossiers that are before a session which has not closed, and were not left for another one. */
export async function selectInOpenSession(db: ReadDb, dossierIds: readonly DossierId[]): Promise<string[]> {
  if (dossierIds.length === 0) return []
  const rows = await db
    .selectFrom('session_dossier as row')
    .innerJoin('council_session as session', 'session.id', 'row.session_id')
    .select('row.dossier_id')
    .where('row.dossier_id', 'in', [...dossierIds])
    .where('session.status', 'not in', [...overStatuses])
    .where((eb) => eb.or([eb('row.finding', 'is', null), eb('row.finding', '!=', 'postponed')]))
    .execute()
  return rows.map((row) => row.dossier_id)
}
