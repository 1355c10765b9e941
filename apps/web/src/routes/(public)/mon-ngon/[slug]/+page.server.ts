import { cardsOf, registerDay } from '@dacsan/modules/catalogue'
import { findPublicNews } from '@dacsan/modules/promotion'
import { shelfNow } from '@dacsan/modules/shop'
import { redirect } from '@sveltejs/kit'
import { localHref } from '#lib/languages.ts'
import { countReader, editionAsked } from '#lib/news/count-reader.ts'
import { paths } from '#lib/paths.ts'
import { tilePrices } from '#lib/shop/tile-prices.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { ctx, lang } = event.locals
  const edition = editionAsked(event.url)
  const found = await findPublicNews(ctx, event.params.slug, lang, edition)
  if (found.article && !found.article.dish) redirect(308, localHref(lang, paths.newsItem(event.params.slug, edition)))
  if (found.article) await countReader(event, found.article)
  const ids = found.article?.tags.products.map(({ id }) => id) ?? []
  const [products, day, { listings }] = await Promise.all([cardsOf(ctx, ids), registerDay(ctx), shelfNow(ctx)])
  return { ...found, products, day, prices: tilePrices(listings, products) }
}
