import { hasRole, organisationsOf } from '../identity/rules.ts'
import { lineOf } from '../waiting.ts'
import type { WaitingOf } from '../waiting.ts'
import { selectDisputes, selectToAnswer, selectToFinish } from './waiting.store.ts'
import { waitingWords as says } from './words/waiting.ts'

const seller = '/van-phong/ban-hang/tra-hang'
const office = '/van-phong/tranh-chap'
const below = (desk: string) => (id: string) => `${desk}/${id}`

/** For a seller what to answer and what to finish, by the clock; for the mediators what was brought to them. */
export const returnsWaiting: WaitingOf = async ({ db, actor }) => {
  const organisationIds = organisationsOf(actor, 'producer')
  const own = organisationIds.length > 0
  const [toAnswer, toFinish, disputes] = await Promise.all([
    own ? selectToAnswer(db, { organisationIds }) : null,
    own ? selectToFinish(db, { organisationIds }) : null,
    hasRole(actor, 'trade-department') ? selectDisputes(db) : null,
  ])
  return [
    ...(toAnswer ? lineOf(toAnswer, { kind: 'returns-open', says: says.toAnswer, path: seller, pathOf: below(seller) }) : []),
    ...(toFinish ? lineOf(toFinish, { kind: 'returns-accepted', says: says.toFinish, path: seller, pathOf: below(seller) }) : []),
    ...(disputes ? lineOf(disputes, { kind: 'returns-disputed', says: says.disputes, path: office, pathOf: below(office) }) : []),
  ]
}
