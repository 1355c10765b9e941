import { hasRole, organisationsOf } from '../../identity/rules.ts'
import { lineOf } from '../../waiting.ts'
import type { WaitingOf } from '../../waiting.ts'
import { selectToAnswer, selectToOffer } from './waiting.store.ts'
import { waitingWords as says } from './words/waiting.ts'

const desk = '/van-phong/ket-noi'

/** For the department the enquiries that nobody was named for, for a producer the buyers who wait for an offer. */
export const buyersWaiting: WaitingOf = async ({ db, actor }) => {
  const organisationIds = organisationsOf(actor, 'producer')
  const [toAnswer, toOffer] = await Promise.all([
    hasRole(actor, 'trade-department') ? selectToAnswer(db) : null,
    organisationIds.length > 0 ? selectToOffer(db, { organisationIds }) : null,
  ])
  return [
    ...(toAnswer
      ? lineOf(toAnswer, {
          kind: 'buyers-to-answer',
          says: says.unanswered,
          path: `${desk}/nhu-cau`,
          pathOf: (id) => `${desk}/nhu-cau/${id}`,
        })
      : []),
    ...(toOffer ? lineOf(toOffer, { kind: 'buyers-to-offer', says: says.toOffer, path: desk, pathOf: (id) => `${desk}/${id}` }) : []),
  ]
}
