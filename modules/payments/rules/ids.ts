import type { Id } from '@dacsan/platform/ids'

/** An account that lines are told of. */
export type ReceivingAccountId = Id<'rac'>
/** A file of a bank. */
export type BankStatementId = Id<'bst'>
/** A movement of an account. */
export type BankLineId = Id<'bln'>
/** Money that went back, with its proof. */
export type BankRefundId = Id<'brf'>
/** A provider that tells of the account of a seller. */
export type WebhookSourceId = Id<'whs'>
export type WebhookEventId = Id<'whe'>
