import type { LegalRuleId } from './rules/ids.ts'
import { NotFound, refuseStatus } from '@dacsan/decisions'
import type { NamedAct, Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, Tx } from '../context.ts'
import { requireAct } from '../identity/index.ts'
import type { ProposalStatus } from './acts.ts'
import { versionsFor } from './judge-proposal.ts'
import { lockTopic } from './law.store.ts'
import { lockProposal, selectProposal } from './proposals.store.ts'
import type { StoredProposal } from './proposals.store.ts'
import type { ProposalRefusal } from './rules.ts'
import { newRuleId } from './rules/proposals.ts'
import type { Version } from './rules/proposals.ts'
import { isDeclared } from './topics.ts'
import { handOf, tiesOfProposal } from './who-may.ts'
import type { Hand } from './who-may.ts'

/** What an act on a proposal works with. */
export type OpenProposal = {
  proposal: StoredProposal
  versions: Version[]
  /** The row that it would make, or take back. */
  subjectId: LegalRuleId
  today: string
  by: Hand
}

/**
 * Does something to a proposal that waits: with its topic locked before it, as whoever proposes does, and asked in the transaction who may.
 * The act may hang on the kind of proposal.
 */
export async function onProposal<A extends NamedAct & { to: ProposalStatus }, Result, Refused extends ProposalRefusal>(
  ctx: Ctx,
  proposalId: string,
  actOf: (proposal: StoredProposal) => A,
  work: (tx: Tx, act: A, open: OpenProposal) => Promise<Outcome<Result, Refused>>,
): Promise<Outcome<Result, Refused | ProposalRefusal>> {
  const today = dateInVietnam(ctx.now)
  return inTransaction(ctx, async (tx) => {
    const found = await selectProposal(tx, proposalId)
    if (!found || !isDeclared(found.topic)) throw new NotFound('No such proposal', { proposalId })
    const act = actOf(found)
    requireAct(ctx.actor, act, await tiesOfProposal(tx, ctx.actor, found, today), { known: true })
    const versions = versionsFor(await lockTopic(tx, found.topic))
    const proposal = (await lockProposal(tx, proposalId))!
    const closed = refuseStatus(act, proposal.status)
    if (closed) return { ok: false, refusal: { code: 'wrong-status', status: proposal.status } }
    const subjectId = proposal.ruleId ?? newRuleId(proposal.topic, proposal.effectiveFrom, versions)
    return work(tx, act, { proposal, versions, subjectId, today, by: handOf(ctx) })
  })
}
