import { NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dong } from '@dacsan/vietnam'
import { packsOfProduct, registerDay } from '../../catalogue/index.ts'
import type { Ctx, Tx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { ruleOn } from '../../law/index.ts'
import type { SaveListingInput } from '../inputs.ts'
import type { ListingId } from '../rules/ids.ts'
import { isCertified, lockListing, selectListable, updateListingStatus, upsertListing } from './listing.store.ts'
import { lockSeller } from '../sellers/seller.store.ts'
import type { ListableProduct, OwnListing } from './listing.store.ts'
import { decidePause, decidePricing, decidePublish, listingActs, sellerStatusOf, tiesOfGoods } from '../rules.ts'
import type { ListingAct, PauseRefusal, PricingRefusal, PublishRefusal } from '../rules.ts'

/** Price, unit and words of a pack in the shop, of the usual one where none is named; a first save makes a draft that nobody sees yet. */
export async function saveListing(ctx: Ctx, input: SaveListingInput): Promise<Outcome<{ listingId: ListingId }, PricingRefusal>> {
  const pricing = decidePricing({
    priceVnd: dong(input.priceVnd),
    steps: input.steps ?? [],
    leastQuantity: input.leastQuantity ?? 1,
    multiple: input.multiple ?? 1,
    maxPerOrder: input.maxPerOrder ?? null,
  })
  return inTransaction(ctx, async (tx) => {
    const product = await selectListable(tx, input.productId)
    if (!product) throw new NotFound('No such product', { id: input.productId })
    requireAct(ctx.actor, listingActs.save, tiesOfGoods(product))
    const packs = await packsOfProduct(tx, product.id)
    const pack = packs.find(({ id, isDefault }) => (input.packId === undefined ? isDefault : id === input.packId))
    if (!pack) throw new NotFound('No such pack', { packId: input.packId })
    if (!pricing.ok) return pricing
    const { id } = await upsertListing(tx, {
      ...pricing.event,
      id: ctx.newId('lst'),
      productId: product.id,
      packId: pack.id,
      producerId: product.producerId,
      unit: input.unit,
      description: input.description,
      weightGrams: input.weightGrams ?? null,
      needsCold: input.needsCold ?? false,
      at: ctx.now,
    })
    const { priceVnd, steps } = pricing.event
    const detail = { productId: product.id, packId: pack.id, priceVnd, unit: input.unit, ...(steps.length > 0 && { steps }) }
    await record(tx, ctx, listingActs.save, { subjectId: id, detail })
    return done({ listingId: id })
  })
}

export async function publishListing(ctx: Ctx, { listingId }: { listingId: ListingId }): Promise<Outcome<null, PublishRefusal>> {
  const day = await registerDay(ctx)
  const required = await ruleOn(ctx.db, 'seller.verification-required', day.today)
  return inTransaction(ctx, async (tx) => {
    const { listing, product } = await lockListed(tx, ctx, 'publish', listingId)
    const seller = await lockSeller(tx, listing.producerId)
    const decision = decidePublish(listing, {
      seller: seller ? sellerStatusOf(seller) : 'none',
      verificationRequired: required.value,
      certified: isCertified(product, day),
    })
    if (!decision.ok) return decision
    await updateListingStatus(tx, listingId, decision.event.status, ctx.now)
    await record(tx, ctx, listingActs.publish, { subjectId: listingId, payload: { listingId, productId: product.id } })
    return done(null)
  })
}

/** The seller takes a break, or the provincial office takes the listing down. */
export async function pauseListing(ctx: Ctx, { listingId }: { listingId: ListingId }): Promise<Outcome<null, PauseRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const { listing, product } = await lockListed(tx, ctx, 'pause', listingId)
    const decision = decidePause(listing)
    if (!decision.ok) return decision
    await updateListingStatus(tx, listingId, decision.event.status, ctx.now)
    await record(tx, ctx, listingActs.pause, { subjectId: listingId, payload: { listingId, productId: product.id } })
    return done(null)
  })
}

async function lockListed(
  tx: Tx,
  ctx: Ctx,
  act: ListingAct,
  listingId: ListingId,
): Promise<{ listing: OwnListing; product: ListableProduct }> {
  const listing = await lockListing(tx, listingId)
  const product = listing && (await selectListable(tx, listing.productId))
  // What whoever made it before offered is nobody's listing any more.
  if (!listing || product?.producerId !== listing.producerId) throw new NotFound('No such listing', { listingId })
  requireAct(ctx.actor, listingActs[act], tiesOfGoods(product))
  return { listing, product }
}
