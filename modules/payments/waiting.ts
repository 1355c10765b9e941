import { organisationsOf } from '../identity/rules.ts'
import { lineOf } from '../waiting.ts'
import type { WaitingOf } from '../waiting.ts'
import { selectWaitingLines } from './waiting.store.ts'
import { waitingWords } from './words/waiting.ts'

const desk = '/van-phong/tien-ve'

export const paymentsWaiting: WaitingOf = async ({ db, actor }) => {
  const organisationIds = organisationsOf(actor, 'producer')
  if (organisationIds.length === 0) return []
  const pile = await selectWaitingLines(db, { organisationIds })
  return lineOf(pile, { kind: 'bank-lines', says: waitingWords.lines, path: desk, pathOf: (id) => `${desk}/khoan/${id}` })
}
