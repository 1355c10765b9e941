import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { actorId } from '../../identity/rules.ts'
import type { VerifySellerInput } from '../inputs.ts'
import { namesOf, sellerActs, sellerStatusOf, termOfPapers } from '../rules.ts'
import type { VerifyRefusal } from '../rules.ts'
import { selectPapers } from './paper.store.ts'
import { papersAskedOf, verificationDay } from './papers-asked.ts'
import { lockSeller, updateVerification } from './seller.store.ts'

/** The provincial office, or the trade department, saw all papers that are asked of this seller: its listings may be shown until the first of them ends. */
export async function verifySeller(ctx: Ctx, { producerId, method }: VerifySellerInput): Promise<Outcome<null, VerifyRefusal>> {
  const act = sellerActs.verify
  requireAct(ctx.actor, act)
  const today = dateInVietnam(ctx.now)
  return inTransaction(ctx, async (tx) => {
    const seller = await lockSeller(tx, producerId)
    if (!seller) throw new NotFound('No such seller', { producerId })
    const closed = refuseStatus(act, sellerStatusOf(seller, await verificationDay(tx, today)))
    if (closed) return closed
    const asked = await papersAskedOf(tx, producerId, { today, drafts: true })
    const { missing, until } = termOfPapers(asked, await selectPapers(tx, producerId), today)
    if (missing.length > 0) return refuse('papers-missing', { papers: namesOf(missing) })
    await updateVerification(tx, producerId, { status: act.to, at: ctx.now, method, by: actorId(ctx.actor), until })
    await record(tx, ctx, act, { subjectId: producerId, payload: { producerId }, detail: { until } })
    return done(null)
  })
}
