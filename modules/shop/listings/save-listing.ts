import { NotFound, done } from '@dacsan/decisions'
import type { Decision, Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam, dong } from '@dacsan/vietnam'
import { packsOfProduct, registerDay } from '../../catalogue/index.ts'
import type { Ctx, Tx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { ruleOn } from '../../law/index.ts'
import type { SaveListingInput } from '../inputs.ts'
import type { ListingId } from '../rules/ids.ts'
import { lockListing, lockListingOfPack, selectListable, updateListingStatus, upsertListing } from './listing.store.ts'
import { policiesToAccept } from '../sellers/accept-policies.ts'
import { renewVerification } from '../sellers/judge-paper.ts'
import { selectPapers } from '../sellers/paper.store.ts'
import { papersAskedFor, verificationDay } from '../sellers/papers-asked.ts'
import { lockSeller } from '../sellers/seller.store.ts'
import { isSuspended } from '../sellers/suspension.store.ts'
import type { ListableProduct, OwnListing } from './listing.store.ts'
import { boxFacts, partsOfBox } from './box-facts.ts'
import { replaceParts } from './part.store.ts'
import {
  decideBox,
  decidePause,
  decidePricing,
  decideResume,
  decideSubmit,
  listingActs,
  recognitionOf,
  sameParts,
  sellerStatusOf,
  statusOfSaved,
  termOfPapers,
  tiesOfGoods,
} from '../rules.ts'
import type { ListingAct, ListingStatus, PauseRefusal, ResumeRefusal, SaveListingRefusal, SellingFacts, SubmitRefusal } from '../rules.ts'

/** Price, unit and words of a pack in the shop, of the usual one where none is named; a first save makes a draft that nobody sees yet, other words than were read wait to be read. */
export async function saveListing(ctx: Ctx, input: SaveListingInput): Promise<Outcome<{ listingId: ListingId }, SaveListingRefusal>> {
  const pricing = decidePricing({
    priceVnd: dong(input.priceVnd),
    steps: input.steps ?? [],
    leastQuantity: input.leastQuantity ?? 1,
    multiple: input.multiple ?? 1,
    maxPerOrder: input.maxPerOrder ?? null,
    byWeight: input.byWeight ? { ...input.byWeight, perKgVnd: dong(input.byWeight.perKgVnd) } : null,
  })
  return inTransaction(ctx, async (tx) => {
    const product = await selectListable(tx, input.productId)
    if (!product) throw new NotFound('No such product', { id: input.productId })
    requireAct(ctx.actor, listingActs.save, tiesOfGoods(product))
    const packs = await packsOfProduct(tx, product.id)
    const pack = packs.find(({ id, isDefault }) => (input.packId === undefined ? isDefault : id === input.packId))
    if (!pack) throw new NotFound('No such pack', { packId: input.packId })
    if (!pricing.ok) return pricing
    const before = await lockListingOfPack(tx, pack.id)
    const lay = before ? await partsOfBox(tx, before.id) : []
    const wanted = input.parts ?? lay
    const box = decideBox(wanted, {
      ...(await boxFacts(tx, ctx, { packId: pack.id, wanted, before })),
      packId: pack.id,
      producerId: product.producerId,
      pricing: pricing.event,
    })
    if (!box.ok) return box
    const { parts } = box.event
    const said = { unit: input.unit, description: input.description, parts, producerId: product.producerId }
    const status = statusOfSaved(before && { ...before, parts: lay }, said)
    const { id } = await upsertListing(tx, {
      ...pricing.event,
      status,
      returnReason: status === 'returned' ? before!.returnReason : null,
      id: ctx.newId('lst'),
      productId: product.id,
      packId: pack.id,
      producerId: product.producerId,
      unit: input.unit,
      description: input.description,
      weightGrams: input.weightGrams ?? null,
      needsCold: input.needsCold ?? false,
      lowStock: input.lowStock ?? null,
      shelfLifeDays: input.shelfLifeDays ?? null,
      at: ctx.now,
    })
    if (!sameParts(lay, parts)) await replaceParts(tx, id, parts)
    const { priceVnd, steps, byWeight } = pricing.event
    const detail = {
      productId: product.id,
      packId: pack.id,
      priceVnd,
      unit: input.unit,
      status,
      ...(steps.length > 0 && { steps }),
      ...(byWeight && { byWeight }),
      ...(parts.length > 0 && { parts }),
    }
    await record(tx, ctx, listingActs.save, { subjectId: id, detail })
    return done({ listingId: id })
  })
}

/** The seller hands in what it posts: somebody reads it before anybody else does. */
export async function submitListing(ctx: Ctx, { listingId }: { listingId: ListingId }): Promise<Outcome<null, SubmitRefusal>> {
  return putUp(ctx, listingId, {
    act: 'submit',
    decide: async (tx, listing, product, facts) => {
      const { producerId } = listing
      const today = dateInVietnam(ctx.now)
      const asked = await papersAskedFor(tx, producerId, { today, setCode: product.setCode })
      const { missing } = termOfPapers(asked, await selectPapers(tx, producerId), today)
      const open = await policiesToAccept(tx, producerId, today)
      return decideSubmit(listing, { ...facts, missing, policiesAccepted: open.length === 0 })
    },
  })
}

/** After a break, what was read before is sold again. */
export async function resumeListing(ctx: Ctx, { listingId }: { listingId: ListingId }): Promise<Outcome<null, ResumeRefusal>> {
  return putUp(ctx, listingId, { act: 'resume', decide: async (_, listing, __, facts) => decideResume(listing, facts) })
}

async function putUp<Refusal extends { code: string }>(
  ctx: Ctx,
  listingId: ListingId,
  {
    act,
    decide,
  }: {
    act: 'submit' | 'resume'
    decide: (
      tx: Tx,
      listing: OwnListing,
      product: ListableProduct,
      facts: SellingFacts,
    ) => Promise<Decision<{ status: ListingStatus }, Refusal>>
  },
): Promise<Outcome<null, Refusal>> {
  const day = await registerDay(ctx)
  const required = await ruleOn(ctx.db, 'seller.verification-required', day.today)
  return inTransaction(ctx, async (tx) => {
    const { listing, product } = await lockListed(tx, ctx, act, listingId)
    const seller = await lockSeller(tx, listing.producerId)
    const suspended = await isSuspended(tx, listing.producerId, ctx.now)
    const status = seller ? sellerStatusOf(seller, await verificationDay(tx, day.today)) : 'none'
    const decision = await decide(tx, listing, product, {
      seller: suspended ? 'suspended' : status,
      verificationRequired: required.value,
      recognition: recognitionOf(product, day),
    })
    if (!decision.ok) return decision
    await updateListingStatus(tx, listingId, { ...decision.event, at: ctx.now })
    const { producerId } = listing
    if (act === 'submit') await renewVerification(tx, ctx, producerId)
    await record(tx, ctx, listingActs[act], { subjectId: listingId, payload: { listingId, productId: product.id, producerId } })
    return done(null)
  })
}

/** The seller takes a break, or the provincial office takes the listing down. */
export async function pauseListing(ctx: Ctx, { listingId }: { listingId: ListingId }): Promise<Outcome<null, PauseRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const { listing, product } = await lockListed(tx, ctx, 'pause', listingId)
    const decision = decidePause(listing)
    if (!decision.ok) return decision
    await updateListingStatus(tx, listingId, { ...decision.event, at: ctx.now })
    const { producerId } = listing
    await record(tx, ctx, listingActs.pause, { subjectId: listingId, payload: { listingId, productId: product.id, producerId } })
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
