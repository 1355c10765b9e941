import type { StatusRefusal } from '@dacsan/decisions'
import type { PhotoUploadRefusal } from '@dacsan/platform/files'
import type { PlainDate } from '@dacsan/vietnam'
import type { ReturnStatus, Wish, returnActs } from '../acts.ts'

export type ReturnClosed = StatusRefusal<typeof returnActs.say, ReturnStatus>
type RequestKeyReused = { code: 'request-key-reused' }

export type AskRefusal =
  | RequestKeyReused
  | { code: 'too-many-attempts'; minutes: number }
  | { code: 'nothing-chosen' }
  | { code: 'not-delivered' }
  | { code: 'reason-closed' }
  | { code: 'wish-closed'; wishes: readonly Wish[] }
  | { code: 'asked-before' }
  | { code: 'more-than-delivered'; left: number }
  | { code: 'too-many-photos'; most: number }
  | PhotoUploadRefusal
export type AcceptRefusal =
  | { code: 'nothing-offered' }
  | { code: 'answer-missing' }
  | { code: 'nothing-comes-back' }
  | { code: 'no-goods-named' }
  | { code: 'refund-too-large'; refundableVnd: number }
export type GoodsRefusal =
  | RequestKeyReused
  | { code: 'none-expected' }
  | { code: 'order-open' }
  | { code: 'lot-of-other-order' }
  | { code: 'more-than-agreed'; left: number }
  | { code: 'more-than-sold'; out: number }
  | { code: 'note-missing' }
  | { code: 'lot-not-sellable'; status: string; expiresOn: PlainDate | null }
  | { code: 'not-enough'; free: number }
export type SettleRefusal = { code: 'goods-open'; toReceive: number; toSend: number } | { code: 'money-open' }
export type ClockRefusal = { code: 'at-office-before' } | { code: 'not-late' } | { code: 'marked-before' } | { code: 'acknowledged-before' }
export type DecideRefusal = { code: 'begun' }
export type OfferRefusal = { code: 'same-offer' } | { code: 'producer-missing' }

/** Every refusal of this room: each has its sentence in `words/refusals.ts`. */
export type ReturnsRefusal =
  | ReturnClosed
  | AskRefusal
  | AcceptRefusal
  | GoodsRefusal
  | SettleRefusal
  | ClockRefusal
  | DecideRefusal
  | OfferRefusal
