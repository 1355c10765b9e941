import { NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../context.ts'
import { record } from '../identity/index.ts'
import { ruleActs } from './acts.ts'
import { judgeProposal } from './judge-proposal.ts'
import { insertRules, takeBackRule } from './law.store.ts'
import { onProposal } from './open-proposal.ts'
import { updateProposal } from './proposals.store.ts'
import type { ProposalRefusal } from './rules.ts'
import { decideTakingBack } from './rules/proposals.ts'
import type { Certainty } from './topics.ts'

/** Confirms what somebody else proposed: from here on the new row holds from its day, or the row taken back holds no more. */
export async function confirmProposal(ctx: Ctx, proposalId: string): Promise<Outcome<{ id: string }, ProposalRefusal>> {
  return onProposal(
    ctx,
    proposalId,
    ({ kind }) => (kind === 'supersede' ? ruleActs.confirm : ruleActs['confirm-taking-back']),
    async (tx, act, { proposal, versions, subjectId: id, today, by }): Promise<Outcome<{ id: string }, ProposalRefusal>> => {
      const { topic, effectiveFrom, note, proposedBy, proposedByName } = proposal
      const behind = { proposalId, proposedBy, proposedByName }
      if (act.event === ruleActs['confirm-taking-back'].event) {
        const version = versions.find((one) => one.id === id && !one.takenBack)
        if (!version) throw new NotFound('No such legal rule', { topic, ruleId: id })
        const decision = decideTakingBack(version, { today, versions })
        if (!decision.ok) return decision
        await takeBackRule(tx, id, ctx.now)
        await updateProposal(tx, proposalId, { ...by, status: act.to })
        await record(tx, ctx, act, { subjectId: id, detail: { ...behind, reason: note } })
        return done({ id })
      }
      const judged = await judgeProposal(tx, { topic, value: proposal.value, effectiveFrom, note }, { today, versions })
      if (!judged.ok) return judged
      const { value } = judged.value
      const { instrument, article, sourceUrl, certainty, proposedAt } = proposal
      const row = { id, topic, value, effectiveFrom, instrument: instrument!, article, sourceUrl, certainty: certainty as Certainty, note }
      await insertRules(tx, [{ ...row, checkedOn: dateInVietnam(proposedAt), confirmedAt: ctx.now }])
      await updateProposal(tx, proposalId, { ...by, status: act.to, ruleId: id })
      await record(tx, ctx, act, { subjectId: id, detail: { ...behind, value, instrument, effectiveFrom } })
      return done({ id })
    },
  )
}
