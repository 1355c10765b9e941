import { pileOf } from '../finding.ts'
import type { FindOf } from '../finding.ts'
import { hasRole, organisationsOf } from '../identity/rules.ts'
import { selectAskedDoubts, selectAskedLots } from './finding.store.ts'
import { lotOverseers } from './policy.ts'
import { doubtStatusWords, foundWords as says, lotStatusWords } from './words.ts'

/** Lots by number, code of the label or product, for their maker and for those who look into doubts; doubts for these alone. */
export const findTraces: FindOf = async ({ db, actor }, asked) => {
  const makers = organisationsOf(actor, 'producer')
  const oversees = hasRole(actor, ...lotOverseers)
  if (makers.length === 0 && !oversees) return []
  const [lots, doubts] = await Promise.all([
    selectAskedLots(db, asked, oversees ? 'all' : makers),
    oversees ? selectAskedDoubts(db, asked) : [],
  ])
  const { most } = asked
  return [
    ...pileOf(lots, {
      kind: 'lots',
      says: says.lots,
      most,
      show: ({ id, number, traceCode, productName, status }) => ({
        title: says.lot(number, productName),
        about: says.lotFacts(traceCode, lotStatusWords[status]),
        path: `/van-phong/lo/${id}`,
      }),
    }),
    ...pileOf(doubts, {
      kind: 'doubts',
      says: says.doubts,
      most,
      show: ({ id, caseCode, productName, status }) => ({
        title: caseCode,
        about: says.doubt(productName, doubtStatusWords[status]),
        path: `/van-phong/phan-anh/${id}`,
      }),
    }),
  ]
}
