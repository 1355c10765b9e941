import type { ReadDb, Tx } from '../../context.ts'
import type { CouncilResult, CountedSheet } from '../rules.ts'
import type { UserId } from '../../identity/rules.ts'
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

/** What one person's own sheets said in the results they counted in, beside the council's average: the latest session first, no word of anybody else's. */
export async function selectOwnCounted(db: ReadDb, userId: UserId) {
  const rows = await db
    .selectFrom('appraisal_result as result')
    .innerJoin('council_session as session', 'session.id', 'result.session_id')
    .innerJoin('council_member as member', 'member.council_id', 'session.council_id')
    .innerJoin('session_dossier as dossier', (join) =>
      join.onRef('dossier.session_id', '=', 'result.session_id').onRef('dossier.dossier_id', '=', 'result.dossier_id'),
    )
    .select([
      'result.session_id as sessionId',
      'result.dossier_id as dossierId',
      'session.held_on as heldOn',
      'dossier.product_name as productName',
      'member.id as memberId',
      'result.total_points as points',
      'result.sheet_count as sheets',
      'result.sheets as counted',
      'result.outcome',
    ])
    .where('member.user_id', '=', userId)
    .where('dossier.finding', 'is', null)
    .orderBy('session.held_on', 'desc')
    .orderBy('session.id')
    .orderBy('dossier.position')
    .execute()
  return rows.flatMap(({ memberId, counted, outcome, productName, ...row }) => {
    const own = counted.find((sheet) => sheet.memberId === memberId)
    return own ? [{ ...row, productName: productName ?? '', own: own.total, average: outcome.total.text }] : []
  })
}
