import { requireRole } from '../../identity/index.ts'
import type { List } from '../../list.ts'
import { routesListed } from './list.store.ts'
import type { ListedRoute } from './list.store.ts'
import { routeStatusWords } from './words/names.ts'
import { routesPage as words } from './words/pages.ts'

export const routeList: List<ListedRoute> = {
  name: 'tuyen',
  path: '/van-phong/tuyen',
  title: words.title,
  columns: [
    { key: 'name', label: words.name, kind: 'text' },
    { key: 'status', label: words.status, kind: 'choice', choices: routeStatusWords },
    { key: 'hostName', label: words.host, kind: 'text' },
    { key: 'stops', label: words.stops, kind: 'number' },
    { key: 'out', label: words.out, kind: 'number' },
    { key: 'enquiries', label: words.enquiries, kind: 'number' },
    { key: 'groups', label: words.groups, kind: 'number' },
    { key: 'people', label: words.people, kind: 'number' },
    { key: 'stamps', label: words.stamps, kind: 'number' },
  ],
  searched: ['name', 'hostName'],
  codes: [],
  filters: [{ name: 'tinh-trang', label: words.status, column: 'status', kind: 'choice', choices: routeStatusWords, any: words.any }],
  first: ['status', 'name', 'id'],
  source: async (ctx) => {
    requireRole(ctx.actor, 'trade-department')
    return { statement: routesListed(ctx.db) }
  },
}
