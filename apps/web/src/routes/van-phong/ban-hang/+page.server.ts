import { orderList, orderQueueCounts } from '@dacsan/modules/shop'
import { showList } from '#lib/list/show-list.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const asked = new URL(url)
  // `desk` is what addresses called the queue before; links that people kept go on leading there.
  if (asked.searchParams.has('desk') && !asked.searchParams.has('queue'))
    asked.searchParams.set('queue', asked.searchParams.get('desk') ?? '')
  return { queues: await orderQueueCounts(ctx), list: await showList(ctx, orderList, asked) }
}
