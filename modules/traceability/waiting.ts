import { hasRole } from '../identity/rules.ts'
import { lineOf } from '../waiting.ts'
import type { WaitingOf } from '../waiting.ts'
import { selectOpenDoubts } from './waiting.store.ts'
import { waitingWords } from './words/waiting.ts'

const desk = '/van-phong/phan-anh'

/** Doubts of buyers that nobody answered. */
export const traceabilityWaiting: WaitingOf = async ({ db, actor }) => {
  if (!hasRole(actor, 'provincial-officer', 'science-department')) return []
  return lineOf(await selectOpenDoubts(db), { kind: 'doubts', says: waitingWords.doubts, path: desk, pathOf: (id) => `${desk}/${id}` })
}
