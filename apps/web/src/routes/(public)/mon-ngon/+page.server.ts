import { listPublicNews } from '@dacsan/modules/promotion'
import { newsAsked } from '#lib/news/news-asked.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, lang }, url }) => {
  const asked = newsAsked(url)
  return { ...asked, ...(await listPublicNews(ctx, lang, asked, ['recipe'])) }
}
