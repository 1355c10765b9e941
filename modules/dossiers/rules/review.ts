import { communeItems } from '../../law/rules.ts'
import type { CommuneItem } from '../../law/rules.ts'
import type { DossierMove } from './moves.ts'

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

/** How often the commune has asked for supplements. */
export const timesReturned = (history: readonly { move: DossierMove }[]): number => history.filter(({ move }) => move === 'return').length
