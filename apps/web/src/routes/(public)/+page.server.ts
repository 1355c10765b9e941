import { latestRecognised, listRegister, registerDay, registerSize } from '@dacsan/modules/catalogue'
import { province } from '@dacsan/modules/province'
import { keepPage } from '#lib/keep-page.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { ctx } = event.locals
  const [register, size, latest, day] = await Promise.all([
    listRegister(ctx, {}),
    registerSize(ctx),
    latestRecognised(ctx, 6),
    registerDay(ctx),
  ])
  keepPage(event, { shows: 'home' })
  return { size, facets: register.facets, latest, day, examples: province().site.examples }
}
