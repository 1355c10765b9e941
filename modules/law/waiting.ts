import { hasRole } from '../identity/rules.ts'
import { lineOf } from '../waiting.ts'
import type { WaitingOf } from '../waiting.ts'
import { selectProposalPile } from './waiting.store.ts'
import { waitingWords } from './words/waiting.ts'

const desk = '/van-phong/quan-tri/luat'

/** Legal values that a second person has to confirm. */
export const lawWaiting: WaitingOf = async ({ db, actor }) => {
  if (actor.kind !== 'person' || !hasRole(actor, 'provincial-officer', 'administrator')) return []
  const proposals = await selectProposalPile(db, { userId: actor.userId })
  return lineOf(proposals, { kind: 'proposals', says: waitingWords.proposals, path: desk, pathOf: (topic) => `${desk}/${topic}` })
}
