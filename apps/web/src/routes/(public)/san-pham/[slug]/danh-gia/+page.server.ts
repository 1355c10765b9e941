import { allPostsOf, productToAsk, publishedReasons } from '@dacsan/modules/reviews'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, lang }, params, url }) => {
  const asked = Number(url.searchParams.get('trang') ?? 1)
  const page = Number.isInteger(asked) && asked >= 1 && asked <= 10_000 ? asked : 1
  const [posts, { isSold }, reasons] = await Promise.all([
    allPostsOf(ctx, params.slug, page),
    productToAsk(ctx, params.slug),
    publishedReasons(ctx),
  ])
  return { ...posts, isSold, reasons: reasons.map(({ key, says }) => ({ key, says: says[lang] })) }
}
