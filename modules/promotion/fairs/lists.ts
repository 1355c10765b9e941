import type { List } from '../../list.ts'
import { fairsListed } from './list.store.ts'
import type { ListedFair } from './list.store.ts'
import { requireOffice } from './policy.ts'
import { fairStatusWords, placeWords } from './words/names.ts'
import { fairsPage as words } from './words/pages.ts'

export const fairList: List<ListedFair> = {
  name: 'hoi-cho',
  path: '/van-phong/hoi-cho',
  title: words.title,
  columns: [
    { key: 'name', label: words.name, kind: 'text' },
    { key: 'status', label: words.status, kind: 'choice', choices: fairStatusWords },
    { key: 'place', label: words.place, kind: 'choice', choices: placeWords },
    { key: 'venue', label: words.venue, kind: 'text', onlyInFile: true },
    { key: 'opensOn', label: words.opensOn, kind: 'day', always: true },
    { key: 'closesOn', label: words.closesOn, kind: 'day' },
    { key: 'applyBy', label: words.applyBy, kind: 'moment' },
    { key: 'stands', label: words.stands, kind: 'number' },
    { key: 'asked', label: words.asked, kind: 'number' },
  ],
  searched: ['name', 'venue'],
  codes: [],
  filters: [
    { name: 'tinh-trang', label: words.status, column: 'status', kind: 'choice', choices: fairStatusWords, any: words.any },
    { name: 'noi', label: words.place, column: 'place', kind: 'choice', choices: placeWords, any: words.anyPlace },
    { name: 'tu', label: words.from, column: 'opensOn', kind: 'from' },
    { name: 'den', label: words.to, column: 'opensOn', kind: 'to' },
  ],
  first: ['-opensOn', 'id'],
  source: async (ctx) => {
    requireOffice(ctx.actor)
    return { statement: fairsListed(ctx.db) }
  },
}
