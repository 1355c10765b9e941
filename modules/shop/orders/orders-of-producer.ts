import type { Workbook } from '@dacsan/papers'
import { idInput } from '@dacsan/platform/ids'
import { isPlainDate } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { countOrdersByState, selectOrderRows, selectOrderTotals } from './order-list.store.ts'
import type { OrderFilter } from './order-list.store.ts'
import { ownProducer } from '../policy.ts'
import { orderQueues, queueOf, sellersQueues } from '../rules.ts'
import type { OrderQueue } from '../rules.ts'
import { queueWords, fulfilmentWords, paymentWords } from '../words.ts'
import { orderWorkbookWords as words } from '../words/order-pages.ts'

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

/** The orders of the producer that asks, newest first, with sums over the whole filter and what waits in each queue. */
export async function ordersOfProducer(ctx: Reader, { page, ...filter }: OrderFilterInput) {
  const own: OrderFilter = { ...filter, producerId: (await ownProducer(ctx)).id }
  const [rows, totals, states] = await Promise.all([
    selectOrderRows(ctx.db, own, { limit: pageSize, offset: (page - 1) * pageSize }),
    selectOrderTotals(ctx.db, own),
    countOrdersByState(ctx.db, own.producerId),
  ])
  const counts = new Map<OrderQueue, number>()
  for (const { count, ...state } of states) counts.set(queueOf(state), (counts.get(queueOf(state)) ?? 0) + count)
  const queues = orderQueues.map((queue) => {
    const count = counts.get(queue) ?? 0
    return { queue, count, urgent: count > 0 && sellersQueues.some((one) => one === queue) }
  })
  return { rows, totals, queues, page, pages: Math.max(1, Math.ceil(totals.count / pageSize)) }
}

/** All orders of a filter as a workbook whose checksum row adds up. */
export async function orderWorkbook(ctx: Reader, { page: _page, ...filter }: OrderFilterInput): Promise<Workbook> {
  const producer = await ownProducer(ctx)
  const rows = await selectOrderRows(ctx.db, { ...filter, producerId: producer.id })
  return {
    sheets: [
      {
        name: words.sheet,
        columns: [
          { key: 'code', header: words.code, kind: 'text', total: 'count' },
          { key: 'createdAt', header: words.placedAt, kind: 'datetime' },
          { key: 'buyerName', header: words.buyer, kind: 'text' },
          { key: 'buyerPhone', header: words.phone, kind: 'text' },
          { key: 'contents', header: words.contents, kind: 'text' },
          { key: 'quantity', header: words.quantity, kind: 'integer', total: 'sum' },
          { key: 'totalVnd', header: words.total, kind: 'money', total: 'sum' },
          { key: 'keptVnd', header: words.received, kind: 'money', total: 'sum' },
          { key: 'payment', header: words.payment, kind: 'text' },
          { key: 'fulfilment', header: words.fulfilment, kind: 'text' },
        ],
        rows: rows.map(({ id: _id, holdUntil: _hold, ...row }) => ({
          ...row,
          payment: paymentWords[row.payment],
          fulfilment: fulfilmentWords[row.fulfilment],
        })),
      },
    ],
    source: {
      title: words.title(producer.name),
      query: 'shop.orders-of-producer',
      version: '1',
      producedAt: ctx.now,
      filters: [
        ...(filter.from ? [{ label: words.from, value: filter.from }] : []),
        ...(filter.to ? [{ label: words.until, value: filter.to }] : []),
        ...(filter.queue ? [{ label: words.queue, value: queueWords[filter.queue] }] : []),
      ],
    },
  }
}
