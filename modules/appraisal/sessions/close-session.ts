import { done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordEvent } from '@dacsan/platform/events'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, ReadDb } from '../../context.ts'
import { moveDossier } from '../../dossiers/index.ts'
import { audit } from '../../identity/index.ts'
import { criteriaSet } from '../../law/index.ts'
import { councilRules, readTable, sitDownToWrite } from './open-session-as.ts'
import type { Table } from './open-session-as.ts'
import { bandsFor } from './bands.ts'
import { storeComputedConflicts } from '../councils/conflict.store.ts'
import type { SessionClosedEvent } from '../events.ts'
import { keepNames } from './names.store.ts'
import { insertResult } from './result.store.ts'
import type { CountedSheet } from './result.store.ts'
import { decideClosing, resultOf, sessionMoves, totalOf } from '../rules.ts'
import type { ClosingRefusal, CouncilResult } from '../rules.ts'
import { updateSessionStatus } from './session.store.ts'
import type { SeatedMember } from './session.store.ts'

/** The chair closes the session: every result, every dossier and the session itself in one transaction, or nothing. */
export async function closeSession(
  ctx: Ctx,
  { sessionId }: { sessionId: string },
): Promise<Outcome<{ results: { dossierId: string; stars: number }[] }, ClosingRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const { session, seats, desk } = await sitDownToWrite(tx, ctx, sessionId, 'update', 'chair')
    const table = await readTable(tx, ctx, sessionId)
    const decision = decideClosing(session.status, {
      council: seats,
      dossiers: table.map((row) => row.onTable),
      rules: councilRules(session.rules),
    })
    if (!decision.ok) return decision

    await storeComputedConflicts(tx, sessionId, dateInVietnam(ctx.now), ctx.now)
    const results: { dossierId: string; stars: number }[] = []
    // In the order of their ids, as everybody locks dossiers.
    for (const { dossierId, scorers, eliminated } of decision.event.results.toSorted((a, b) => (a.dossierId < b.dossierId ? -1 : 1))) {
      const row = table.find(({ tabled }) => tabled.dossierId === dossierId)!
      const sheets = countedSheets(row, scorers, seats)
      const outcome = await judge(tx, row, sheets, eliminated)
      await insertResult(tx, { sessionId, dossierId }, { outcome, sheets }, ctx.now)
      await moveDossier(tx, ctx, { dossierId, move: 'score' })
      results.push({ dossierId, stars: outcome.stars })
    }
    await keepNames(tx, sessionId)
    await updateSessionStatus(tx, sessionId, sessionMoves.close.to, { at: ctx.now, by: desk.userId })
    const payload: SessionClosedEvent = { sessionId, dossierIds: results.map((result) => result.dossierId) }
    await recordEvent(tx, { type: decision.event.type, payload, actorId: desk.userId, at: ctx.now })
    await audit(tx, ctx, { action: decision.event.type, subjectType: 'council-session', subjectId: sessionId, detail: { results } })
    return done({ results })
  })
}

/** The scorers' sheets as they are now; an eliminated dossier counts those who never began as blank. */
function countedSheets(row: Table[number], scorers: readonly string[], seats: readonly SeatedMember[]): CountedSheet[] {
  return scorers.map((memberId) => {
    const { name, agency, seat } = seats.find((candidate) => candidate.memberId === memberId)!
    const sheet = row.sheets.find((candidate) => candidate.memberId === memberId)
    const lines = sheet?.lines ?? []
    return { memberId, name, agency, seat, total: totalOf(lines), generalComment: sheet?.generalComment ?? '', lines }
  })
}

/** By the criteria and the bands of the law that the dossier was filed under. */
async function judge(db: ReadDb, { tabled }: Table[number], sheets: readonly CountedSheet[], eliminated: boolean): Promise<CouncilResult> {
  const set = criteriaSet(tabled.criteriaDecision, tabled.setCode)
  const bands = await bandsFor(db, tabled)
  return resultOf(set, bands, sheets, eliminated)
}
