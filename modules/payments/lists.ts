import type { Ctx } from '../context.ts'
import type { List } from '../list.ts'
import { linesListed } from './list.store.ts'
import type { ListedLine } from './list.store.ts'
import { ownSeller } from './policy.ts'
import { bookPage as words, cameByWords, standWords, stateWords } from './words.ts'

export const bankLineList: List<ListedLine> = {
  name: 'so-tien',
  path: '/van-phong/tien-ve/so',
  title: words.title,
  columns: [
    { key: 'bookedOn', label: words.columns.at, kind: 'day', always: true },
    { key: 'inVnd', label: words.columns.inVnd, kind: 'money', sum: true },
    { key: 'outVnd', label: words.columns.outVnd, kind: 'money', sum: true },
    { key: 'content', label: words.columns.content, kind: 'text' },
    { key: 'orderCode', label: words.columns.orderCode, kind: 'text' },
    { key: 'stand', label: words.columns.stand, kind: 'choice', choices: standWords },
    { key: 'state', label: words.columns.state, kind: 'choice', choices: stateWords, onlyInFile: true },
    { key: 'reference', label: words.columns.reference, kind: 'text', onlyInFile: true },
    { key: 'cameBy', label: words.columns.cameBy, kind: 'choice', choices: cameByWords, onlyInFile: true },
    { key: 'note', label: words.columns.note, kind: 'text', onlyInFile: true },
  ],
  searched: ['content', 'note'],
  codes: ['orderCode', 'reference'],
  filters: [
    { name: 'tinh-trang', label: words.columns.stand, column: 'stand', kind: 'choice', choices: standWords, any: words.any },
    { name: 'tu', label: words.from, column: 'bookedOn', kind: 'from' },
    { name: 'den', label: words.to, column: 'bookedOn', kind: 'to' },
  ],
  first: ['-bookedOn', '-id'],
  source: async (ctx: Ctx) => ({ statement: linesListed(ctx.db, (await ownSeller(ctx)).producerId) }),
}
