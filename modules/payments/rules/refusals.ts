import type { StatementRefusal } from '@dacsan/bank-statements'
import type { StatusRefusal } from '@dacsan/decisions'
import type { UploadRefusal } from '@dacsan/platform/files'
import type { ReceiptRefusal, RefundRefusal, RequestKeyRefusal } from '../../shop/rules.ts'
import type {
  BankLineStatus,
  BankStatementStatus,
  WebhookSourceStatus,
  bankLineActs,
  bankStatementActs,
  webhookSourceActs,
} from '../acts.ts'

export type AccountMissing = { code: 'account-missing' }
/** `bank`: what the file says, by BIN; `expected`: that of the seller. */
export type ReadRefusal =
  | StatementRefusal
  | AccountMissing
  | { code: 'other-bank'; bank: string; expected: string }
  | { code: 'other-account'; ending: string }
export type TakeRefusal = StatusRefusal<typeof bankStatementActs.take, BankStatementStatus>

type LineAnswered = StatusRefusal<typeof bankLineActs.book, BankLineStatus>
type OrderMissing = { code: 'order-missing' }
type LineOutgoing = { code: 'line-outgoing' }
/** Its money stands in the books of orders of a bill. */
type LineShared = { code: 'line-shared' }
export type BookRefusal =
  | LineAnswered
  | OrderMissing
  | LineOutgoing
  | LineShared
  | ReceiptRefusal
  | { code: 'nothing-missing' }
  | { code: 'order-handed-over' }
export type SetAsideRefusal = LineAnswered | LineShared | { code: 'reason-missing' }
export type TieRefusal =
  | LineAnswered
  | { code: 'refund-missing' }
  | { code: 'line-incoming' }
  | { code: 'amount-differs' }
  | { code: 'refund-tied' }

export type ProveRefusal = { code: 'sent-in-future' } | RefundRefusal | RequestKeyRefusal | UploadRefusal

export type ConnectRefusal = AccountMissing | { code: 'connected-before' }
type SourceEnded = StatusRefusal<typeof webhookSourceActs.end, WebhookSourceStatus>
export type RotateRefusal = SourceEnded | { code: 'secret-same' }

export type PaymentsRefusal =
  | ReadRefusal
  | TakeRefusal
  | BookRefusal
  | SetAsideRefusal
  | TieRefusal
  | ProveRefusal
  | ConnectRefusal
  | RotateRefusal
