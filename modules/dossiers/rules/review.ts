import { accept, refuse, refuseStatus } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import { dossierActs } from './moves.ts'
import type { DossierMove, DossierStatus } from './moves.ts'
import type { ProposalRefusal, ReturnRefusal } from './refusals.ts'
import { communeItems } from '../../law/rules.ts'
import type { CommuneItem } from '../../law/rules.ts'
import type { RequestItem } from './requests.ts'

/** What the commune looks at before the four items: form and completeness of the papers (Quyết định 26/2026/QĐ-TTg, Điều 6, 7). */
export const formChecks = ['registration-form', 'self-assessment', 'business-registration', 'papers-valid', 'samples', 'set-right'] as const
export type FormCheck = (typeof formChecks)[number]
export type FormCheckAnswer = 'yes' | 'no'

/** The four items of Mẫu 03. */
export { communeItems }
export type { CommuneItem }

export type CommuneReview = {
  formCheck: Partial<Record<FormCheck, FormCheckAnswer>>
  materials: string
  labour: string
  idea: string
  identity: string
  meetingOn: string | null
  participants: string
  conclusion: string
}

export const emptyReview: CommuneReview = {
  formCheck: {},
  materials: '',
  labour: '',
  idea: '',
  identity: '',
  meetingOn: null,
  participants: '',
  conclusion: '',
}

export type ReviewGap = FormCheck | CommuneItem | 'meetingOn' | 'participants' | 'conclusion'

/** What Mẫu 03 still lacks, in its own order. A form check answered "no" is a reason to return, not to propose. */
export function reviewGaps(review: CommuneReview): ReviewGap[] {
  return [
    ...formChecks.filter((check) => review.formCheck[check] !== 'yes'),
    ...communeItems.filter((item) => review[item].trim() === ''),
    ...(review.meetingOn === null ? (['meetingOn'] as const) : []),
    ...(['participants', 'conclusion'] as const).filter((field) => review[field].trim() === ''),
  ]
}

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

/** How often the commune has asked for supplements. */
export const timesReturned = (history: readonly { move: DossierMove }[]): number => history.filter(({ move }) => move === 'return').length

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
