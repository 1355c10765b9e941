import { findProducer, registerDay } from '@dacsan/modules/catalogue'
import { toldAbout } from '@dacsan/modules/promotion'
import { keepPage } from '#lib/keep-page.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { ctx } = event.locals
  const [producer, day] = await Promise.all([findProducer(ctx, event.params.slug), registerDay(ctx)])
  const stories = await toldAbout(ctx, event.locals.lang, 'story', { producer: producer.id })
  keepPage(event, { shows: 'producer' })
  return { producer, day, stories }
}
