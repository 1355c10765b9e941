import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { proposeWithdrawalWithin } from '../../certificates/index.ts'
import type { WithdrawalProposalId } from '../../certificates/rules.ts'
import type { Ctx, ReadDb } from '../../context.ts'
import { actorName, record } from '../../identity/index.ts'
import { inspectionActs } from '../acts.ts'
import { hasRole } from '../../identity/rules.ts'
import type { ProposeFromVisitInput } from '../inputs.ts'
import type { ProposeFromVisitRefusal } from '../rules/refusals.ts'
import { beginVisit, movedOf } from '../visits/open-visit.ts'
import { withdrawalOf } from '../visits/read-visits.ts'
import { insertInspectionWithdrawal, selectInspectionsBehind } from './inspection-withdrawal.store.ts'
import type { InspectionBehind } from './inspection-withdrawal.store.ts'

/** The office proposes to take the certificate back on the minutes of a visit: they are the conclusion on whose day the term begins (Điều 9). */
export async function proposeFromVisit(
  ctx: Ctx,
  { inspectionId, reason, note }: ProposeFromVisitInput,
): Promise<Outcome<{ proposalId: WithdrawalProposalId }, ProposeFromVisitRefusal>> {
  const act = inspectionActs['propose-withdrawal']
  return inTransaction(ctx, async (tx) => {
    const begun = await beginVisit(tx, ctx, 'propose-withdrawal', inspectionId)
    if (!begun.ok) return begun
    const ground = await withdrawalOf({ db: tx, now: ctx.now }, begun.value)
    if (!ground) return refuse('nothing-grave')
    const { certificateCode, conclusion } = ground
    const proposed = await proposeWithdrawalWithin(tx, ctx, { certificateCode, reason, note, conclusion })
    if (!proposed.ok) return proposed
    const { proposalId } = proposed.value
    await insertInspectionWithdrawal(tx, { proposalId, inspectionId, at: ctx.now, byName: actorName(ctx.actor) })
    await record(tx, ctx, act, {
      subjectId: inspectionId,
      payload: movedOf(begun.value),
      detail: { proposalId, certificate: certificateCode, reason },
    })
    return done({ proposalId })
  })
}

/** The visits on whose minutes withdrawals stand, for the office, which may read them; nothing for other readers of decisions. */
export async function inspectionsBehind(
  ctx: Pick<Ctx, 'actor'> & { db: ReadDb },
  proposals: readonly { id: WithdrawalProposalId }[],
): Promise<InspectionBehind[]> {
  return proposals.length === 0 || !hasRole(ctx.actor, 'provincial-officer')
    ? []
    : selectInspectionsBehind(
        ctx.db,
        proposals.map(({ id }) => id),
      )
}
