import type { Ctx } from '../context.ts'
import type { List } from '../list.ts'
import { parcelsListed } from './list.store.ts'
import type { ListedParcel } from './list.store.ts'
import { ownSeller } from './policy.ts'
import { carrierWords, parcelStateWords, parcelsPage as words } from './words.ts'

export const parcelList: List<ListedParcel> = {
  name: 'van-don',
  path: '/van-phong/van-chuyen',
  title: words.title,
  columns: [
    { key: 'orderCode', label: words.columns.orderCode, kind: 'text', always: true },
    { key: 'carrierCode', label: words.columns.carrierCode, kind: 'text' },
    { key: 'carrier', label: words.columns.carrier, kind: 'choice', choices: carrierWords },
    { key: 'state', label: words.columns.state, kind: 'choice', choices: parcelStateWords },
    { key: 'codVnd', label: words.columns.codVnd, kind: 'money', sum: true },
    { key: 'paidVnd', label: words.columns.paidVnd, kind: 'money', sum: true },
    { key: 'feeVnd', label: words.columns.feeVnd, kind: 'money', sum: true },
    { key: 'createdOn', label: words.columns.createdOn, kind: 'day' },
  ],
  searched: [],
  codes: ['orderCode', 'carrierCode'],
  filters: [
    { name: 'trang-thai', label: words.columns.state, column: 'state', kind: 'choice', choices: parcelStateWords, any: words.any },
    { name: 'hang', label: words.columns.carrier, column: 'carrier', kind: 'choice', choices: carrierWords, any: words.any },
    { name: 'tu', label: words.from, column: 'createdOn', kind: 'from' },
    { name: 'den', label: words.to, column: 'createdOn', kind: 'to' },
  ],
  first: ['-createdOn', '-id'],
  source: async (ctx: Ctx) => ({ statement: parcelsListed(ctx.db, (await ownSeller(ctx)).producerId) }),
}
