import type { AnswerFault } from './answers.ts'
import type { DossierKind } from './forms.ts'
import type { DossierStatus } from './moves.ts'
import type { ProposalRefusal, ReturnRefusal } from './review.ts'
import type { PickRefusal } from './self-score.ts'
import type { SubmissionRefusal } from './submission.ts'

/** Someone saved the dossier since this form was opened; what was typed is not lost, and not saved. */
export type ChangedElsewhere = { code: 'changed-elsewhere'; version: number; changedAt: string }
export type NotEditable = { code: 'not-editable'; status: DossierStatus }

export type StartRefusal =
  | { code: 'dossier-already-open'; dossierId: string }
  | { code: 'producer-without-commune' }
  | { code: 'not-certified-yet'; kind: DossierKind }
  | { code: 'certificate-valid'; until: string }

export type SectionRefusal = { code: 'answers-faulty'; faults: Record<string, AnswerFault> }

export type SaveRefusal = NotEditable | ChangedElsewhere
export type ChoiceRefusal = SaveRefusal | PickRefusal
export type AttachRefusal = SaveRefusal | { code: 'unknown-criterion'; criterion: string }
export type EvidenceRefusal =
  | { code: 'producer-missing' }
  | { code: 'dates-reversed' }
  | { code: 'issued-in-future' }
  | { code: 'file-empty' }
  | { code: 'file-too-large'; limit: number }
  | { code: 'file-type-refused'; found: string | null }
  | { code: 'image-broken' }
  | { code: 'image-too-many-pixels'; limit: number }
export type SubmitRefusal = SubmissionRefusal | ChangedElsewhere
export type WithdrawRefusal = { code: 'wrong-status'; status: DossierStatus } | ChangedElsewhere
export type ReviewRefusal = { code: 'wrong-status'; status: DossierStatus } | ChangedElsewhere
export type CommuneProposalRefusal = ProposalRefusal | ChangedElsewhere
export type CommuneReturnRefusal = ReturnRefusal | ChangedElsewhere | { code: 'unknown-criterion'; criterion: string }

export type DossierRefusal =
  | StartRefusal
  | SectionRefusal
  | ChoiceRefusal
  | AttachRefusal
  | EvidenceRefusal
  | SubmitRefusal
  | WithdrawRefusal
  | CommuneProposalRefusal
  | CommuneReturnRefusal
