import { done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import type { Ctx } from '../context.ts'
import { record } from '../identity/index.ts'
import { ruleActs } from './acts.ts'
import { onProposal } from './open-proposal.ts'
import { updateProposal } from './proposals.store.ts'
import type { ProposalRefusal } from './rules.ts'

/** Whoever proposed takes the proposal away before anybody has decided. */
export async function withdrawProposal(ctx: Ctx, proposalId: string): Promise<Outcome<null, ProposalRefusal>> {
  return onProposal(
    ctx,
    proposalId,
    () => ruleActs.withdraw,
    async (tx, act, { subjectId, by }) => {
      await updateProposal(tx, proposalId, { ...by, status: act.to })
      await record(tx, ctx, act, { subjectId, detail: { proposalId } })
      return done(null)
    },
  )
}
