import { NotFound, done, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { Ctx, Tx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { actorId } from '../../identity/rules.ts'
import type { SuspendSellerInput, VerifySellerInput } from '../inputs.ts'
import { sellerActs, sellerStatusOf } from '../rules.ts'
import type { SuspendRefusal, VerifyRefusal } from '../rules.ts'
import { lockSeller, updateVerification } from './seller.store.ts'
import type { Seller } from './seller.store.ts'

/** The provincial office, or the trade department, saw the seller's papers: from now on its listings may be shown. */
export async function verifySeller(ctx: Ctx, { producerId, method }: VerifySellerInput): Promise<Outcome<null, VerifyRefusal>> {
  const act = sellerActs.verify
  requireAct(ctx.actor, act)
  return inTransaction(ctx, async (tx) => {
    const closed = refuseStatus(act, sellerStatusOf(await lockKnownSeller(tx, producerId)))
    if (closed) return closed
    await updateVerification(tx, producerId, { status: act.to, at: ctx.now, method, by: actorId(ctx.actor) })
    await record(tx, ctx, act, { subjectId: producerId, payload: { producerId } })
    return done(null)
  })
}

/** Takes a seller out of the shop at once; orders that stand are kept and can be finished. */
export async function suspendSeller(ctx: Ctx, { producerId, reason }: SuspendSellerInput): Promise<Outcome<null, SuspendRefusal>> {
  const act = sellerActs.suspend
  requireAct(ctx.actor, act)
  return inTransaction(ctx, async (tx) => {
    const closed = refuseStatus(act, sellerStatusOf(await lockKnownSeller(tx, producerId)))
    if (closed) return closed
    await updateVerification(tx, producerId, { status: act.to, at: ctx.now, method: reason, by: actorId(ctx.actor) })
    await record(tx, ctx, act, { subjectId: producerId, payload: { producerId, reason } })
    return done(null)
  })
}

async function lockKnownSeller(tx: Tx, producerId: ProducerId): Promise<Seller> {
  const seller = await lockSeller(tx, producerId)
  if (!seller) throw new NotFound('No such seller', { producerId })
  return seller
}
