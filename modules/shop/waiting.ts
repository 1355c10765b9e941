import { hasRole, organisationsOf } from '../identity/rules.ts'
import { lineOf } from '../waiting.ts'
import type { WaitingOf } from '../waiting.ts'
import { sellerOverseers } from './policy.ts'
import { sellersQueues } from './rules.ts'
import {
  selectListingsToRead,
  selectOrdersIn,
  selectReturnedListings,
  selectTermsUnknown,
  selectUnverifiedSellers,
} from './waiting.store.ts'
import { waitingWords } from './words/waiting.ts'

const desks = {
  orders: '/van-phong/ban-hang',
  shelf: '/van-phong/ban-hang/ke',
  listings: '/van-phong/duyet-hang',
  sellers: '/van-phong/nguoi-ban',
}

/** For a seller money to compare, to decide about, goods to hand over and what was sent back; for those who verify sellers what sellers post as well. */
export const shopWaiting: WaitingOf = async ({ db, actor }) => {
  const organisationIds = organisationsOf(actor, 'producer')
  const [queues, returned, undated, sellers, listings] = await Promise.all([
    organisationIds.length > 0
      ? Promise.all(sellersQueues.map(async (queue) => ({ queue, pile: await selectOrdersIn[queue](db, { organisationIds }) })))
      : [],
    organisationIds.length > 0 ? selectReturnedListings(db, { organisationIds }) : null,
    organisationIds.length > 0 ? selectTermsUnknown(db, { organisationIds }) : null,
    hasRole(actor, ...sellerOverseers) ? selectUnverifiedSellers(db) : null,
    hasRole(actor, ...sellerOverseers) ? selectListingsToRead(db) : null,
  ])
  return [
    ...queues.flatMap(({ queue, pile }) =>
      lineOf(pile, {
        kind: queue,
        says: waitingWords[queue],
        path: `${desks.orders}?queue=${queue}`,
        pathOf: (id) => `${desks.orders}/don/${id}`,
      }),
    ),
    ...(returned
      ? lineOf(returned, { kind: 'returned', says: waitingWords.returned, path: desks.shelf, pathOf: (id) => `${desks.shelf}/${id}` })
      : []),
    ...(undated
      ? lineOf(undated, {
          kind: 'term-unknown',
          says: waitingWords['term-unknown'],
          path: desks.shelf,
          pathOf: (id) => `${desks.shelf}/${id}`,
        })
      : []),
    ...(listings ? lineOf(listings, { kind: 'listings', says: waitingWords.listings, path: desks.listings }) : []),
    ...(sellers ? lineOf(sellers, { kind: 'sellers', says: waitingWords.sellers, path: desks.sellers }) : []),
  ]
}
