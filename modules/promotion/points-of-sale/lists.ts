import { requireRole } from '../../identity/index.ts'
import type { List } from '../../list.ts'
import { pointsListed } from './list.store.ts'
import type { ListedPoint } from './list.store.ts'
import { pointStatusWords } from './words/names.ts'
import { pointsPage as words } from './words/pages.ts'

export const pointList: List<ListedPoint> = {
  name: 'diem-ban',
  path: '/van-phong/diem-ban',
  title: words.title,
  columns: [
    { key: 'name', label: words.name, kind: 'text' },
    { key: 'status', label: words.status, kind: 'choice', choices: pointStatusWords },
    { key: 'communeName', label: words.commune, kind: 'text' },
    { key: 'operatorName', label: words.operator, kind: 'text' },
    { key: 'recognisedOn', label: words.recognisedOn, kind: 'day' },
    { key: 'inspectedOn', label: words.inspectedOn, kind: 'day' },
  ],
  searched: ['name', 'communeName', 'operatorName'],
  codes: [],
  filters: [{ name: 'tinh-trang', label: words.status, column: 'status', kind: 'choice', choices: pointStatusWords, any: words.any }],
  first: ['status', 'name', 'id'],
  source: async (ctx) => {
    requireRole(ctx.actor, 'trade-department')
    return { statement: pointsListed(ctx.db) }
  },
}
