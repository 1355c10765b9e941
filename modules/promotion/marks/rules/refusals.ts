import type { StatusRefusal } from '@dacsan/decisions'
import type { PhotoUploadRefusal, UploadRefusal } from '@dacsan/platform/files'
import type { MisuseStatus, misuseActs } from '../acts.ts'
import type { StepFault } from './steps.ts'

export type RegisterMarkRefusal = { code: 'owner-unknown' } | { code: StepFault }
export type MarkStepRefusal = { code: StepFault }
export type MarkPaperRefusal = { code: 'paper-missing' } | { code: 'paper-twice' } | { code: 'paper-in-future' } | UploadRefusal
export type AdmitRefusal =
  | { code: 'product-unknown'; said: string }
  | { code: 'already-admitted' }
  | { code: 'ocop-by-certificate' }
  | { code: 'until-before-from' }
  | { code: 'regulation-missing' }
export type EndUseRefusal = { code: 'use-ended-before' }
export type ReportMisuseRefusal =
  | { code: 'too-many-reports'; minutes: number }
  | { code: 'mark-unknown' }
  | { code: 'contact-consent-missing' }
  | PhotoUploadRefusal
export type MisuseClosed = StatusRefusal<typeof misuseActs.answer, MisuseStatus>

/** Every refusal of marks: each has its sentence in `words/refusals.ts`. */
export type MarkRefusal = RegisterMarkRefusal | MarkPaperRefusal | AdmitRefusal | EndUseRefusal | ReportMisuseRefusal | MisuseClosed
