import { latestNews, marksOnOffer, pressKit } from '@dacsan/modules/promotion'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx, lang }, url }) => {
  const q = (url.searchParams.get('q') ?? '').trim().slice(0, 100)
  const [kit, marks, news] = await Promise.all([pressKit(ctx, lang), marksOnOffer(ctx, q), latestNews(ctx, lang, 3)])
  return { ...kit, marks, news, q }
}
