import { communeMap, latestRecognised, listRegister, registerDay, registerSize } from '@dacsan/modules/catalogue'
import { fewPoints, latestNews, listCollections, nextFairs, productsInSeason, toldAbout } from '@dacsan/modules/promotion'
import { province } from '@dacsan/modules/province'
import { shelfNow, stockMark } from '@dacsan/modules/shop'
import { shelfPrices } from '@dacsan/modules/shop/rules'
import { keepPage } from '#lib/keep-page.ts'
import { tilePrices } from '#lib/shop/tile-prices.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { ctx, lang } = event.locals
  const { listings, onSale } = await shelfNow(ctx)
  const [register, size, latest, day, news, [story], inSeason, sold, collections, fairs, points] = await Promise.all([
    listRegister(ctx, {}),
    registerSize(ctx),
    latestRecognised(ctx, 6),
    registerDay(ctx),
    latestNews(ctx, lang, 3),
    toldAbout(ctx, lang, 'story', {}, 1),
    productsInSeason(ctx, 6),
    onSale.length === 0 ? null : listRegister(ctx, { sale: 'now' }, { onSale, prices: shelfPrices(listings) }),
    listCollections(ctx, lang),
    nextFairs(ctx, 3),
    fewPoints(ctx, 4),
  ])
  const seasonal = new Set(inSeason.map(({ id }) => id))
  const soldToo = (sold?.items ?? []).filter(({ id }) => !seasonal.has(id)).slice(0, 6)
  const maps = await communeMap(ctx, register.facets.commune)
  const placed = maps.flatMap(({ districts }) => districts.flatMap(({ tiles }) => tiles.map(({ count }) => count)))
  keepPage(event, { shows: 'home', ...(listings.length > 0 && { stock: stockMark('all', listings) }) })
  return {
    size,
    facets: register.facets,
    maps,
    unplaced: size.real - placed.reduce((sum, count) => sum + count, 0),
    latest,
    day,
    news,
    story,
    inSeason,
    /** What is in season stands above already. */
    sold: soldToo,
    isSold: onSale.length > 0,
    prices: tilePrices(listings, [...inSeason, ...soldToo]),
    // Four pictures of each are shown.
    collections: collections.slice(0, 3).map(({ slug, title, language, isSample, season, isInSeason, forWhom, products }) => ({
      slug,
      title,
      language,
      isSample,
      season,
      isInSeason,
      forWhom,
      count: products.length,
      products: products.slice(0, 4).map(({ id, name, photo, aisle }) => ({ id, name, photo, aisle })),
    })),
    fairs: fairs.map(({ slug, name, venue, opensOn, closesOn, isSample }) => ({ slug, name, venue, opensOn, closesOn, isSample })),
    points,
    examples: province().site.examples,
  }
}
