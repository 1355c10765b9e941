import { hasRole, organisationsOf } from '../identity/rules.ts'
import { lineOf } from '../waiting.ts'
import type { WaitingOf } from '../waiting.ts'
import { sellerOverseers } from './policy.ts'
import { sellersQueues } from './rules.ts'
import {
  selectListingsToRead,
  selectOrdersToCarryOut,
  selectOwnSuspensions,
  selectOrdersIn,
  selectReturnedListings,
  selectReturnedPapers,
  selectTermsUnknown,
  selectUnverifiedSellers,
} from './waiting.store.ts'
import { waitingWords } from './words/waiting.ts'

const desks = {
  orders: '/van-phong/ban-hang',
  shelf: '/van-phong/ban-hang/ke',
  listings: '/van-phong/duyet-hang',
  sellers: '/van-phong/nguoi-ban',
  papers: '/van-phong/ban-hang/giay-to',
  suspensions: '/van-phong/ban-hang/tam-ngung',
}

/** For a seller money to compare, to decide about, goods to hand over and what was sent back; for those who verify sellers what sellers post as well. */
export const shopWaiting: WaitingOf = async ({ db, actor }) => {
  const organisationIds = organisationsOf(actor, 'producer')
  const isOverseer = hasRole(actor, ...sellerOverseers)
  const own = organisationIds.length > 0
  const [queues, returned, undated, sellers, listings, toCarryOut, papers, suspensions] = await Promise.all([
    own ? Promise.all(sellersQueues.map(async (queue) => ({ queue, pile: await selectOrdersIn[queue](db, { organisationIds }) }))) : [],
    own ? selectReturnedListings(db, { organisationIds }) : null,
    own ? selectTermsUnknown(db, { organisationIds }) : null,
    isOverseer ? selectUnverifiedSellers(db) : null,
    isOverseer ? selectListingsToRead(db) : null,
    isOverseer ? selectOrdersToCarryOut(db) : null,
    own ? selectReturnedPapers(db, { organisationIds }) : null,
    own ? selectOwnSuspensions(db, { organisationIds }) : null,
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
    ...(sellers
      ? lineOf(sellers, { kind: 'sellers', says: waitingWords.sellers, path: desks.sellers, pathOf: (id) => `${desks.sellers}/${id}` })
      : []),
    ...(toCarryOut
      ? lineOf(toCarryOut, {
          kind: 'suspension-orders',
          says: waitingWords['suspension-orders'],
          path: desks.sellers,
          pathOf: (id) => `${desks.sellers}/${id}`,
        })
      : []),
    ...(papers ? lineOf(papers, { kind: 'returned-papers', says: waitingWords['returned-papers'], path: desks.papers }) : []),
    ...(suspensions ? lineOf(suspensions, { kind: 'suspensions', says: waitingWords.suspensions, path: desks.suspensions }) : []),
  ]
}
