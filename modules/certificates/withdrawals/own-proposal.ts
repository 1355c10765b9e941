import { NotFound, done, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import type { Tx } from '../../context.ts'
import { requireAct } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import type { ProposalRefusal, WithdrawalProposalId, withdrawalActs } from '../rules.ts'
import { selectProposals } from './withdrawal.store.ts'
import type { WithdrawalProposal } from './withdrawal.store.ts'

type OnProposal = (typeof withdrawalActs)['confirm' | 'deny' | 'drop']

/** The proposal that somebody acts on: not there for another commune, and closed where it was answered. */
export async function requireOwnProposal(
  tx: Tx,
  actor: Actor,
  act: OnProposal,
  proposalId: WithdrawalProposalId,
): Promise<Outcome<WithdrawalProposal, Extract<ProposalRefusal, { code: 'proposal-closed' }>>> {
  const [proposal] = await selectProposals(tx, [proposalId])
  requireAct(actor, act, { commune: proposal?.communeCode ?? null })
  if (!proposal) throw new NotFound('No such withdrawal', { proposalId })
  return refuseStatus(act, proposal.status) ?? done(proposal)
}
