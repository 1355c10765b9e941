import { latestRecognised, listRegister, registerDay } from '@dacsan/modules/catalogue'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  const [register, latest, day] = await Promise.all([listRegister(ctx, {}), latestRecognised(ctx, 6), registerDay(ctx)])
  return { total: register.total, facets: register.facets, latest, day }
}
