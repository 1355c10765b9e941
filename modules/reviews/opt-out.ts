import { done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../context.ts'
import { record, requireAct } from '../identity/index.ts'
import { findDeliveredOrder, openOrderLink } from '../shop/index.ts'
import { invitationActs } from './acts.ts'
import { insertOptOut } from './invitation.store.ts'
import type { Link } from './reviews/open-review.ts'

/** Whoever bought wants no message that asks for a review of this purchase. */
export async function optOut(ctx: Ctx, link: Link): Promise<Outcome<null, never>> {
  return inTransaction(ctx, async (tx) => {
    const { orderId, link: opens } = await openOrderLink({ db: tx }, link)
    requireAct(ctx.actor, invitationActs['opt-out'], { link: opens })
    const { groupId } = await findDeliveredOrder(tx, orderId)
    if (await insertOptOut(tx, groupId, ctx.now)) await record(tx, ctx, invitationActs['opt-out'], { subjectId: groupId })
    return done(null)
  })
}
