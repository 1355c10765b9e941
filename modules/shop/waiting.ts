import { hasRole, organisationsOf } from '../identity/rules.ts'
import { lineOf } from '../waiting.ts'
import type { WaitingOf } from '../waiting.ts'
import { sellerOverseers } from './policy.ts'
import { sellersQueues } from './rules.ts'
import { selectOrdersIn, selectUnverifiedSellers } from './waiting.store.ts'
import { waitingWords } from './words/waiting.ts'

const desks = { orders: '/van-phong/ban-hang', sellers: '/van-phong/nguoi-ban' }

/** For a seller money to compare, to decide about and goods to hand over; for those who verify sellers the sellers who wait for it. */
export const shopWaiting: WaitingOf = async ({ db, actor }) => {
  const organisationIds = organisationsOf(actor, 'producer')
  const [queues, sellers] = await Promise.all([
    organisationIds.length > 0
      ? Promise.all(sellersQueues.map(async (queue) => ({ queue, pile: await selectOrdersIn[queue](db, { organisationIds }) })))
      : [],
    hasRole(actor, ...sellerOverseers) ? selectUnverifiedSellers(db) : null,
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
    ...(sellers ? lineOf(sellers, { kind: 'sellers', says: waitingWords.sellers, path: desks.sellers }) : []),
  ]
}
