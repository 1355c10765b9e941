import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { cardsOf, freeSlug, registerDay, slugOf } from '../../catalogue/index.ts'
import { certificateState } from '../../catalogue/rules.ts'
import type { Ctx, Tx } from '../../context.ts'
import { actorId, actorName, record, requireAct } from '../../identity/index.ts'
import { collectionActs, seasonActs } from './acts.ts'
import {
  insertCollection,
  insertCollectionTexts,
  replaceCollectionProducts,
  selectCollectionByKey,
  selectCollectionProducts,
  takenCollectionSlugs,
  updateCollection,
  updateCollectionStatus,
} from './collection.store.ts'
import { findTypedProducts } from './find-products.ts'
import { textsOfCollection } from './inputs.ts'
import type { ChangeCollectionInput, ClearSeasonInput, CollectionInput, CreateCollectionInput, SetSeasonInput } from './inputs.ts'
import { beginCollection, recordCollection } from './policy.ts'
import type { CollectionId } from './rules/ids.ts'
import type { CollectionClosed, CollectionFormRefusal, PublishRefusal, SeasonRefusal } from './rules/refusals.ts'
import { isShownIn } from './rules/shown.ts'
import { deleteSeason, upsertSeason } from './season.store.ts'

const writtenBy = (ctx: Ctx) => ({ at: ctx.now, byId: actorId(ctx.actor), byName: actorName(ctx.actor) })
const isHalf = ({ fromMonth, untilMonth }: Pick<CreateCollectionInput, 'fromMonth' | 'untilMonth'>) =>
  (fromMonth === null) !== (untilMonth === null)

/** A collection that nobody outside sees yet. The same form sent twice is one. */
export async function createCollection(
  ctx: Ctx,
  input: CreateCollectionInput,
  { isSample = false } = {},
): Promise<Outcome<{ collectionId: CollectionId }, CollectionFormRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<{ collectionId: CollectionId }, CollectionFormRefusal>> => {
    requireAct(ctx.actor, collectionActs.create)
    const before = await selectCollectionByKey(tx, input.requestKey)
    if (before) return done({ collectionId: before.id })
    if (isHalf(input)) return refuse('season-half')
    const products = await findTypedProducts(tx, input.products)
    if (!products.ok) return products
    const id = ctx.newId('col')
    const plain = slugOf(input.title)
    const { slug } = freeSlug(plain, await takenCollectionSlugs(tx, plain))
    await insertCollection(tx, { ...input, id, slug, isSample, at: ctx.now, byId: actorId(ctx.actor) })
    await insertCollectionTexts(tx, { id, version: 1 }, textsOfCollection(input), writtenBy(ctx))
    await replaceCollectionProducts(tx, id, products.value)
    await recordCollection(tx, ctx, 'create', { id, slug })
    return done({ collectionId: id })
  })
}

/** The next version; whoever read another than the last is shown the last. */
export async function changeCollection(
  ctx: Ctx,
  input: ChangeCollectionInput,
): Promise<Outcome<null, CollectionClosed | CollectionFormRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, CollectionClosed | CollectionFormRefusal>> => {
    const begun = await beginCollection(tx, ctx, 'change', input.collectionId)
    if (!begun.ok) return begun
    const { id, version } = begun.value
    if (version !== input.version) return refuse('changed-elsewhere')
    if (isHalf(input)) return refuse('season-half')
    const products = await findTypedProducts(tx, input.products)
    if (!products.ok) return products
    await insertCollectionTexts(tx, { id, version: version + 1 }, textsOfCollection(input), writtenBy(ctx))
    await updateCollection(tx, id, { ...input, version: version + 1 })
    await replaceCollectionProducts(tx, id, products.value)
    await recordCollection(tx, ctx, 'change', begun.value)
    return done(null)
  })
}

/** Shown to everybody, once it would show something. */
export async function publishCollection(
  ctx: Ctx,
  { collectionId }: CollectionInput,
): Promise<Outcome<null, CollectionClosed | PublishRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, CollectionClosed | PublishRefusal>> => {
    const begun = await beginCollection(tx, ctx, 'publish', collectionId)
    if (!begun.ok) return begun
    const held = await selectCollectionProducts(tx, [collectionId])
    const [cards, day] = [await cardsOf({ db: tx }, held.map(({ productId }) => productId)), await registerDay({ db: tx, now: ctx.now })] // prettier-ignore
    if (!cards.some((card) => isShownIn(certificateState(card, day)))) return refuse('no-product-shown')
    await updateCollectionStatus(tx, collectionId, collectionActs.publish.to)
    await recordCollection(tx, ctx, 'publish', begun.value)
    return done(null)
  })
}

export async function closeCollection(ctx: Ctx, { collectionId }: CollectionInput): Promise<Outcome<null, CollectionClosed>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, CollectionClosed>> => {
    const begun = await beginCollection(tx, ctx, 'close', collectionId)
    if (!begun.ok) return begun
    await updateCollectionStatus(tx, collectionId, collectionActs.close.to)
    await recordCollection(tx, ctx, 'close', begun.value)
    return done(null)
  })
}

/** When a product is in season each year, and who says so. */
export async function setSeason(ctx: Ctx, { product, ...season }: SetSeasonInput): Promise<Outcome<null, SeasonRefusal>> {
  return inTransaction(ctx, async (tx: Tx): Promise<Outcome<null, SeasonRefusal>> => {
    requireAct(ctx.actor, seasonActs.set)
    const found = await findTypedProducts(tx, [product])
    if (!found.ok) return found
    const productId = found.value[0]!
    await upsertSeason(tx, { ...season, productId }, writtenBy(ctx))
    await record(tx, ctx, seasonActs.set, { subjectId: productId, detail: season })
    return done(null)
  })
}

export async function clearSeason(ctx: Ctx, { product }: ClearSeasonInput): Promise<Outcome<null, SeasonRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, SeasonRefusal>> => {
    requireAct(ctx.actor, seasonActs.clear)
    const found = await findTypedProducts(tx, [product])
    if (!found.ok) return found
    await deleteSeason(tx, found.value[0]!)
    await record(tx, ctx, seasonActs.clear, { subjectId: found.value[0]! })
    return done(null)
  })
}
