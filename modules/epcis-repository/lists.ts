import { requireRole } from '../identity/index.ts'
import type { List } from '../list.ts'
import { glnsListed } from './partner.store.ts'
import type { AssignedGln } from './partner.store.ts'
import { glnPage as words } from './words.ts'

export const glnList: List<AssignedGln> = {
  name: 'gln',
  path: '/van-phong/quan-tri/gln',
  title: words.title,
  columns: [
    { key: 'gln', label: words.gln, kind: 'text', always: true },
    { key: 'organisationName', label: words.organisation, kind: 'text', always: true },
    { key: 'organisationCode', label: words.organisationCode, kind: 'text' },
    { key: 'assignedAt', label: words.assignedAt, kind: 'moment' },
  ],
  searched: ['organisationName'],
  codes: ['gln', 'organisationCode'],
  first: ['-assignedAt'],
  source: async (ctx) => {
    requireRole(ctx.actor, 'administrator')
    return { statement: glnsListed() }
  },
}
