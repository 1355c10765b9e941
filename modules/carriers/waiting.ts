import { organisationsOf } from '../identity/rules.ts'
import { lineOf } from '../waiting.ts'
import type { WaitingOf } from '../waiting.ts'
import { selectUnclearParcels, selectWaitingLines } from './waiting.store.ts'
import { waitingWords } from './words/waiting.ts'

const desk = '/van-phong/van-chuyen'

export const carriersWaiting: WaitingOf = async ({ db, actor }) => {
  const organisationIds = organisationsOf(actor, 'producer')
  if (organisationIds.length === 0) return []
  const [lines, parcels] = await Promise.all([selectWaitingLines(db, { organisationIds }), selectUnclearParcels(db, { organisationIds })])
  return [
    ...lineOf(lines, { kind: 'cod-lines', says: waitingWords.lines, path: `${desk}/doi-soat` }),
    ...lineOf(parcels, { kind: 'unclear-parcels', says: waitingWords.parcels, path: desk, pathOf: (id) => `${desk}/kien/${id}` }),
  ]
}
