import { NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { idInput } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { record, requireAct } from '../identity/index.ts'
import { lockDecisions, selectDecision, updateSent } from './decision.store.ts'
import { countOutcomes, decideSending, decisionActs } from './rules.ts'
import type { SendingRefusal } from './rules.ts'
import { signingWords as says } from './words.ts'

export const sendToMinistryInput = z.object({
  decisionId: idInput('dec'),
  sentNumber: z.string().trim().min(1, says.letterMissing).max(60, says.numberLong),
  sentOn: z.iso.date(says.sentOnMissing),
})
export type SendToMinistryInput = z.infer<typeof sendToMinistryInput>

/** Enters the letter by which the dossiers of five stars went to the ministry; from its day on the ministry's own days are watched. */
export async function sendToMinistry(
  ctx: Ctx,
  { decisionId, sentNumber: number, sentOn: on }: SendToMinistryInput,
): Promise<Outcome<{ decisionId: typeof decisionId }, SendingRefusal>> {
  const act = decisionActs.send
  requireAct(ctx.actor, act)
  return inTransaction(ctx, async (tx) => {
    await lockDecisions(tx)
    const decision = await selectDecision(tx, { id: decisionId })
    if (!decision) throw new NotFound('No such decision', { decisionId })
    const { status, signedOn, items, sentNumber, sentOn } = decision
    const potentialFive = countOutcomes(items)['potential-five']
    const decided = decideSending({ status, signedOn, potentialFive }, { on }, { today: dateInVietnam(ctx.now) })
    if (!decided.ok) return decided
    if (sentNumber === number && sentOn === on) return done({ decisionId })
    await updateSent(tx, decisionId, { number, on })
    await record(tx, ctx, act, { subjectId: decisionId, detail: { number, on, before: { number: sentNumber, on: sentOn } } })
    return done({ decisionId })
  })
}
