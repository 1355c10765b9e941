import { hasRole, organisationsOf } from '../identity/rules.ts'
import { lineOf } from '../waiting.ts'
import type { WaitingOf } from '../waiting.ts'
import { authorities } from './acts.ts'
import { selectOwnOpen, selectUndecided } from './waiting.store.ts'
import { waitingWords as says } from './words/waiting.ts'

const desk = '/van-phong/thu-hoi'
const pathOf = (id: string) => `${desk}/${id}`

/** What an authority has to decide about by the clock of the law, and what a maker has to account for. */
export const recallWaiting: WaitingOf = async ({ db, actor }) => {
  const organisationIds = organisationsOf(actor, 'producer')
  const lines = await Promise.all([
    hasRole(actor, ...authorities)
      ? selectUndecided(db).then((pile) => lineOf(pile, { kind: 'recalls-undecided', says: says.undecided, path: desk, pathOf }))
      : [],
    organisationIds.length > 0
      ? selectOwnOpen(db, { organisationIds }).then((pile) => lineOf(pile, { kind: 'recalls-open', says: says.own, path: desk, pathOf }))
      : [],
  ])
  return lines.flat()
}
