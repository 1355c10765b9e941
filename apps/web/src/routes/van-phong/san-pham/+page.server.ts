import { producerOfActor, productsOfProducer, registerDay } from '@dacsan/modules/catalogue'
import { requireRole } from '@dacsan/modules/identity'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  requireRole(ctx.actor, 'producer')
  const producer = await producerOfActor(ctx)
  const [products, day] = await Promise.all([producer ? productsOfProducer(ctx, producer.id) : [], registerDay(ctx)])
  return { products, day }
}
