import { lineOf } from '../waiting.ts'
import type { WaitingOf } from '../waiting.ts'
import { requestsWaiting } from './read-requests.ts'
import { waitingWords as says } from './words/waiting.ts'

const desk = '/van-phong/chu-the-xin-vao'

/** For a commune and the office: who waits to be let in, the longest waiting first. */
export const joiningWaiting: WaitingOf = async (ctx) => {
  const waiting = await requestsWaiting(ctx)
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
  return lineOf(pile, { kind: 'producer-requests', says: says.requests, path: desk, pathOf: (id) => `${desk}/${id}` })
}
