import { NotFound, mayOf } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import { cardsOf, registerDay } from '../../catalogue/index.ts'
import { certificateState, priceBands } from '../../catalogue/rules.ts'
import type { CertificateState, PriceBand, ProductCard, ProductId } from '../../catalogue/rules.ts'
import type { Ctx, ReadDb } from '../../context.ts'
import type { Asking } from '../../message.ts'
import { grantsOf } from '../../identity/rules.ts'
import { shelfNow } from '../../shop/index.ts'
import { priceFrom } from '../../shop/rules.ts'
import type { NewsLanguage } from '../news/rules/languages.ts'
import { collectionActs } from './acts.ts'
import {
  selectCollection,
  selectCollectionBySlug,
  selectCollectionProducts,
  selectCollectionTexts,
  selectPublished,
} from './collection.store.ts'
import type { StoredCollection } from './collection.store.ts'
import { requireCollectionDesk } from './policy.ts'
import type { CollectionId } from './rules/ids.ts'
import { isInSeason, monthOf } from './rules/season.ts'
import { bandOf, isShownIn, receivers } from './rules/shown.ts'
import type { Receiver } from './rules/shown.ts'
import { selectSeasons } from './season.store.ts'

type Reader = Pick<Ctx, 'db' | 'now'>

const seasonOf = ({ fromMonth, untilMonth }: StoredCollection) =>
  fromMonth === null || untilMonth === null ? null : { fromMonth, untilMonth }

/** Published collections as a reader sees them today, those in season first. */
async function readCollections({ db, now }: Pick<Asking, 'db' | 'now'>, language: NewsLanguage, stored: readonly StoredCollection[]) {
  const ids = stored.map(({ id }) => id)
  const [texts, held, day] = await Promise.all([
    selectCollectionTexts(db, ids),
    selectCollectionProducts(db, ids),
    registerDay({ db, now }),
  ])
  const cards = new Map((await cardsOf({ db }, [...new Set(held.map(({ productId }) => productId))])).map((card) => [card.id, card]))
  const month = monthOf(dateInVietnam(now))
  return stored.map((one) => {
    const own = texts.filter(({ id }) => id === one.id)
    const text = own.find((each) => each.language === language) ?? own.find((each) => each.language === 'vi')!
    const products = held.flatMap(({ collectionId, productId }) => (collectionId === one.id ? (cards.get(productId) ?? []) : []))
    const season = seasonOf(one)
    return {
      id: one.id,
      slug: one.slug,
      isSample: one.isSample,
      forWhom: one.forWhom,
      season,
      isInSeason: season === null || isInSeason(season, month),
      language: text.language,
      title: text.title,
      text: text.text,
      products: products.filter((card) => isShownIn(certificateState(card, day))),
      fallen: products.flatMap((card) => {
        const state = certificateState(card, day)
        return isShownIn(state) ? [] : [{ id: card.id, name: card.name, slug: card.slug, state }]
      }),
    }
  })
}
type ReadCollection = Awaited<ReturnType<typeof readCollections>>[number]

/** What fell out is the business of the desk alone. */
function shownToAll(read: ReadCollection): Omit<ReadCollection, 'fallen'> {
  const { id, slug, isSample, forWhom, season, isInSeason: isNow, language, title, text, products } = read
  return { id, slug, isSample, forWhom, season, isInSeason: isNow, language, title, text, products }
}

/** What everybody may open: those with something to show, those in season first. */
export async function listCollections(ctx: Reader, language: NewsLanguage) {
  const all = await readCollections(ctx, language, await selectPublished(ctx.db))
  return all
    .filter(({ products }) => products.length > 0)
    .toSorted((one, other) => Number(other.isInSeason) - Number(one.isInSeason))
    .map(shownToAll)
}

export async function findPublicCollection(ctx: Reader, slug: string, language: NewsLanguage) {
  const stored = await selectCollectionBySlug(ctx.db, slug)
  if (stored?.status !== 'published') throw new NotFound('No such collection', { slug })
  const [read] = await readCollections(ctx, language, [stored])
  return shownToAll(read!)
}

type Gift = { product: ProductCard; priceVnd: number }
type GiftsAsked = { receiver?: Receiver | undefined; band?: PriceBand | undefined }

