import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { record, requireAct } from '../identity/index.ts'
import { ruleActs } from './acts.ts'
import { versionsFor } from './judge-proposal.ts'
import { lockTopic } from './law.store.ts'
import { insertProposal } from './proposals.store.ts'
import type { TakingBackRefusal, WaitingRefusal } from './rules.ts'
import { decideTakingBack } from './rules/proposals.ts'
import { isDeclared } from './topics.ts'
import { proposedBy, tiesOfTopic } from './who-may.ts'

export const proposeTakingBackInput = z.object({
  topic: z.string().refine(isDeclared, 'unknown-topic'),
  ruleId: z.string().min(1).max(200),
  /** Why: the second person and the history read it. */
  reason: z.string().trim().min(3).max(1000),
})
export type ProposeTakingBackInput = z.infer<typeof proposeTakingBackInput>

/** Proposes to take a row back on its first day or before; once a second person confirms, the row before it holds again. */
export async function proposeTakingBack(
  ctx: Ctx,
  { topic, ruleId, reason }: ProposeTakingBackInput,
): Promise<Outcome<{ proposalId: string }, TakingBackRefusal | WaitingRefusal>> {
  const act = ruleActs['propose-taking-back']
  requireAct(ctx.actor, act, tiesOfTopic(topic), { known: true })
  return inTransaction(ctx, async (tx) => {
    const versions = versionsFor(await lockTopic(tx, topic))
    const version = versions.find(({ id, takenBack }) => id === ruleId && !takenBack)
    if (!version) throw new NotFound('No such legal rule', { topic, ruleId })
    const decision = decideTakingBack(version, { today: dateInVietnam(ctx.now), versions })
    if (!decision.ok) return decision
    const id = ctx.newId('lgp')
    const proposed = await insertProposal(tx, {
      id,
      kind: 'take-back',
      topic,
      ruleId: version.id,
      effectiveFrom: version.effectiveFrom,
      value: null,
      instrument: null,
      article: null,
      sourceUrl: null,
      certainty: null,
      note: reason,
      status: act.to,
      ...proposedBy(ctx),
    })
    if (!proposed) return refuse('already-proposed')
    await record(tx, ctx, act, { subjectId: ruleId, detail: { proposalId: id, reason } })
    return done({ proposalId: id })
  })
}
