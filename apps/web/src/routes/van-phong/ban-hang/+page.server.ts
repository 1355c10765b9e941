import { orderList, orderQueueCounts } from '@dacsan/modules/shop'
import { orderTag, queueWords } from '@dacsan/modules/shop/words'
import { showList } from '#lib/list/show-list.ts'
import { whenWords } from '#lib/shop/when.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const asked = new URL(url)
  // `desk` is what addresses called the queue before; links that people kept go on leading there.
  if (asked.searchParams.has('desk') && !asked.searchParams.has('queue'))
    asked.searchParams.set('queue', asked.searchParams.get('desk') ?? '')
  const [queues, list] = await Promise.all([orderQueueCounts(ctx), showList(ctx, orderList, asked)])
  return {
    queues: queues.map((one) => ({ ...one, label: queueWords[one.queue] })),
    list: { ...list, rows: list.rows.map((order) => ({ ...order, tag: orderTag(order), placed: whenWords(order.createdAt) })) },
  }
}
