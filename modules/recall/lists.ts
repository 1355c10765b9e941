import type { List } from '../list.ts'
import { recallsListed } from './list.store.ts'
import type { ListedRecall } from './list.store.ts'
import { requireReader } from './policy.ts'
import { kindWords, recallStatusWords, recallsPage as words } from './words.ts'

export const recallList: List<ListedRecall> = {
  name: 'thu-hoi',
  path: '/van-phong/thu-hoi',
  title: words.title,
  columns: [
    { key: 'code', label: words.code, kind: 'text' },
    { key: 'products', label: words.product, kind: 'text' },
    { key: 'lots', label: words.lots, kind: 'text' },
    { key: 'producerName', label: words.producer, kind: 'text' },
    { key: 'kind', label: words.kind, kind: 'choice', choices: kindWords },
    { key: 'status', label: words.status, kind: 'choice', choices: recallStatusWords },
    { key: 'startedAt', label: words.startedAt, kind: 'moment' },
    { key: 'decideBy', label: words.decideBy, kind: 'moment', onlyInFile: true },
    { key: 'decidedAt', label: words.decidedAt, kind: 'moment', onlyInFile: true },
    { key: 'finishBy', label: words.finishBy, kind: 'day' },
    { key: 'closedAt', label: words.closedAt, kind: 'moment', onlyInFile: true },
    { key: 'orders', label: words.orders, kind: 'number' },
    { key: 'reason', label: words.reason, kind: 'text', onlyInFile: true },
  ],
  searched: ['products', 'producerName', 'reason'],
  codes: ['code', 'lots'],
  filters: [
    { name: 'tinh-trang', label: words.status, column: 'status', kind: 'choice', choices: recallStatusWords, any: words.any },
    { name: 'loai', label: words.kind, column: 'kind', kind: 'choice', choices: kindWords, any: words.anyKind },
    { name: 'tu', label: words.from, column: 'startedAt', kind: 'from' },
    { name: 'den', label: words.to, column: 'startedAt', kind: 'to' },
  ],
  first: ['status', '-startedAt'],
  source: async (ctx) => ({ statement: recallsListed(ctx.db, await requireReader(ctx)) }),
}
