import { requireRole } from '../identity/index.ts'
import type { List } from '../list.ts'
import { linksListed } from './link.store.ts'
import type { ListedLink } from './link.store.ts'
import { linkListWords as words, linkTypeChoices } from './words.ts'

export const linkList: List<ListedLink> = {
  name: 'lien-ket',
  path: '/van-phong/lien-ket',
  title: words.title,
  columns: [
    { key: 'productName', label: words.product, kind: 'text' },
    { key: 'producerName', label: words.producer, kind: 'text' },
    { key: 'type', label: words.type, kind: 'choice', choices: linkTypeChoices },
    { key: 'title', label: words.linkTitle, kind: 'text' },
    { key: 'href', label: words.href, kind: 'text' },
    { key: 'addedAt', label: words.addedAt, kind: 'moment' },
  ],
  searched: ['productName', 'producerName', 'title', 'href'],
  filters: [{ name: 'viec', label: words.type, column: 'type', kind: 'choice', choices: linkTypeChoices, any: words.any }],
  first: ['-addedAt'],
  source: async (ctx) => {
    requireRole(ctx.actor, 'provincial-officer')
    return { statement: linksListed(ctx.db) }
  },
}
