import { countFailedDeliveries } from '@dacsan/platform/jobs'
import type { DB as Tables } from '../database.tables.ts'
import { lineOf } from '../waiting.ts'
import type { WaitingOf } from '../waiting.ts'
import { hasRole } from './actor.ts'
import { isAnybodyElse } from './organisation.store.ts'
import { removalsExpiredBefore } from './renew-access.ts'
import { selectRemovalPile } from './waiting.store.ts'
import { waitingWords as says } from './words/waiting.ts'

const administration = '/van-phong/quan-tri'

/** For administrators: the first day, what a subscriber could not process, and second factors that another administrator asked to take away. */
export const identityWaiting: WaitingOf = async ({ db, actor, now }) => {
  if (actor.kind !== 'person' || !hasRole(actor, 'administrator')) return []
  const [failed, anybodyElse, removals] = await Promise.all([
    countFailedDeliveries<Tables>(db),
    isAnybodyElse(db, actor.userId),
    removalsExpiredBefore(db, now).then((askedFrom) => selectRemovalPile(db, { userId: actor.userId, askedFrom })),
  ])
  return [
    ...lineOf(
      { count: anybodyElse ? 0 : 1, since: null, until: null, about: null, first: null, places: 0 },
      { kind: 'first-day', says: says.firstDay, path: `${administration}/bo-may` },
    ),
    ...lineOf(removals, {
      kind: 'factor-removals',
      says: says.factorRemovals,
      path: `${administration}/tai-khoan`,
      pathOf: (id) => `${administration}/tai-khoan/${id}`,
    }),
    ...lineOf(
      { ...failed, until: null, about: null, first: null, places: 0 },
      { kind: 'failed-deliveries', says: says.failedDeliveries, path: `${administration}/su-kien` },
    ),
  ]
}
