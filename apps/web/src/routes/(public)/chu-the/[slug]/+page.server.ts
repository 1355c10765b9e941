import { findProducer, registerDay } from '@dacsan/modules/catalogue'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const [producer, day] = await Promise.all([findProducer(ctx, params.slug), registerDay(ctx)])
  return { producer, day }
}
