import type { StatusRefusal } from '@dacsan/decisions'
import type { PlainDate } from '@dacsan/vietnam'
import type { ConsignmentStatus, consignmentActs } from '../acts.ts'

export type ConsignmentClosed = StatusRefusal<typeof consignmentActs.sell, ConsignmentStatus>
type Reused = { code: 'request-key-reused' }
type TermsMissing = { code: 'terms-missing'; day: PlainDate }
type NotEnough = { code: 'not-enough'; free: number }
type NotSellable = { code: 'lot-not-sellable'; status: string; expiresOn: PlainDate | null }

export type TermsRefusal =
  | Reused
  | { code: 'point-not-recognised' }
  | { code: 'producer-missing' }
  | { code: 'consigned-before' }
  | { code: 'terms-turned' }
  | { code: 'proposal-open' }
  | { code: 'nothing-to-agree' }
  | { code: 'own-proposal' }
export type EndRefusal = { code: 'goods-left'; quantity: number } | { code: 'not-settled' }
export type SendRefusal =
  | Reused
  | TermsMissing
  | { code: 'nothing-chosen' }
  | NotEnough
  | NotSellable
  | { code: 'vat-unknown' }
  | { code: 'point-not-recognised' }
export type ReceiveRefusal =
  | { code: 'note-received' }
  | { code: 'other-side-receives' }
  | { code: 'minute-missing' }
  | { code: 'more-than-sent'; sent: number }
export type SellRefusal = Reused | TermsMissing | NotEnough | NotSellable | { code: 'price-changed'; priceVnd: number }
export type CancelRefusal = { code: 'settled-before' } | { code: 'not-a-sale' }
export type LoseRefusal = Reused | TermsMissing | NotEnough | { code: 'not-expired'; expiresOn: PlainDate | null }
export type SettleRefusal =
  | Reused
  | TermsMissing
  | { code: 'statement-open' }
  | { code: 'note-open' }
  | { code: 'count-missing'; goods: string }
  | { code: 'more-than-book'; goods: string; expected: number }
  | { code: 'note-missing'; goods: string }
  | { code: 'nothing-to-settle' }
export type StatementRefusal = { code: 'statement-closed' }

/** Every refusal of consignments: each has its sentence in `words/refusals.ts`. */
export type ConsignmentRefusal =
  | ConsignmentClosed
  | TermsRefusal
  | EndRefusal
  | SendRefusal
  | ReceiveRefusal
  | SellRefusal
  | CancelRefusal
  | LoseRefusal
  | SettleRefusal
  | StatementRefusal
