import type { List } from '../../list.ts'
import { collectionsListed } from './list.store.ts'
import type { ListedCollection } from './list.store.ts'
import { requireCollectionDesk } from './policy.ts'
import { collectionDeskPage } from './words/desk.ts'
import { collectionStatusWords } from './words/names.ts'

export const collectionList: List<ListedCollection> = {
  name: 'bo-suu-tap',
  path: '/van-phong/bo-suu-tap',
  title: collectionDeskPage.title,
  columns: [
    { key: 'title', label: collectionDeskPage.name, kind: 'text', always: true },
    { key: 'status', label: collectionDeskPage.status, kind: 'choice', choices: collectionStatusWords },
    { key: 'season', label: collectionDeskPage.season, kind: 'number' },
    { key: 'products', label: collectionDeskPage.products, kind: 'number' },
    { key: 'createdAt', label: collectionDeskPage.createdAt, kind: 'moment' },
  ],
  searched: ['title'],
  codes: [],
  filters: [
    {
      name: 'tinh-trang',
      label: collectionDeskPage.status,
      column: 'status',
      kind: 'choice',
      choices: collectionStatusWords,
      any: collectionDeskPage.any,
    },
  ],
  first: ['-createdAt', 'id'],
  source: async (ctx) => {
    requireCollectionDesk(ctx.actor)
    return { statement: collectionsListed(ctx.db) }
  },
}
