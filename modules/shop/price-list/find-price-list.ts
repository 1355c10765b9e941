import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { ruleOn } from '../../law/index.ts'
import { selectOffers } from '../listings/listing.store.ts'
import { ownOffers, ownShop } from '../listings/own-shop.ts'
import { availableOf, freshEnough } from '../rules.ts'
import { offerFacts } from '../cart/cart.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

/** What a seller offers to shops today: its packs on sale, with what of them has enough of its life left by the rule of the day. */
export async function findPriceList(ctx: Reader) {
  const today = dateInVietnam(ctx.now)
  const [{ producer, seller }, offers, least] = await Promise.all([
    ownShop(ctx),
    ownOffers(ctx),
    ruleOn(ctx.db, 'wholesale.least-life-percent', today),
  ])
  // A box has no lots of its own to say of how fresh they are.
  const shown = offers.filter(({ listing, parts }) => listing?.shown === 'published' && parts.length === 0)
  const listingIds = shown.map(({ listing }) => listing!.id)
  const gtins = new Map(
    (await selectOffers(ctx.db, { listingIds }, await offerFacts(ctx.db, ctx.now))).map((offer) => [offer.packId, offer.gtin]),
  )
  const rows = shown.map(({ id, packId, name, packName, listing, lots, stars, certificateCode, certifiedUntil }) => {
    const fresh = lots.filter((lot) => freshEnough(lot, { today, least: least.value }))
    return {
      productId: id,
      packId,
      name,
      packName,
      gtin: gtins.get(packId) ?? null,
      priceVnd: listing!.priceVnd,
      unit: listing!.unit,
      maxPerOrder: listing!.maxPerOrder,
      stars,
      certificateCode,
      certifiedUntil,
      available: availableOf(lots, today),
      freshAvailable: availableOf(fresh, today),
      firstExpiry: fresh.flatMap(({ expiresOn }) => expiresOn ?? []).toSorted()[0] ?? null,
    }
  })
  return { seller: producer.name, phone: seller?.phone ?? null, today, least, rows }
}
export type PriceList = Awaited<ReturnType<typeof findPriceList>>
