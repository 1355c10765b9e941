import { done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, ReadDb, Tx } from '../../context.ts'
import { moveDossier } from '../../dossiers/index.ts'
import { record } from '../../identity/index.ts'
import { actorId, actorName } from '../../identity/rules.ts'
import { criteriaSet } from '../../law/index.ts'
import { storeTies } from '../councils/conflict.store.ts'
import { resultOf, sessionActs, takingPart, totalOf, whyMeet } from '../rules.ts'
import type { ClosingRefusal, CouncilResult, CouncilRules, WrittenClosingRefusal } from '../rules.ts'
import type { CouncilMemberId, SessionId } from '../rules/ids.ts'
import { bandsFor } from './bands.ts'
import { closingOf } from './closing-of.ts'
import { keepNames } from './names.store.ts'
import { councilRules, lockSessionAs, readSessionDossiers } from './open-session-as.ts'
import type { DossierInSession } from './open-session-as.ts'
import { insertResult } from './result.store.ts'
import type { CountedSheet } from './result.store.ts'
import { updateAttendance, updateSessionDossier, updateSessionStatus } from './session.store.ts'
import type { SeatedMember } from './session.store.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import { meetingReason } from '../words.ts'

/** The chair closes the session: every result, every dossier and the session itself in one transaction, or nothing. */
export async function closeSession(
  ctx: Ctx,
  { sessionId }: { sessionId: SessionId },
): Promise<Outcome<{ results: { dossierId: DossierId; stars: number }[] }, ClosingRefusal | WrittenClosingRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const { session, seats } = await lockSessionAs(tx, ctx, sessionId, sessionActs.close)
    const dossiers = await readSessionDossiers(tx, ctx, sessionId)
    const today = dateInVietnam(ctx.now)
    const inWriting = session.manner === 'written'
    const decision = closingOf(session, seats, dossiers, today)
    if (!decision.ok) return decision

    await storeTies(tx, sessionId, today, ctx.now)
    if (inWriting) await recordWhoAnswered(tx, ctx, sessionId, seats, dossiers)
    const results: { dossierId: DossierId; stars: number }[] = []
    // In the order of their ids, as everybody locks dossiers.
    for (const { dossierId, scorers, eliminated } of decision.event.results.toSorted((a, b) => (a.dossierId < b.dossierId ? -1 : 1))) {
      const row = dossiers.find(({ dossier }) => dossier.dossierId === dossierId)!
      const sheets = countedSheets(row, scorers, seats)
      const outcome = await judge(tx, row, sheets, eliminated)
      const why = inWriting ? await meetsOver(tx, row, sheets, councilRules(session.rules)) : null
      if (why) {
        await updateSessionDossier(tx, { sessionId, dossierId }, { finding: 'postponed', finding_reason: why })
        continue
      }
      await insertResult(tx, { sessionId, dossierId }, { outcome, sheets }, ctx.now)
      await moveDossier(tx, ctx, { dossierId, move: 'score' })
      results.push({ dossierId, stars: outcome.stars })
    }
    await keepNames(tx, sessionId)
    await updateSessionStatus(tx, sessionId, sessionActs.close.to, {
      at: ctx.now,
      by: actorId(ctx.actor),
      // In writing the council decided on the day of its close.
      heldOn: inWriting ? today : session.heldOn,
    })
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

/** Nobody was there: who answered took part. */
async function recordWhoAnswered(
  tx: Tx,
  ctx: Ctx,
  sessionId: SessionId,
  seats: readonly SeatedMember[],
  dossiers: readonly DossierInSession[],
): Promise<void> {
  const answered = takingPart(
    'written',
    seats,
    dossiers.flatMap(({ sheets }) => sheets),
  )
  const present = answered.flatMap((member) => (member.present ? [member.memberId] : []))
  await updateAttendance(tx, sessionId, { present, reasons: new Map() }, { name: actorName(ctx.actor), at: ctx.now })
}

/** Why the council meets over a dossier on which it was asked in writing, in words that name nobody; null where it concluded. */
async function meetsOver(
  db: ReadDb,
  row: DossierInSession,
  sheets: readonly CountedSheet[],
  { deviationPoints }: CouncilRules,
): Promise<string | null> {
  const answers = await Promise.all(
    sheets.map(async (counted) => {
      const { opinion, opinionReason } = row.sheets.find(({ memberId }) => memberId === counted.memberId)!
      return { total: counted.total, stars: (await judge(db, row, [counted], false)).stars, opinion, opinionReason }
    }),
  )
  const why = whyMeet(answers, deviationPoints)
  const asked = answers.flatMap(({ opinion, opinionReason }) => (opinion === 'meet' ? [opinionReason] : []))
  return why.length > 0 ? meetingReason(why, asked) : null
}
