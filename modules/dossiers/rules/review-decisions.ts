import { accept, refuse, refuseStatus } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import { dossierActs } from './moves.ts'
import type { DossierStatus } from './moves.ts'
import type { ProposalRefusal, ReturnRefusal } from './refusals.ts'
import type { RequestItem } from './requests.ts'
import { reviewGaps } from './review.ts'
import type { CommuneReview } from './review.ts'

export function decideProposal(
  state: { status: DossierStatus; review: CommuneReview },
  facts: { today: string; filedOn: string },
): Decision<{ move: 'propose' }, ProposalRefusal> {
  const closed = refuseStatus(dossierActs.propose, state.status)
  if (closed) return closed
  const missing = reviewGaps(state.review)
  if (missing.length > 0) return refuse('review-incomplete', { missing })
  if (state.review.meetingOn! > facts.today) return refuse('meeting-in-future', { meetingOn: state.review.meetingOn! })
  if (state.review.meetingOn! < facts.filedOn) {
    return refuse('meeting-before-filing', { meetingOn: state.review.meetingOn!, filedOn: facts.filedOn })
  }
  return accept({ move: 'propose' })
}

/** Everything missing is asked for at one time; to ask again, the officer says why the first list did not have it. */
export function decideReturn(
  state: { status: DossierStatus; returnedBefore: number },
  request: { items: readonly Pick<RequestItem, 'about' | 'text'>[]; repeatReason: string },
): Decision<{ move: 'return' }, ReturnRefusal> {
  const closed = refuseStatus(dossierActs.return, state.status)
  if (closed) return closed
  if (request.items.length === 0) return refuse('no-items')
  if (state.returnedBefore > 0 && request.repeatReason.trim() === '') {
    return refuse('repeat-reason-missing', { returnedBefore: state.returnedBefore })
  }
  return accept({ move: 'return' })
}
