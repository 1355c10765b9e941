import { pileOf } from '../finding.ts'
import type { FindOf } from '../finding.ts'
import { hasRole } from './actor.ts'
import { selectAskedOrganisations } from './finding.store.ts'
import { selectAccounts } from './people.store.ts'
import { foundWords as says } from './words.ts'
import { organisationKindNames } from './words/names.ts'

/** Accounts and organisations, for administrators. */
export const findPeople: FindOf = async ({ db, actor }, asked) => {
  if (!hasRole(actor, 'administrator')) return []
  const { most } = asked
  const [accounts, organisations] = await Promise.all([
    selectAccounts(db, { search: asked.typed, limit: most + 1, offset: 0 }),
    selectAskedOrganisations(db, asked),
  ])
  return [
    ...pileOf(accounts, {
      kind: 'accounts',
      says: says.accounts,
      most,
      show: ({ id, name, email, phone }) => ({ title: name, about: email ?? phone ?? '', path: `/van-phong/quan-tri/tai-khoan/${id}` }),
    }),
    ...pileOf(organisations, {
      kind: 'organisations',
      says: says.organisations,
      most,
      show: ({ id, name, code, kind }) => ({
        title: name,
        about: says.organisation(code, organisationKindNames[kind]),
        path: `/van-phong/quan-tri/to-chuc/${id}`,
      }),
    }),
  ]
}
