import { done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, ReadDb } from '../../context.ts'
import { moveDossier } from '../../dossiers/index.ts'
import { record } from '../../identity/index.ts'
import { actorId } from '../../identity/rules.ts'
import { criteriaSet } from '../../law/index.ts'
import { storeTies } from '../councils/conflict.store.ts'
import { decideClosing, resultOf, sessionActs, totalOf } from '../rules.ts'
import type { ClosingRefusal, CouncilResult } from '../rules.ts'
import type { CouncilMemberId, SessionId } from '../rules/ids.ts'
import { bandsFor } from './bands.ts'
import { keepNames } from './names.store.ts'
import { councilRules, lockSessionAs, readSessionDossiers } from './open-session-as.ts'
import type { DossierInSession } from './open-session-as.ts'
import { insertResult } from './result.store.ts'
import type { CountedSheet } from './result.store.ts'
import { updateSessionStatus } from './session.store.ts'
import type { SeatedMember } from './session.store.ts'
import type { DossierId } from '../../dossiers/rules.ts'

/** The chair closes the session: every result, every dossier and the session itself in one transaction, or nothing. */
export async function closeSession(
  ctx: Ctx,
  { sessionId }: { sessionId: SessionId },
): Promise<Outcome<{ results: { dossierId: DossierId; stars: number }[] }, ClosingRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const { session, seats } = await lockSessionAs(tx, ctx, sessionId, sessionActs.close)
    const dossiers = await readSessionDossiers(tx, ctx, sessionId)
    const decision = decideClosing(session.status, {
      council: seats,
      dossiers: dossiers.map(({ scoring }) => scoring),
      rules: councilRules(session.rules),
    })
    if (!decision.ok) return decision

    await storeTies(tx, sessionId, dateInVietnam(ctx.now), ctx.now)
    const results: { dossierId: DossierId; stars: number }[] = []
    // In the order of their ids, as everybody locks dossiers.
    for (const { dossierId, scorers, eliminated } of decision.event.results.toSorted((a, b) => (a.dossierId < b.dossierId ? -1 : 1))) {
      const row = dossiers.find(({ dossier }) => dossier.dossierId === dossierId)!
      const sheets = countedSheets(row, scorers, seats)
      const outcome = await judge(tx, row, sheets, eliminated)
      await insertResult(tx, { sessionId, dossierId }, { outcome, sheets }, ctx.now)
      await moveDossier(tx, ctx, { dossierId, move: 'score' })
      results.push({ dossierId, stars: outcome.stars })
    }
    await keepNames(tx, sessionId)
    await updateSessionStatus(tx, sessionId, sessionActs.close.to, { at: ctx.now, by: actorId(ctx.actor) })
    const payload = { sessionId, dossierIds: results.map((result) => result.dossierId) }
    await record(tx, ctx, sessionActs.close, { subjectId: sessionId, payload, detail: { results } })
    return done({ results })
  })
}

/** The scorers' sheets as they are now; an eliminated dossier counts those who never began as blank. */
function countedSheets(row: DossierInSession, scorers: readonly CouncilMemberId[], seats: readonly SeatedMember[]): CountedSheet[] {
  return scorers.map((memberId) => {
    const { name, agency, seat } = seats.find((candidate) => candidate.memberId === memberId)!
    const sheet = row.sheets.find((candidate) => candidate.memberId === memberId)
    const lines = sheet?.lines ?? []
    return { memberId, name, agency, seat, total: totalOf(lines), generalComment: sheet?.generalComment ?? '', lines }
  })
}

/** By the criteria and the bands of the law that the dossier was filed under. */
async function judge(
  db: ReadDb,
  { dossier }: DossierInSession,
  sheets: readonly CountedSheet[],
  eliminated: boolean,
): Promise<CouncilResult> {
  const set = criteriaSet(dossier.criteriaDecision, dossier.setCode)
  const bands = await bandsFor(db, dossier)
  return resultOf(set, bands, sheets, eliminated)
}
