import { hasRole } from '../../identity/rules.ts'
import { lineOf } from '../../waiting.ts'
import type { WaitingOf } from '../../waiting.ts'
import { selectToHold } from './waiting.store.ts'
import { waitingWords as says } from './words/waiting.ts'

const desk = '/van-phong/tap-huan'
const pathOf = (id: string) => `${desk}/lop/${id}`

/** For the office: classes that are over. */
export const trainingWaiting: WaitingOf = async ({ db, actor, now }) => {
  if (!hasRole(actor, 'provincial-officer')) return []
  return lineOf(await selectToHold(db, { now }), { kind: 'classes-to-hold', says: says.toHold, path: desk, pathOf })
}
