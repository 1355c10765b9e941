import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../context.ts'
import type { DisclosedDeviation, NamedSpread } from '../rules.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import type { CouncilMemberId, SessionId } from '../rules/ids.ts'

/** What was disclosed of the dossiers of a session, by dossier; apart from the dossiers themselves, which members read too. */
export async function selectDisclosures(db: ReadDb, sessionId: SessionId): Promise<Map<string, DisclosedDeviation>> {
  const rows = await db
    .selectFrom('session_dossier')
    .select(['dossier_id', 'deviation', 'deviation_over'])
    .where('session_id', '=', sessionId)
    .where('deviation', 'is not', null)
    .execute()
  return new Map(rows.map((row) => [row.dossier_id, { deviation: row.deviation!, over: row.deviation_over }]))
}

/** The criteria that were named for the discussion of each dossier; none before its first. */
export async function selectNamedSpreads(db: ReadDb, sessionId: SessionId): Promise<Map<string, NamedSpread[]>> {
  const rows = await db
    .selectFrom('session_dossier')
    .select(['dossier_id', 'named_spread'])
    .where('session_id', '=', sessionId)
    .where('named_spread', 'is not', null)
    .execute()
  return new Map(rows.map((row) => [row.dossier_id, row.named_spread!]))
}

/** Once for all: what was named stays, whatever the sheets say later. */
export async function nameSpread(
  tx: Tx,
  key: { sessionId: SessionId; dossierId: DossierId },
  spread: readonly NamedSpread[],
): Promise<void> {
  await tx
    .updateTable('session_dossier')
    .set({ named_spread: JSON.stringify(spread) })
    .where('session_id', '=', key.sessionId)
    .where('dossier_id', '=', key.dossierId)
    .where('named_spread', 'is', null)
    .execute()
}

/** Commands that may disclose take turns, so that of two last sheets the second sees the first. */
export async function lockDisclosure(tx: Tx, sessionId: SessionId): Promise<void> {
  await tx
    .selectFrom('session_dossier')
    .select('dossier_id')
    .where('session_id', '=', sessionId)
    .orderBy('dossier_id')
    .forUpdate()
    .execute()
}

export async function updateDisclosure(
  tx: Tx,
  key: { sessionId: SessionId; dossierId: DossierId },
  disclosed: DisclosedDeviation | null,
): Promise<void> {
  await tx
    .updateTable('session_dossier')
    .set({ deviation: disclosed?.deviation ?? null, deviation_over: [...(disclosed?.over ?? [])] })
    .where('session_id', '=', key.sessionId)
    .where('dossier_id', '=', key.dossierId)
    .execute()
}

/** A sheet that was given back is another one when it returns: nothing was disclosed over it. */
export async function removeFromDisclosure(
  tx: Tx,
  key: { sessionId: SessionId; dossierId: DossierId },
  memberId: CouncilMemberId,
): Promise<void> {
  await tx
    .updateTable('session_dossier')
    .set({ deviation_over: sql<string[]>`array_remove(deviation_over, ${memberId})` })
    .where('session_id', '=', key.sessionId)
    .where('dossier_id', '=', key.dossierId)
    .execute()
}
