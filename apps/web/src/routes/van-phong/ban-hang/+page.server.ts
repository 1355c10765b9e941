import { orderFilterInput, ordersOfProducer } from '@dacsan/modules/shop'
import { filterOf } from '#lib/filter.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const filter = orderFilterInput.parse(filterOf(url))
  return { filter, ...(await ordersOfProducer(locals.ctx, filter)) }
}
