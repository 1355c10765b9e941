import type { List } from '../../list.ts'
import { contestsListed } from './list.store.ts'
import type { ListedContest } from './list.store.ts'
import { requireOffice } from './policy.ts'
import { contestStatusWords } from './words/names.ts'
import { contestsPage as words } from './words/pages.ts'

export const contestList: List<ListedContest> = {
  name: 'cuoc-thi',
  path: '/van-phong/cuoc-thi',
  title: words.title,
  columns: [
    { key: 'name', label: words.name, kind: 'text' },
    { key: 'status', label: words.status, kind: 'choice', choices: contestStatusWords },
    { key: 'opensAt', label: words.opensAt, kind: 'moment', onlyInFile: true },
    { key: 'closesAt', label: words.closesAt, kind: 'moment', always: true },
    { key: 'judgeBy', label: words.judgeBy, kind: 'moment' },
    { key: 'entered', label: words.entered, kind: 'number' },
    { key: 'handedIn', label: words.handedIn, kind: 'number' },
  ],
  searched: ['name'],
  codes: [],
  filters: [
    { name: 'tinh-trang', label: words.status, column: 'status', kind: 'choice', choices: contestStatusWords, any: words.any },
    { name: 'tu', label: words.from, column: 'closesAt', kind: 'from' },
    { name: 'den', label: words.to, column: 'closesAt', kind: 'to' },
  ],
  first: ['-closesAt', 'id'],
  source: async (ctx) => {
    requireOffice(ctx.actor)
    return { statement: contestsListed(ctx.db) }
  },
}
