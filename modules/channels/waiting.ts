import { organisationsOf } from '../identity/rules.ts'
import { lineOf } from '../waiting.ts'
import type { WaitingOf } from '../waiting.ts'
import { selectWaitingOrders, selectWaitingSettlements } from './waiting.store.ts'
import { waitingWords } from './words/waiting.ts'

const queue = '/van-phong/kenh-ban/cho'

export const channelsWaiting: WaitingOf = async ({ db, actor }) => {
  const organisationIds = organisationsOf(actor, 'producer')
  if (organisationIds.length === 0) return []
  const [orders, settlements] = await Promise.all([
    selectWaitingOrders(db, { organisationIds }),
    selectWaitingSettlements(db, { organisationIds }),
  ])
  return [
    ...lineOf(orders, { kind: 'channel-orders', says: waitingWords.orders, path: queue }),
    ...lineOf(settlements, { kind: 'channel-settlements', says: waitingWords.settlements, path: queue }),
  ]
}
