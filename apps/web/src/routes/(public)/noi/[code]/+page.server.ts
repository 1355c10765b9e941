import { registerDay } from '@dacsan/modules/catalogue'
import { findPublicPlace } from '@dacsan/modules/traceability'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const [found, day] = await Promise.all([findPublicPlace(ctx, params.code), registerDay(ctx)])
  return { ...found, day }
}
