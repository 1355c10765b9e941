import { canMove } from '@dacsan/decisions'
import type { Moves } from '@dacsan/decisions'
import type { Role } from '../../identity/rules.ts'

/** The way of a dossier, in its order (Quyết định 26/2026/QĐ-TTg, Điều 7). */
export const dossierStatuses = [
  'draft',
  'submitted',
  'returned',
  'proposed',
  'province-returned',
  'received',
  'appraising',
  'scored',
  'awaiting-ministry',
  'recognised',
  'not-recognised',
  'withdrawn',
] as const

export type DossierStatus = (typeof dossierStatuses)[number]

export type DossierMove =
  | 'submit'
  | 'return'
  | 'propose'
  | 'receive'
  | 'return-by-province'
  | 'return-to-commune'
  | 'supplement'
  | 'appraise'
  | 'score'
  | 'await-ministry'
  | 'recognise'
  | 'not-recognise'
  | 'withdraw'

/** What the province asks goes back to the province: the commune has done its part, its 15 working days do not begin again. */
export const dossierMoves = {
  submit: { from: ['draft', 'returned'], to: 'submitted', by: ['producer'], check: 'complete' },
  return: { from: ['submitted'], to: 'returned', by: ['commune-officer'], check: 'items' },
  propose: { from: ['submitted'], to: 'proposed', by: ['commune-officer'], check: 'review' },
  receive: { from: ['proposed'], to: 'received', by: ['provincial-officer'] },
  'return-by-province': { from: ['proposed', 'received'], to: 'province-returned', by: ['provincial-officer'], check: 'items' },
  'return-to-commune': { from: ['proposed', 'received'], to: 'submitted', by: ['provincial-officer'], check: 'items' },
  supplement: { from: ['province-returned'], to: 'proposed', by: ['producer'], check: 'complete' },
  appraise: { from: ['received'], to: 'appraising', by: ['provincial-officer', 'council-secretary'] },
  score: { from: ['appraising'], to: 'scored', by: ['council-chair'] },
  'await-ministry': { from: ['scored'], to: 'awaiting-ministry', by: ['provincial-officer'] },
  recognise: { from: ['scored', 'awaiting-ministry'], to: 'recognised', by: ['provincial-officer'] },
  'not-recognise': { from: ['scored', 'awaiting-ministry'], to: 'not-recognised', by: ['provincial-officer'] },
  withdraw: {
    from: ['draft', 'submitted', 'returned', 'proposed', 'province-returned', 'received'],
    to: 'withdrawn',
    by: ['producer'],
  },
} as const satisfies Moves<DossierStatus, Role, DossierMove>

/** Moves that modules above this one make, inside their own transaction. */
export type UpperMove = Exclude<DossierMove, 'submit' | 'supplement' | 'return' | 'propose' | 'withdraw'>

/** While the producer holds the pen. */
export const editableStatuses: readonly DossierStatus[] = ['draft', 'returned', 'province-returned']

export const isEditable = (status: DossierStatus): boolean => editableStatuses.includes(status)

/** The move that hands the dossier in again, from wherever it lies with the producer. */
export const filingMove = (status: DossierStatus): 'submit' | 'supplement' => (status === 'province-returned' ? 'supplement' : 'submit')

export const mayMove = (status: DossierStatus, move: DossierMove): boolean =>
  canMove<DossierStatus, Role, DossierMove>(dossierMoves, status, move)

/** Lying with someone who has to act; nothing follows the others. */
export const finalStatuses: readonly DossierStatus[] = ['recognised', 'not-recognised', 'withdrawn']

/** The council concludes, the decision tells: from then on the producer reads its result. */
export const isResultTold = (status: DossierStatus): boolean =>
  status === 'awaiting-ministry' || status === 'recognised' || status === 'not-recognised'
