import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { addJob } from '@dacsan/platform/add-job'
import { inTransaction } from '@dacsan/platform/context'
import { listingLimits } from '@dacsan/marketplaces'
import type { MarketplaceName, RemoteOffer } from '@dacsan/marketplaces'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { ownOffers, ownShop } from '../../shop/index.ts'
import { channelShopActs, tiesOfSeller } from '../acts.ts'
import type { PutUpInput } from '../inputs.ts'
import type { PutUpRefusal } from '../rules/refusals.ts'
import { selectOwnPacks, selectShop } from '../shops/shop.store.ts'
import type { StoredShop } from '../shops/shop.store.ts'
import { askDoor, saysNo } from './ask-door.ts'
import type { ChannelLines } from './ask-door.ts'
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
  const asked = { sku: packId, title, description: listing.description || offer.name, priceVnd: listing.priceVnd, stock: free.get(packId) ?? 0, grams: listing.weightGrams, categoryId } // prettier-ignore
  // Its keys may have been renewed while it was looked for.
  const drawn = await askDoor(ctx, lines, (await selectShop(ctx.db, shop.id))!, (door) => door.draft, asked)
  return drawn.ok ? drawn : saysNo(drawn.refusal)
}
