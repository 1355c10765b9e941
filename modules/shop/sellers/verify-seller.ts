import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../../context.ts'
import { requireRole } from '../../identity/index.ts'
import { record } from '../events.ts'
import type { SuspendSellerInput, VerifySellerInput } from '../inputs.ts'
import { lockSeller, selectSellers, updateVerification } from './seller.store.ts'
import { sellerOverseers } from '../policy.ts'
import type { SuspendRefusal, VerifyRefusal } from '../rules.ts'

/** The provincial office, or the trade department, saw the seller's papers: from now on its listings may be shown. */
export async function verifySeller(ctx: Ctx, { producerId, method }: VerifySellerInput): Promise<Outcome<null, VerifyRefusal>> {
  const officer = requireRole(ctx.actor, ...sellerOverseers)
  return inTransaction(ctx, async (tx) => {
    const seller = await lockSeller(tx, producerId)
    if (!seller) throw new NotFound('No such seller', { producerId })
    if (seller.verifiedAt) return refuse('already-verified')
    await updateVerification(tx, producerId, { at: ctx.now, method, by: officer.userId })
    await record(tx, ctx, 'seller.verified', { producerId }, { type: 'seller', id: producerId })
    return done(null)
  })
}

/** Takes a seller out of the shop at once; orders that stand are kept and can be finished. */
export async function suspendSeller(ctx: Ctx, { producerId, reason }: SuspendSellerInput): Promise<Outcome<null, SuspendRefusal>> {
  requireRole(ctx.actor, ...sellerOverseers)
  return inTransaction(ctx, async (tx) => {
    const seller = await lockSeller(tx, producerId)
    if (!seller) throw new NotFound('No such seller', { producerId })
    if (!seller.verifiedAt) return refuse('seller-unverified')
    await updateVerification(tx, producerId, null)
    await record(tx, ctx, 'seller.suspended', { producerId, reason }, { type: 'seller', id: producerId })
    return done(null)
  })
}

/** Every seller with the facts that a verification looks at, the unverified first. */
export async function listSellers(ctx: Pick<Ctx, 'db' | 'actor'>) {
  requireRole(ctx.actor, ...sellerOverseers)
  return selectSellers(ctx.db)
}
