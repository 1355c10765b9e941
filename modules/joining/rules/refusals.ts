import type { TaxCodeRefusal } from '@dacsan/vietnam'
import type { UploadRefusal } from '@dacsan/platform/files'
import type { CertificateState, ProducerKindRefusal } from '../../catalogue/rules.ts'
import type { PasswordRefusal } from '../../identity/rules.ts'
import type { RequestStatus, TransferStatus } from '../acts.ts'

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
/** Somebody has an account by it, or it is not one that an officer filed for somebody without a number. */
export type PrintSlipRefusal = AnswerRefusal | { code: 'holder-has-account' }
export type SlipClosed = { code: 'slip-closed'; state: 'used' | 'replaced' | 'expired' }
export type UseSlipRefusal =
  | SlipClosed
  | { code: 'wrong-status'; status: RequestStatus }
  /** An account signs in with it already: it gets no role by a paper that somebody else may hold. */
  | { code: 'login-known' }
  | { code: 'no-way-to-reach' }
  | { code: 'too-many-requests'; minutes: number }
  | PasswordRefusal
export type LookUpRefusal = { code: 'too-many-requests'; minutes: number } | { code: 'request-unknown' }

/** Why a product cannot go over to another producer. */
export type TransferFault =
  /** The rule of the day says in which states of its certificate it may. */
  | { code: 'not-transferable'; state: CertificateState }
  | { code: 'dossier-open'; dossierCode: string | null }
  | { code: 'recall-open'; lotNumber: string; until: string | null }
  | { code: 'same-name-there'; name: string }
  | ProducerKindRefusal

export type FileTransferRefusal =
  | { code: 'transfer-waits'; transferCode: string }
  | { code: 'same-producer' }
  | { code: 'paper-missing' }
  | Exclude<TransferFault, { code: 'registration-missing' }>
  | UploadRefusal
export type AnswerTransferRefusal = { code: 'wrong-transfer-status'; status: TransferStatus } | { code: 'changed-elsewhere' }
/** Whoever has an account agrees at the own desk. */
export type AgreeOnPaperRefusal = AnswerTransferRefusal | { code: 'other-side-has-account'; names: string[] }
export type SupplementTransferRefusal =
  | Extract<AnswerTransferRefusal, { code: 'wrong-transfer-status' }>
  | { code: 'nothing-added' }
  | UploadRefusal
export type CheckTransferRefusal = AnswerTransferRefusal | TransferFault
/** Whoever said for the other side or for the commune that it is right does not decide as well. */
export type ConfirmTransferRefusal = CheckTransferRefusal | { code: 'vouched-by-you' }

export type JoiningRefusal =
  | FileTransferRefusal
  | AgreeOnPaperRefusal
  | SupplementTransferRefusal
  | ConfirmTransferRefusal
  | FileRefusal
  | AskChangeRefusal
  | SupplementRefusal
  | AnswerRefusal
  | ConfirmRefusal
  | TakeBackRefusal
  | PrintSlipRefusal
  | UseSlipRefusal
  | LookUpRefusal
