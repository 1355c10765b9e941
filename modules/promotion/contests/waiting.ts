import { hasRole } from '../../identity/rules.ts'
import { lineOf } from '../../waiting.ts'
import type { WaitingOf } from '../../waiting.ts'
import { selectSheetsToHandIn, selectToJudge, selectToPublish } from './waiting.store.ts'
import { waitingWords as says } from './words/waiting.ts'

const [sheets, office] = ['/van-phong/cham-thi', '/van-phong/cuoc-thi']

/** For a juror the sheet; for the department what ended and what the jury has finished. */
export const contestsWaiting: WaitingOf = async ({ db, actor, now }) => {
  const leads = hasRole(actor, 'trade-department')
  const [toHandIn, toJudge, toPublish] = await Promise.all([
    actor.kind === 'person' ? selectSheetsToHandIn(db, { userId: actor.userId }) : null,
    leads ? selectToJudge(db, { now }) : null,
    leads ? selectToPublish(db) : null,
  ])
  return [
    ...(toHandIn ? lineOf(toHandIn, { kind: 'contest-sheets', says: says.toHandIn, path: sheets, pathOf: (id) => `${sheets}/${id}` }) : []),
    ...(toJudge ? lineOf(toJudge, { kind: 'contests-to-judge', says: says.toJudge, path: office, pathOf: (id) => `${office}/${id}` }) : []),
    ...(toPublish
      ? lineOf(toPublish, { kind: 'contests-to-publish', says: says.toPublish, path: office, pathOf: (id) => `${office}/${id}/ket-qua` })
      : []),
  ]
}
