import type { Ctx } from '../context.ts'
import { requireRole } from '../identity/index.ts'
import type { List } from '../list.ts'
import { returnsListed } from './list.store.ts'
import type { ListedReturn } from './list.store.ts'
import { ownProducer } from './policy.ts'
import { disputesPage, returnListWords as words, returnStatusWords, sellerReturnsPage, wishWords } from './words.ts'

const columns: List['columns'] = [
  { key: 'code', label: words.code, kind: 'text' },
  { key: 'orderCode', label: words.order, kind: 'text' },
  { key: 'reasonSays', label: words.reason, kind: 'text' },
  { key: 'wanted', label: words.wanted, kind: 'choice', choices: wishWords, onlyInFile: true },
  { key: 'status', label: words.status, kind: 'choice', choices: returnStatusWords },
  { key: 'askedAt', label: words.askedAt, kind: 'moment', always: true },
  { key: 'answerBy', label: words.answerBy, kind: 'moment' },
  { key: 'resolveBy', label: words.resolveBy, kind: 'moment' },
  { key: 'officeAt', label: words.officeAt, kind: 'moment', onlyInFile: true },
  { key: 'endedAt', label: words.endedAt, kind: 'moment', onlyInFile: true },
  { key: 'refundVnd', label: words.refundVnd, kind: 'money', sum: true },
]
const filters: List['filters'] = [
  { name: 'tinh-trang', label: words.status, column: 'status', kind: 'choice', choices: returnStatusWords, any: words.any },
  { name: 'tu', label: words.from, column: 'askedAt', kind: 'from' },
  { name: 'den', label: words.to, column: 'askedAt', kind: 'to' },
]

export const returnList: List<ListedReturn> = {
  name: 'tra-hang',
  path: '/van-phong/ban-hang/tra-hang',
  title: sellerReturnsPage.title,
  columns,
  searched: ['reasonSays'],
  codes: ['code', 'orderCode'],
  filters,
  first: ['-askedAt', '-id'],
  source: async (ctx: Ctx) => ({ statement: returnsListed(ctx.db, { producerId: (await ownProducer(ctx)).id, broughtOnly: false }) }),
}

export const disputeList: List<ListedReturn> = {
  name: 'tranh-chap',
  path: '/van-phong/tranh-chap',
  title: disputesPage.title,
  columns: [columns[0]!, columns[1]!, { key: 'producerName', label: words.seller, kind: 'text' }, ...columns.slice(2)],
  searched: ['reasonSays', 'producerName'],
  codes: ['code', 'orderCode'],
  filters,
  first: ['status', '-askedAt'],
  source: async (ctx: Ctx) => {
    requireRole(ctx.actor, 'trade-department')
    return { statement: returnsListed(ctx.db, { producerId: null, broughtOnly: true }) }
  },
}
