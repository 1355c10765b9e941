import { latestRecognised, listRegister, registerDay, registerSize } from '@dacsan/modules/catalogue'
import { latestNews } from '@dacsan/modules/promotion'
import { province } from '@dacsan/modules/province'
import { keepPage } from '#lib/keep-page.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { ctx } = event.locals
  const [register, size, latest, day, news] = await Promise.all([
    listRegister(ctx, {}),
    registerSize(ctx),
    latestRecognised(ctx, 6),
    registerDay(ctx),
    latestNews(ctx, event.locals.lang, 3),
  ])
  keepPage(event, { shows: 'home' })
  return { size, facets: register.facets, latest, day, news, examples: province().site.examples }
}
