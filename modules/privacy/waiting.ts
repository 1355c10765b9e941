import { hasRole } from '../identity/rules.ts'
import { lineOf } from '../waiting.ts'
import type { WaitingOf } from '../waiting.ts'
import { selectBreachPile, selectRequestPile } from './waiting.store.ts'
import { waitingWords as says } from './words/waiting.ts'

const requests = '/van-phong/quan-tri/du-lieu'
const breaches = '/van-phong/quan-tri/su-co'

/** What people asked about their data, by the day of its next step, and incidents that are not reported. */
export const privacyWaiting: WaitingOf = async ({ db, actor }) => {
  if (!hasRole(actor, 'administrator')) return []
  const [asked, unreported] = await Promise.all([selectRequestPile(db), selectBreachPile(db)])
  return [
    ...lineOf(unreported, { kind: 'breaches', says: says.breaches, path: breaches, pathOf: (id) => `${breaches}/${id}` }),
    ...lineOf(asked, { kind: 'requests', says: says.requests, path: requests, pathOf: (id) => `${requests}/${id}` }),
  ]
}