/** Gifts that can be ordered now, by what their cheapest pack really costs today; the cheapest first. */
export async function findGifts(ctx: Reader, language: NewsLanguage, { receiver, band }: GiftsAsked) {
  const guides = (await listCollections(ctx, language)).filter(({ forWhom }) => forWhom.length > 0)
  const chosen = guides.filter(({ forWhom }) => receiver === undefined || forWhom.includes(receiver))
  const { listings } = await shelfNow(ctx)
  const packs = Map.groupBy(
    listings.filter(({ available }) => available > 0),
    ({ productId }) => productId,
  )
  const products = new Map(chosen.flatMap((guide) => guide.products.map((product) => [product.id, product] as const)))
  const gifts = [...products.values()].flatMap((product): Gift[] => {
    const least = priceFrom(packs.get(product.id) ?? [])
    return least ? [{ product, priceVnd: least.listing.priceVnd }] : []
  })
  return {
    guides: chosen.map(({ slug, title, language: spoken, forWhom, isSample }) => ({ slug, title, language: spoken, forWhom, isSample })),
    receivers: receivers.filter((one) => guides.some(({ forWhom }) => forWhom.includes(one))),
    bands: priceBands.filter((one) => gifts.some(({ priceVnd }) => bandOf(priceVnd) === one)),
    gifts: gifts
      .filter(({ priceVnd }) => band === undefined || bandOf(priceVnd) === band)
      .toSorted((one, other) => one.priceVnd - other.priceVnd),
    listings,
  }
}

/** The products in season this month whose recognition holds. */
export async function productsInSeason({ db, now }: Reader, most: number): Promise<ProductCard[]> {
  const month = monthOf(dateInVietnam(now))
  const ids = (await selectSeasons(db)).flatMap((season) => (isInSeason(season, month) ? [season.productId] : []))
  if (ids.length === 0) return []
  const [cards, day] = await Promise.all([cardsOf({ db }, ids), registerDay({ db, now })])
  return cards.filter((card) => isShownIn(certificateState(card, day))).slice(0, most)
}

/** What fell out of published collections, for whoever keeps them. */
export async function fallenProducts(
  db: ReadDb,
  now: Date,
): Promise<{ collectionId: CollectionId; title: string; productId: ProductId; name: string; state: CertificateState }[]> {
  const all = await readCollections({ db, now }, 'vi', await selectPublished(db))
  return all.flatMap(({ id, title, fallen }) =>
    fallen.map((one) => ({ collectionId: id, title, productId: one.id, name: one.name, state: one.state })),
  )
}

/** A collection as the desk works on it. */
export async function findCollection(ctx: Pick<Ctx, 'db' | 'now' | 'actor'>, id: CollectionId) {
  requireCollectionDesk(ctx.actor)
  const stored = await selectCollection(ctx.db, id)
  if (!stored) throw new NotFound('No such collection')
  const [read] = await readCollections(ctx, 'vi', [stored])
  const texts = await selectCollectionTexts(ctx.db, [id])
  return {
    collection: {
      id,
      slug: stored.slug,
      status: stored.status,
      version: stored.version,
      fromMonth: stored.fromMonth,
      untilMonth: stored.untilMonth,
      forWhom: stored.forWhom,
    },
    texts,
    title: read!.title,
    slugs: await slugsOf(ctx.db, id),
    shown: read!.products.map(({ name, slug }) => ({ name, slug })),
    fallen: read!.fallen,
    isPublic: stored.status === 'published',
    may: mayOf(collectionActs, stored.status, grantsOf(ctx.actor, {})),
  }
}
async function slugsOf(db: ReadDb, id: CollectionId): Promise<string[]> {
  const held = await selectCollectionProducts(db, [id])
  const cards = new Map((await cardsOf({ db }, held.map(({ productId }) => productId))).map(({ id: productId, slug }) => [productId, slug])) // prettier-ignore
  return held.flatMap(({ productId }) => cards.get(productId) ?? [])
}

/** The seasons as the desk keeps them. */
export async function listSeasons(ctx: Pick<Ctx, 'db' | 'actor'>) {
  requireCollectionDesk(ctx.actor)
  const seasons = await selectSeasons(ctx.db)
  const cards = new Map((await cardsOf(ctx, seasons.map(({ productId }) => productId))).map((card) => [card.id, card])) // prettier-ignore
  return seasons.flatMap((season) => {
    const card = cards.get(season.productId)
    return card ? [{ ...season, name: card.name, slug: card.slug }] : []
  })
}
