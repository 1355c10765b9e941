import { lineOf } from '../waiting.ts'
import type { WaitingOf } from '../waiting.ts'
import { organisationsOf } from '../identity/rules.ts'
import { requestsWaiting } from './read-requests.ts'
import { transfersWaiting } from './transfers/read-transfers.ts'
import { selectPileOf } from './transfers/transfer.store.ts'
import { waitingWords as says } from './words/waiting.ts'

const desk = '/van-phong/chu-the-xin-vao'
const own = '/van-phong/san-pham'

/** For a commune and the office: who waits to be let in, and products that go over to another; for a producer, what it is to answer of these. */
export const joiningWaiting: WaitingOf = async (ctx) => {
  const organisationIds = organisationsOf(ctx.actor, 'producer')
  const [waiting, transfers, ownPile] = await Promise.all([
    requestsWaiting(ctx),
    transfersWaiting(ctx),
    organisationIds.length > 0 ? selectPileOf(ctx.db, organisationIds) : null,
  ])
  const [first] = waiting.toSorted((one, other) => one.dueOn.localeCompare(other.dueOn))
  const since = waiting.map(({ receivedAt }) => receivedAt).toSorted((one, other) => one.getTime() - other.getTime())[0]
  const pile = {
    count: waiting.length,
    since: since ?? null,
    until: first?.dueOn ?? null,
    about: first?.name ?? null,
    first: first?.id ?? null,
    places: waiting.length,
  }
  const next = transfers.toSorted((one, other) => (one.dueOn ?? '').localeCompare(other.dueOn ?? ''))[0]
  const transferPile = {
    count: transfers.length,
    since: transfers[0]?.waitsSince ?? null,
    until: next?.dueOn ?? null,
    about: next?.productName ?? null,
    first: next?.id ?? null,
    places: transfers.length,
  }
  return [
    ...lineOf(pile, { kind: 'producer-requests', says: says.requests, path: desk, pathOf: (id) => `${desk}/${id}` }),
    ...lineOf(transferPile, {
      kind: 'product-transfers',
      says: says.transfers,
      path: `${desk}/chuyen`,
      pathOf: (id) => `${desk}/chuyen/${id}`,
    }),
    ...(ownPile
      ? lineOf(ownPile, { kind: 'own-transfers', says: says.ownTransfers, path: `${own}/chuyen`, pathOf: (id) => `${own}/chuyen/${id}` })
      : []),
  ]
}
