import { findProducer, registerDay } from '@dacsan/modules/catalogue'
import { keepPage } from '#lib/keep-page.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { ctx } = event.locals
  const [producer, day] = await Promise.all([findProducer(ctx, event.params.slug), registerDay(ctx)])
  keepPage(event, { shows: 'producer' })
  return { producer, day }
}
