import type { List } from '../list.ts'
import { requestKindWords, requestStatusWords, requestsPage as words } from './words.ts'
import { communesOf } from './read-requests.ts'
import { requestsListed } from './request.store.ts'
import type { ListedRequest } from './request.store.ts'

export const requestList: List<ListedRequest> = {
  name: 'chu-the-xin-vao',
  path: '/van-phong/chu-the-xin-vao',
  title: words.title,
  columns: [
    { key: 'name', label: words.producer, kind: 'text' },
    { key: 'kind', label: words.what, kind: 'choice', choices: requestKindWords },
    { key: 'representative', label: words.representative, kind: 'text' },
    { key: 'commune', label: words.commune, kind: 'text' },
    { key: 'dueOn', label: words.due, kind: 'day' },
    { key: 'status', label: words.status, kind: 'choice', choices: requestStatusWords },
    { key: 'code', label: words.code, kind: 'text', onlyInFile: true },
    { key: 'receivedAt', label: words.receivedAt, kind: 'moment', onlyInFile: true },
  ],
  searched: ['name', 'representative', 'commune'],
  codes: ['code'],
  filters: [
    { name: 'xem', label: words.tray, column: 'tray', kind: 'choice', choices: words.trays, any: words.both, initial: 'dang-cho' },
    { name: 'kind', label: words.what, column: 'kind', kind: 'choice', choices: requestKindWords, any: words.anyKind },
  ],
  first: ['waitsSince', '-decidedAt'],
  source: async (ctx) => ({ statement: requestsListed(ctx.db, communesOf(ctx.actor)) }),
}
