import { NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx, ReadDb } from '../../context.ts'
import { lockFiledDossier } from '../intake/receive-dossier.ts'
import { record, requireAct } from '../../identity/index.ts'
import { ruleOn } from '../../law/index.ts'
import { storeTies } from '../councils/conflict.store.ts'
import { selectCouncils } from '../councils/council.store.ts'
import { selectInOpenSession, selectReports } from '../intake/intake.store.ts'
import { selectRound } from '../rounds/round.store.ts'
import { sessionRoleOf, tiesOfSession } from '../policy.ts'
import { decideSessionOpening, hourPattern, manners, sessionActs } from '../rules.ts'
import type { OpeningRefusal, RuleInForce, SessionRules } from '../rules.ts'
import type { SessionId } from '../rules/ids.ts'
import { selectEarlierSessions, wasAskedInWriting } from './earlier-session.store.ts'
import { insertSession } from './session.store.ts'
import { idInput } from '@dacsan/platform/ids'

export const openSessionInput = z.object({
  roundId: idInput('rnd'),
  councilId: idInput('cnc'),
  /** In writing, `heldOn` is the day until which opinions are asked for. */
  manner: z.enum(manners).default('meeting'),
  heldOn: z.iso.date(),
  place: z.string().trim().min(3).max(300),
  /** The hour that the invitation says, "08:30"; without it the pen fills it in. */
  calledFor: z.union([z.literal(''), z.string().regex(hourPattern)]).default(''),
  /** In the order in which they come before the council. */
  dossierIds: z.array(idInput('dos')).max(200),
})
export type OpenSessionInput = z.input<typeof openSessionInput>

/** Calls a council together over dossiers of a round; the council's own rules are taken from the law of that day and stay. */
export async function openSession(ctx: Ctx, input: OpenSessionInput): Promise<Outcome<{ sessionId: SessionId }, OpeningRefusal>> {
  const dossierIds = [...new Set(input.dossierIds)]
  return inTransaction(ctx, async (tx) => {
    const round = await selectRound(tx, input.roundId)
    const council = (await selectCouncils(tx)).find((candidate) => candidate.id === input.councilId)
    requireAct(ctx.actor, sessionActs.open, tiesOfSession(sessionRoleOf(ctx.actor, council?.members ?? [], null)))
    if (!round || !council) throw new NotFound('No such round or council', { roundId: input.roundId, councilId: input.councilId })

    const locked = []
    // In the order of their ids, as everybody locks dossiers.
    for (const dossierId of dossierIds.toSorted()) locked.push(await lockFiledDossier(tx, dossierId))
    const reports = await selectReports(tx, dossierIds)
    const inSession = await selectInOpenSession(tx, dossierIds)
    const earlier = await selectEarlierSessions(tx, dossierIds)
    const { manner = 'meeting', heldOn, place } = input
    const decision = decideSessionOpening(
      round,
      locked.map((dossier) => ({
        ...dossier,
        reportedOn: reportedOn(reports.find((report) => report.dossierId === dossier.id)),
        openSession: inSession.includes(dossier.id),
        askedInWriting: wasAskedInWriting(earlier, dossier.id),
      })),
      { manner, heldOn, today: dateInVietnam(ctx.now) },
    )
    if (!decision.ok) return decision

    const sessionId = ctx.newId('ses')
    const rules = await councilRulesOn(tx, heldOn)
    await insertSession(tx, {
      id: sessionId,
      councilId: council.id,
      roundId: round.id,
      manner,
      heldOn,
      place,
      calledFor: input.calledFor || null,
      rules,
      dossierIds,
      at: ctx.now,
    })
    await storeTies(tx, sessionId, dateInVietnam(ctx.now), ctx.now)
    const payload = { sessionId, heldOn, place, userIds: council.members.map((member) => member.userId) }
    await record(tx, ctx, sessionActs.open, { subjectId: sessionId, payload, detail: { manner, heldOn, dossiers: dossierIds } })
    return done({ sessionId })
  })
}

const reportedOn = (report: { submittedAt: Date | null } | undefined): string | null =>
  report?.submittedAt ? dateInVietnam(report.submittedAt) : null

/** The rules of the council on a day, as a session keeps them. */
export async function councilRulesOn(db: ReadDb, date: string): Promise<SessionRules> {
  return {
    quorumPercent: inForce(await ruleOn(db, 'council.quorum-percent', date)),
    quorumNeedsChair: inForce(await ruleOn(db, 'council.quorum-needs-chair', date)),
    deviationPoints: inForce(await ruleOn(db, 'council.deviation-points', date)),
  }
}

const inForce = <Value>({ value, instrument, article, sourceUrl, certainty }: RuleInForce<Value>): RuleInForce<Value> => ({
  value,
  instrument,
  article,
  sourceUrl,
  certainty,
})
