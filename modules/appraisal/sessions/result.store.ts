import type { ReadDb, Tx } from '../../context.ts'
import type { CouncilResult, CountedSheet } from '../rules.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import type { SessionId } from '../rules/ids.ts'

export type { CountedSheet } from '../rules.ts'

export type StoredResult = {
  sessionId: SessionId
  dossierId: DossierId
  totalPoints: number
  sheetCount: number
  stars: number
  reachedByPoints: number
  outcome: CouncilResult
  closedAt: Date
}

export async function insertResult(
  tx: Tx,
  key: { sessionId: SessionId; dossierId: DossierId },
  result: { outcome: CouncilResult; sheets: readonly CountedSheet[] },
  at: Date,
): Promise<void> {
  const { outcome, sheets } = result
  await tx
    .insertInto('appraisal_result')
    .values({
      session_id: key.sessionId,
      dossier_id: key.dossierId,
      sheets: JSON.stringify(sheets),
      total_points: outcome.total.numerator,
      sheet_count: outcome.total.denominator,
      stars: outcome.stars,
      reached_by_points: outcome.reachedByPoints,
      outcome: JSON.stringify(outcome),
      closed_at: at,
    })
    .execute()
}

export async function selectResults(db: ReadDb, where: { sessionId: SessionId } | { dossierId: DossierId }): Promise<StoredResult[]> {
  const results = db
    .selectFrom('appraisal_result')
    .select([
      'session_id as sessionId',
      'dossier_id as dossierId',
      'total_points as totalPoints',
      'sheet_count as sheetCount',
      'stars',
      'reached_by_points as reachedByPoints',
      'outcome',
      'closed_at as closedAt',
    ])
    .orderBy('closed_at', 'desc')
  return (
    'sessionId' in where ? results.where('session_id', '=', where.sessionId) : results.where('dossier_id', '=', where.dossierId)
  ).execute()
}

/** Who gave what: for the minutes of a closed session and nobody else. */
export async function selectCountedSheets(db: ReadDb, sessionId: SessionId): Promise<Map<string, CountedSheet[]>> {
  const rows = await db.selectFrom('appraisal_result').select(['dossier_id', 'sheets']).where('session_id', '=', sessionId).execute()
  return new Map(rows.map((row) => [row.dossier_id, row.sheets]))
}
