import { NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordEvent } from '@dacsan/platform/events'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx, ReadDb } from '../../context.ts'
import { audit, hasRole, requireRole } from '../../identity/index.ts'
import { ruleOn } from '../../law/index.ts'
import { storeComputedConflicts } from '../councils/conflict.store.ts'
import { selectCouncils } from '../councils/council.store.ts'
import type { SessionOpened } from '../events.ts'
import { lockDossier, selectReports, selectTabledElsewhere } from '../intake/intake.store.ts'
import { selectRound } from '../rounds/round.store.ts'
import { decideSessionOpening } from '../rules.ts'
import type { OpeningRefusal, RuleInForce, SessionRules } from '../rules.ts'
import { insertSession } from './session.store.ts'

export const openSessionInput = z.object({
  roundId: z.string(),
  councilId: z.string(),
  heldOn: z.iso.date(),
  place: z.string().trim().min(3).max(300),
  /** In the order in which they come before the council. */
  dossierIds: z.array(z.string()).max(200),
})
export type OpenSessionInput = z.infer<typeof openSessionInput>

/** Calls a council together over dossiers of a round; the council's own rules are taken from the law of that day and stay. */
export async function openSession(ctx: Ctx, input: OpenSessionInput): Promise<Outcome<{ sessionId: string }, OpeningRefusal>> {
  const person = requireRole(ctx.actor, 'provincial-officer', 'council-secretary')
  const dossierIds = [...new Set(input.dossierIds)]
  return inTransaction(ctx, async (tx) => {
    const round = await selectRound(tx, input.roundId)
    const council = (await selectCouncils(tx)).find((candidate) => candidate.id === input.councilId)
    const isSecretary = council?.members.some((member) => member.userId === person.userId && member.seat === 'secretary') ?? false
    if (!round || !council || !(isSecretary || hasRole(person, 'provincial-officer'))) throw new NotFound('no such round or council')

    const locked = []
    for (const dossierId of dossierIds.toSorted()) {
      const dossier = await lockDossier(tx, dossierId)
      if (!dossier) throw new NotFound('no such dossier')
      locked.push(dossier)
    }
    const reports = await selectReports(tx, dossierIds)
    const tabled = await selectTabledElsewhere(tx, dossierIds)
    const decision = decideSessionOpening(
      round,
      locked.map((dossier) => ({
        ...dossier,
        reportedOn: reportedOn(reports.find((report) => report.dossierId === dossier.id)),
        openSession: tabled.includes(dossier.id),
      })),
      input.heldOn,
    )
    if (!decision.ok) return decision

    const sessionId = ctx.newId('ses')
    const { heldOn, place } = input
    const rules = await rulesOn(tx, heldOn)
    await insertSession(tx, { id: sessionId, councilId: council.id, roundId: round.id, heldOn, place, rules, dossierIds, at: ctx.now })
    await storeComputedConflicts(tx, sessionId, dateInVietnam(ctx.now), ctx.now)
    const payload: SessionOpened = { sessionId, heldOn, place, userIds: council.members.map((member) => member.userId) }
    await recordEvent(tx, { type: decision.event.type, payload, actorId: person.userId, at: ctx.now })
    await audit(tx, ctx, {
      action: decision.event.type,
      subjectType: 'council-session',
      subjectId: sessionId,
      detail: { heldOn, dossiers: dossierIds },
    })
    return done({ sessionId })
  })
}

const reportedOn = (report: { submittedAt: Date | null } | undefined): string | null =>
  report?.submittedAt ? dateInVietnam(report.submittedAt) : null

async function rulesOn(db: ReadDb, date: string): Promise<SessionRules> {
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
