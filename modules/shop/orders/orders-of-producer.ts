import { idInput } from '@dacsan/platform/ids'
import { isPlainDate } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { countOrdersByState, selectOrderRows, selectOrderTotals } from './order-list.store.ts'
import type { OrderFilter } from './order-list.store.ts'
import { ownProducer } from '../policy.ts'
import { orderQueues, queueOf, sellersQueues } from '../rules.ts'
import type { OrderQueue } from '../rules.ts'

const day = z.string().refine(isPlainDate).optional().catch(undefined)
/** `desk` is what addresses called the queue before; links that people kept go on leading there. */
const withQueue = (typed: unknown): unknown => {
  const { desk, ...filter } = { ...(typed as Record<string, unknown>) }
  return { queue: desk, ...filter }
}
export const orderFilterInput = z.preprocess(
  withQueue,
  z.object({
    queue: z.enum(orderQueues).optional().catch(undefined),
    from: day,
    to: day,
    lotId: idInput('lot').optional().catch(undefined),
    page: z.coerce.number().int().min(1).max(100_000).catch(1),
  }),
)
export type OrderFilterInput = z.infer<typeof orderFilterInput>

const pageSize = 50

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

/** What waits in each queue of the producer that asks. */
export async function orderQueueCounts(ctx: Reader) {
  const { id } = await ownProducer(ctx)
  const counts = new Map<OrderQueue, number>()
  for (const { count, ...state } of await countOrdersByState(ctx.db, id))
    counts.set(queueOf(state), (counts.get(queueOf(state)) ?? 0) + count)
  return orderQueues.map((queue) => {
    const count = counts.get(queue) ?? 0
    return { queue, count, urgent: count > 0 && sellersQueues.some((one) => one === queue) }
  })
}

/** The orders of the producer that asks, newest first, with sums over the whole filter and what waits in each queue. */
export async function ordersOfProducer(ctx: Reader, { page, ...filter }: OrderFilterInput) {
  const own: OrderFilter = { ...filter, producerId: (await ownProducer(ctx)).id }
  const [rows, totals, queues] = await Promise.all([
    selectOrderRows(ctx.db, own, { limit: pageSize, offset: (page - 1) * pageSize }),
    selectOrderTotals(ctx.db, own),
    orderQueueCounts(ctx),
  ])
  return { rows, totals, queues, page, pages: Math.max(1, Math.ceil(totals.count / pageSize)) }
}
