import { ownFile, productsOfProducer, registerDay } from '@dacsan/modules/catalogue'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  const { producer } = await ownFile(ctx)
  const [products, day] = await Promise.all([producer ? productsOfProducer(ctx, producer.id) : [], registerDay(ctx)])
  return { products, day }
}
