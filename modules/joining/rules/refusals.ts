import type { TaxCodeRefusal } from '@dacsan/vietnam'
import type { UploadRefusal } from '@dacsan/platform/files'
import type { ProducerKindRefusal } from '../../catalogue/rules.ts'
import type { RequestStatus } from '../acts.ts'

/** Why what was typed cannot be filed, wherever it was typed. */
export type TypedRefusal =
  | { code: 'unknown-commune' }
  | Exclude<ProducerKindRefusal, { code: 'kind-not-for-set' }>
  | TaxCodeRefusal
  | { code: 'no-way-to-reach' }
  | { code: 'paper-missing' }
  | UploadRefusal

export type FileRefusal = { code: 'too-many-requests'; minutes: number } | TypedRefusal
export type AskChangeRefusal = { code: 'nothing-changes' } | { code: 'change-waits'; requestCode: string } | TypedRefusal
export type SupplementRefusal =
  | { code: 'too-many-requests'; minutes: number }
  | { code: 'wrong-status'; status: RequestStatus }
  | { code: 'nothing-added' }
  | UploadRefusal
export type AnswerRefusal = { code: 'wrong-status'; status: RequestStatus } | { code: 'changed-elsewhere' }
export type ConfirmRefusal =
  | AnswerRefusal
  /** Whoever filed it for somebody does not confirm it as well. */
  | { code: 'filed-by-you' }
  /** Others claim the same producer: what becomes of them is said together with the yes. */
  | { code: 'others-undecided'; count: number }
  /** Somebody works for the producer already. */
  | { code: 'holders-undecided'; names: string[] }
  | { code: 'works-for-producer' }
  | { code: 'email-taken' }
  | Exclude<ProducerKindRefusal, { code: 'kind-not-for-set' }>
export type TakeBackRefusal = AnswerRefusal | { code: 'not-a-claim' }
export type LookUpRefusal = { code: 'too-many-requests'; minutes: number } | { code: 'request-unknown' }

export type JoiningRefusal =
  | FileRefusal
  | AskChangeRefusal
  | SupplementRefusal
  | AnswerRefusal
  | ConfirmRefusal
  | TakeBackRefusal
  | LookUpRefusal
