import { dossierActs, editableStatuses } from '../acts.ts'
import type { DossierStatus } from '../acts.ts'

export { dossierActs, dossierStatuses, editableStatuses, evidenceActs, tiesOf } from '../acts.ts'
export type { DossierMove, DossierStatus, UpperMove } from '../acts.ts'

/** Whether the producer holds the pen. */
export const isEditable = (status: DossierStatus): boolean => editableStatuses.some((one) => one === status)

/** The move that hands the dossier in again, from wherever it lies with the producer. */
export const filingMove = (status: DossierStatus): 'submit' | 'supplement' =>
  dossierActs.supplement.from.some((from) => from === status) ? 'supplement' : 'submit'

/** Nothing follows these. */
export const finalStatuses: readonly DossierStatus[] = ['recognised', 'not-recognised', 'refused', 'withdrawn']

/** Filed, and without a result yet. */
export const isUnderWay = (status: DossierStatus): boolean => status !== 'draft' && !finalStatuses.includes(status)

/** The council concludes, the decision makes it public: from then on the producer reads its result. */
export const isResultPublic = (status: DossierStatus): boolean =>
  status === 'awaiting-ministry' || status === 'recognised' || status === 'not-recognised'
