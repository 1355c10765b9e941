import { latestRecognised, listRegister, registerDay, registerSize } from '@dacsan/modules/catalogue'
import { province } from '@dacsan/modules/province'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  const [register, size, latest, day] = await Promise.all([
    listRegister(ctx, {}),
    registerSize(ctx),
    latestRecognised(ctx, 6),
    registerDay(ctx),
  ])
  return { size, facets: register.facets, latest, day, examples: province().site.examples }
}
