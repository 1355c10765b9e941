import { NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, Tx } from '../../context.ts'
import { audit } from '../../identity/index.ts'
import { ruleOn } from '../../law/index.ts'
import { record } from '../events.ts'
import type { SaveListingInput } from '../inputs.ts'
import { isCertified, lockListing, selectListable, updateListingStatus, upsertListing } from './listing.store.ts'
import { lockSeller } from '../sellers/seller.store.ts'
import type { ListableProduct, OwnListing } from './listing.store.ts'
import { maySellFor, mayOversee } from '../policy.ts'
import { decidePause, decidePublish } from '../rules.ts'
import type { PauseRefusal, PublishRefusal } from '../rules.ts'

/** Price, unit and words of a product in the shop; a first save makes a draft that nobody sees yet. */
export async function saveListing(ctx: Ctx, input: SaveListingInput): Promise<Outcome<{ listingId: string }, never>> {
  return inTransaction(ctx, async (tx) => {
    const product = await selectListable(tx, input.productId)
    if (!product || !maySellFor(ctx.actor, product.organisationId)) throw new NotFound('No such product', { id: input.productId })
    const { id } = await upsertListing(tx, {
      id: ctx.newId('lst'),
      productId: product.id,
      producerId: product.producerId,
      priceVnd: input.priceVnd,
      unit: input.unit,
      description: input.description,
      maxPerOrder: input.maxPerOrder ?? null,
      at: ctx.now,
    })
    await audit(tx, ctx, {
      action: 'listing.saved',
      subjectType: 'listing',
      subjectId: id,
      detail: { productId: product.id, priceVnd: input.priceVnd, unit: input.unit },
    })
    return done({ listingId: id })
  })
}

export async function publishListing(ctx: Ctx, { listingId }: { listingId: string }): Promise<Outcome<null, PublishRefusal>> {
  const today = dateInVietnam(ctx.now)
  const required = await ruleOn(ctx.db, 'seller.verification-required', today)
  return inTransaction(ctx, async (tx) => {
    const { listing, product } = await lockListed(tx, listingId)
    if (!maySellFor(ctx.actor, product.organisationId)) throw new NotFound('No such listing', { listingId })
    const seller = await lockSeller(tx, listing.producerId)
    const decision = decidePublish(listing, {
      seller: !seller ? 'none' : seller.verifiedAt ? 'verified' : 'unverified',
      verificationRequired: required.value,
      certified: isCertified(product, today),
    })
    if (!decision.ok) return decision
    await updateListingStatus(tx, listingId, decision.event.status, ctx.now)
    await record(tx, ctx, 'listing.published', { listingId, productId: product.id }, { type: 'listing', id: listingId })
    return done(null)
  })
}

/** The seller takes a break, or the provincial office takes the listing down. */
export async function pauseListing(ctx: Ctx, { listingId }: { listingId: string }): Promise<Outcome<null, PauseRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const { listing, product } = await lockListed(tx, listingId)
    if (!maySellFor(ctx.actor, product.organisationId) && !mayOversee(ctx.actor)) throw new NotFound('No such listing', { listingId })
    const decision = decidePause(listing)
    if (!decision.ok) return decision
    await updateListingStatus(tx, listingId, decision.event.status, ctx.now)
    await record(tx, ctx, 'listing.paused', { listingId, productId: product.id }, { type: 'listing', id: listingId })
    return done(null)
  })
}

async function lockListed(tx: Tx, listingId: string): Promise<{ listing: OwnListing; product: ListableProduct }> {
  const listing = await lockListing(tx, listingId)
  const product = listing && (await selectListable(tx, listing.productId))
  if (!listing || !product) throw new NotFound('No such listing', { listingId })
  return { listing, product }
}
