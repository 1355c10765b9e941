import { done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { record } from '../identity/index.ts'
import { ruleActs } from './acts.ts'
import { onProposal } from './open-proposal.ts'
import { updateProposal } from './proposals.store.ts'
import type { ProposalRefusal } from './rules.ts'

export const turnDownProposalInput = z.object({ answer: z.string().trim().min(3).max(1000) })

/** The second person does not agree, and says why; the value that held goes on holding. */
export async function turnDownProposal(
  ctx: Ctx,
  proposalId: string,
  { answer }: z.infer<typeof turnDownProposalInput>,
): Promise<Outcome<null, ProposalRefusal>> {
  return onProposal(
    ctx,
    proposalId,
    () => ruleActs['turn-down'],
    async (tx, act, { proposal, subjectId, by }) => {
      await updateProposal(tx, proposalId, { ...by, status: act.to, answer })
      const { proposedBy, proposedByName } = proposal
      await record(tx, ctx, act, { subjectId, detail: { proposalId, proposedBy, proposedByName, answer } })
      return done(null)
    },
  )
}
