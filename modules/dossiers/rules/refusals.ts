import type { PagesRefusal, UploadRefusal } from '@dacsan/platform/files'
import type { RefusalsOf } from '@dacsan/decisions'
import type { ProducerKind } from '../../catalogue/rules.ts'
import type { dossierActs, evidenceActs } from '../acts.ts'
import type { AnswerFault } from './answers.ts'
import type { DossierKind } from './forms.ts'
import type { DossierStatus } from './moves.ts'
import type { ReviewGap } from './review.ts'
import type { Gap } from './gaps.ts'
import type { DossierId } from './ids.ts'

/** Someone saved the dossier since this form was opened; what was typed is not lost, and not saved. */
export type ChangedElsewhere = { code: 'changed-elsewhere'; version: number; changedAt: string }

/** Every refusal of this room. Which of them a command knows stands in its row of the table of acts. */
export type DossierRefusal =
  | { code: 'wrong-status'; status: DossierStatus }
  | { code: 'not-editable'; status: DossierStatus }
  | ChangedElsewhere
  | { code: 'dossier-already-open'; dossierId: DossierId }
  | { code: 'producer-without-commune' }
  /** Somebody of the producer has come in: it writes itself, or asks. */
  | { code: 'producer-works-itself' }
  | { code: 'consent-missing' }
  | { code: 'unknown-set' }
  | { code: 'set-unchanged' }
  /** The product was recognised in its set. */
  | { code: 'set-certified' }
  | { code: 'same-name'; name: string }
  /** Somebody writes for the producer already, or its wish waits. */
  | { code: 'proxy-there' }
  | { code: 'proxy-not-asked' }
  /** Whoever judged it for the commune does not write it. */
  | { code: 'reviewed-by-you' }
  /** Whoever wrote it for the producer judges nothing of it. */
  | { code: 'filed-by-you' }
  | { code: 'kind-not-allowed'; kind: ProducerKind }
  | { code: 'kind-not-for-set'; kind: ProducerKind; setCode: string }
  | { code: 'not-certified-yet'; kind: DossierKind }
  | { code: 'certificate-valid'; until: string }
  | { code: 'answers-faulty'; faults: Record<string, AnswerFault> }
  | { code: 'unknown-criterion'; criterion: string }
  | { code: 'unknown-option'; criterion: string; optionIndex: number }
  | { code: 'reason-too-long'; criterion: string; limit: number }
  | { code: 'not-declared' }
  | { code: 'criteria-superseded'; filedUnder: string; inForce: string }
  | { code: 'incomplete'; gaps: Gap[] }
  | { code: 'review-incomplete'; missing: ReviewGap[] }
  | { code: 'meeting-in-future'; meetingOn: string }
  | { code: 'meeting-before-filing'; meetingOn: string; filedOn: string }
  /** Whoever is refused reads why. */
  | { code: 'reason-missing' }
  | { code: 'no-items' }
  | { code: 'repeat-reason-missing'; returnedBefore: number }
  | { code: 'producer-missing' }
  | { code: 'dates-reversed' }
  | { code: 'issued-in-future' }
  | UploadRefusal
  | PagesRefusal

type Of<Acts, Name extends keyof Acts> = RefusalsOf<DossierRefusal, Acts[Name]>
type Acts = typeof dossierActs

export type StartRefusal = Of<Acts, 'start'>
export type StartForRefusal = Of<Acts, 'start-for'>
export type ProxyRefusal = Of<Acts, 'ask-proxy' | 'take-proxy' | 'end-proxy'>
export type SectionRefusal = Of<Acts, 'save-section'>
export type ChoiceRefusal = Of<Acts, 'save-choices'>
export type AttachRefusal = Of<Acts, 'attach-evidence'>
export type DetachRefusal = Of<Acts, 'detach-evidence'>
export type ChangeSetRefusal = Of<Acts, 'change-set'>
export type CorrectSetRefusal = Of<Acts, 'correct-set'>
export type SubmitRefusal = Of<Acts, 'submit' | 'supplement'>
export type WithdrawRefusal = Of<Acts, 'withdraw'>
export type ReviewRefusal = Of<Acts, 'save-review'>
export type ProposalRefusal = Of<Acts, 'propose'>
export type DeclineRefusal = Of<Acts, 'decline'>
export type ReturnRefusal = Of<Acts, 'return'>
export type EvidenceRefusal = Of<typeof evidenceActs, 'add' | 'replace'>

/** What every change by the producer may answer, whatever it changes. */
export type EditRefusal = DetachRefusal
