import { done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { idInput } from '@dacsan/platform/ids'
import { scoredCriteria } from '@dacsan/scorecard'
import { dateInVietnam } from '@dacsan/vietnam'
import type { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { record } from '../../identity/index.ts'
import { actorName } from '../../identity/rules.ts'
import { criteriaSet } from '../../law/index.ts'
import { askTestInput } from '../preparation/laboratory-tests.ts'
import { insertTest, selectTests } from '../preparation/laboratory.store.ts'
import { decideAwaitedTest, preparationActs, sessionActs } from '../rules.ts'
import type { AwaitTestRefusal } from '../rules.ts'
import type { LaboratoryTestId } from '../rules/ids.ts'
import { awaitsTests } from '../words.ts'
import { lockSessionAs, sessionDossier } from './open-session-as.ts'
import { updateSessionDossier } from './session.store.ts'

export const awaitTestInput = askTestInput.omit({ askedOf: true, reportWaits: true }).extend({ sessionId: idInput('ses') })

/**
 * The council has scored once and wants a test before it concludes: the dossier is left for a later session, the producer is told what to bring, and
 * the sheets of this session are kept.
 */
export async function awaitTest(
  ctx: Ctx,
  input: z.infer<typeof awaitTestInput>,
): Promise<Outcome<{ testId: LaboratoryTestId }, AwaitTestRefusal>> {
  const act = sessionActs['await-test']
  return inTransaction(ctx, async (tx) => {
    const { session } = await lockSessionAs(tx, ctx, input.sessionId, act)
    const dossier = await sessionDossier(tx, session.id, input.dossierId)
    const decision = decideAwaitedTest(session, dossier.finding, input, {
      criteria: scoredCriteria(criteriaSet(dossier.criteriaDecision, dossier.setCode)).map(({ code }) => code),
      today: dateInVietnam(ctx.now),
    })
    if (!decision.ok) return decision
    const { dossierId, criterion, indicator, reason, dueOn } = input
    const id = ctx.newId('lbt')
    const asked = {
      id,
      dossierId,
      criterion,
      indicator,
      reason,
      dueOn,
      askedOf: 'producer',
      reportWaits: false,
      askedIn: session.id,
    } as const
    await insertTest(tx, { ...asked, askedAt: ctx.now, askedByName: actorName(ctx.actor) })
    const tests = (await selectTests(tx, [dossierId])).filter(({ askedIn }) => askedIn === session.id)
    const key = { sessionId: session.id, dossierId }
    await updateSessionDossier(tx, key, { finding: 'postponed', finding_reason: awaitsTests(tests.map((test) => test.indicator)) })
    const detail = { test: id, criterion, indicator, dueOn }
    await record(tx, ctx, act, { subjectId: session.id, detail: { dossierId, ...detail } })
    await record(tx, ctx, preparationActs['ask-test'], { subjectId: dossierId, payload: { dossierId, testId: id }, detail })
    return done({ testId: id })
  })
}
