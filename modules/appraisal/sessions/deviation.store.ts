import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../context.ts'
import type { Spread, ToldSpread } from '../rules.ts'

/** What was told of the dossiers of a session, by dossier; apart from the table, which members read too. */
export async function selectTold(db: ReadDb, sessionId: string): Promise<Map<string, ToldSpread>> {
  const rows = await db
    .selectFrom('session_dossier')
    .select(['dossier_id', 'spread', 'spread_over'])
    .where('session_id', '=', sessionId)
    .where('spread', 'is not', null)
    .execute()
  return new Map(rows.map((row) => [row.dossier_id, { spread: row.spread as Spread, over: row.spread_over }]))
}

/** Whoever may tell takes turns, so that of two last sheets the second sees the first. */
export async function lockTelling(tx: Tx, sessionId: string): Promise<void> {
  await tx
    .selectFrom('session_dossier')
    .select('dossier_id')
    .where('session_id', '=', sessionId)
    .orderBy('dossier_id')
    .forUpdate()
    .execute()
}

export async function updateTold(tx: Tx, key: { sessionId: string; dossierId: string }, told: ToldSpread | null): Promise<void> {
  await tx
    .updateTable('session_dossier')
    .set({ spread: told?.spread ?? null, spread_over: [...(told?.over ?? [])] })
    .where('session_id', '=', key.sessionId)
    .where('dossier_id', '=', key.dossierId)
    .execute()
}

/** A sheet that was given back is another one when it returns: nothing was told over it. */
export async function leaveOutOfTold(tx: Tx, key: { sessionId: string; dossierId: string }, memberId: string): Promise<void> {
  await tx
    .updateTable('session_dossier')
    .set({ spread_over: sql<string[]>`array_remove(spread_over, ${memberId})` })
    .where('session_id', '=', key.sessionId)
    .where('dossier_id', '=', key.dossierId)
    .execute()
}
