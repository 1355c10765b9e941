import { NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { actorId } from '../../identity/rules.ts'
import type { PublishListingInput, ReturnListingInput } from '../inputs.ts'
import { decideReading, listingActs } from '../rules.ts'
import type { ReadRefusal } from '../rules.ts'
import { lockListing, updateListingStatus } from './listing.store.ts'

/** The trade department, or the provincial office, read what the seller posts: from now on everybody may. */
export async function publishListing(ctx: Ctx, { listingId, version }: PublishListingInput): Promise<Outcome<null, ReadRefusal>> {
  const act = listingActs.publish
  requireAct(ctx.actor, act)
  return inTransaction(ctx, async (tx) => {
    const listing = await lockListing(tx, listingId)
    if (!listing) throw new NotFound('No such listing', { listingId })
    const decision = decideReading('publish', listing, { version })
    if (!decision.ok) return decision
    await updateListingStatus(tx, listingId, { ...decision.event, readBy: actorId(ctx.actor), at: ctx.now })
    const { productId, producerId } = listing
    await record(tx, ctx, act, { subjectId: listingId, payload: { listingId, productId, producerId } })
    return done(null)
  })
}

/** What is posted goes back to the seller with what is wrong with it. */
export async function returnListing(ctx: Ctx, { listingId, version, reason }: ReturnListingInput): Promise<Outcome<null, ReadRefusal>> {
  const act = listingActs.return
  requireAct(ctx.actor, act)
  return inTransaction(ctx, async (tx) => {
    const listing = await lockListing(tx, listingId)
    if (!listing) throw new NotFound('No such listing', { listingId })
    const decision = decideReading('return', listing, { version })
    if (!decision.ok) return decision
    await updateListingStatus(tx, listingId, { ...decision.event, returnReason: reason, at: ctx.now })
    const { productId, producerId } = listing
    await record(tx, ctx, act, { subjectId: listingId, payload: { listingId, productId, producerId, reason } })
    return done(null)
  })
}
