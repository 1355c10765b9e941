import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { addJob } from '@dacsan/platform/add-job'
import { inTransaction } from '@dacsan/platform/context'
import { shrinkImage } from '@dacsan/platform/images'
import { buffer } from 'node:stream/consumers'
import { answerAttributes, listingLimits } from '@dacsan/marketplaces'
import type { MarketplaceName, RemoteOffer } from '@dacsan/marketplaces'
import { dateInVietnam } from '@dacsan/vietnam'
import { openPublicPhoto, selectProductsToSpread } from '../../catalogue/index.ts'
import type { ProductId } from '../../catalogue/rules.ts'
import type { Ctx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { ownOffers, ownShop } from '../../shop/index.ts'
import { channelShopActs, tiesOfSeller } from '../acts.ts'
import type { PutUpInput } from '../inputs.ts'
import type { PutUpRefusal } from '../rules/refusals.ts'
import { selectOwnPacks, selectShop } from '../shops/shop.store.ts'
import { madeIn as origin } from '../words/names.ts'
import type { StoredShop } from '../shops/shop.store.ts'
import { askDoor, saysNo } from './ask-door.ts'
import type { Answered, ChannelLines } from './ask-door.ts'
import { insertOffer, selectFreeStock } from './door.store.ts'
import { stockJob } from './tell-stock.ts'

/** With the name of the seller behind it where it is shorter than the marketplace takes. */
function titleFor(channel: MarketplaceName, parts: readonly (string | null)[], producer: string): string {
  const [least, longest] = listingLimits[channel].title
  const title = parts.filter(Boolean).join(', ')
  return [...([...title].length < least ? `${title} - ${producer}` : title)].slice(0, longest).join('')
}

/**
 * Puts a pack that is on sale here up as a draft, under its own id as the code. It is looked for first: an answer that was lost, or a pack that the seller put
 * there by file, makes no second one.
 */
export async function putUp(
  ctx: Ctx,
  lines: ChannelLines,
  { shopId, packId, categoryId }: PutUpInput,
): Promise<Outcome<null, PutUpRefusal>> {
  const shop = await selectShop(ctx.db, shopId)
  if (!shop) throw new NotFound('No such shop')
  requireAct(ctx.actor, channelShopActs['put-up'], tiesOfSeller(shop))
  if (shop.keys === null) return refuse('not-switched-on')
  if (!(await selectOwnPacks(ctx.db, shop.producerId)).some((pack) => pack.packId === packId)) return refuse('pack-not-on-sale')
  const found = await askDoor(ctx, lines, shop, (door) => door.find, { sku: packId })
  if (!found.ok) return saysNo(found.refusal)
  let remote = found.value
  if (remote === null) {
    const drawn = await draw(ctx, lines, shop, { packId, categoryId })
    if (!drawn.ok) return drawn
    remote = drawn.value
  }
  const known = remote
  return inTransaction(ctx, async (tx): Promise<Outcome<null, PutUpRefusal>> => {
    await insertOffer(tx, { shopId, packId, remote: known, at: ctx.now })
    await addJob(tx, stockJob, {}, { key: stockJob })
    await record(tx, ctx, channelShopActs['put-up'], { subjectId: shopId, detail: { packId, itemId: known.itemId } })
    return done(null)
  })
}

async function draw(
  ctx: Ctx,
  lines: ChannelLines,
  shop: StoredShop,
  { packId, categoryId }: Pick<PutUpInput, 'packId' | 'categoryId'>,
): Promise<Outcome<RemoteOffer, PutUpRefusal>> {
  const offer = (await ownOffers(ctx)).find((one) => one.packId === packId)
  const listing = offer?.listing
  if (!offer || !listing || listing.shown !== 'published' || !listing.weightGrams) return refuse('pack-not-on-sale')
  if (!/^\d{1,20}$/.test(categoryId)) return refuse('category-missing')
  const [free, { producer }] = await Promise.all([selectFreeStock(ctx.db, [packId], dateInVietnam(ctx.now)), ownShop(ctx)])
  const title = titleFor(shop.channel, [offer.name, offer.packName], producer.name)
  // Its keys may have been renewed by each question before.
  const ask: Ask = async (step, asked) => askDoor(ctx, lines, (await selectShop(ctx.db, shop.id))!, step, asked)
  const attributes = await ask((door) => door.attributes, { categoryId })
  if (!attributes.ok) return saysNo(attributes.refusal)
  const photos = await putPhotos(ctx, ask, { channel: shop.channel, productId: offer.id })
  if (!photos.ok) return saysNo(photos.refusal)
  const facts = { origin, maker: producer.name, netContent: offer.packName }
  const { answers } = answerAttributes(attributes.value, facts)
  const about = {
    title,
    description: listing.description || offer.name,
    priceVnd: listing.priceVnd,
    grams: listing.weightGrams,
    gtin: offer.gtin,
  }
  const asked = { ...about, sku: packId, stock: free.get(packId) ?? 0, categoryId, photos: photos.value, attributes: answers }
  const drawn = await ask((door) => door.draft, asked)
  return drawn.ok ? drawn : saysNo(drawn.refusal)
}

type Ask = <A, R>(step: Parameters<typeof askDoor<A, R>>[3], asked: A) => ReturnType<typeof askDoor<A, R>>

/** The photos of the register that are large enough there, each as a JPEG, the main one first: by what the marketplace calls them. */
async function putPhotos(
  ctx: Ctx,
  ask: Ask,
  { channel, productId }: { channel: MarketplaceName; productId: ProductId },
): Promise<Answered<string[]>> {
  const [product] = await selectProductsToSpread(ctx.db, [productId])
  const { photos: most, pixels: [least] } = listingLimits[channel] // prettier-ignore
  const large = (product?.photos ?? []).filter(({ width, height }) => Math.min(width, height) >= least).slice(0, most)
  const named: string[] = []
  for (const { hash } of large) {
    const drawing = await shrinkImage(await buffer((await openPublicPhoto(ctx, hash)).stream), { onWhite: true })
    if (!drawing.ok) continue
    const put = await ask((door) => door.photo, { bytes: new Uint8Array(drawing.value.bytes), name: `${named.length + 1}.jpg` })
    if (!put.ok) return put
    named.push(put.value)
  }
  return done(named)
}
