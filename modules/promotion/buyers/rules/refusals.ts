import type { StatusRefusal } from '@dacsan/decisions'
import type { UploadRefusal } from '@dacsan/platform/files'
import type { DrawingRefusal } from '../../../papers/rules.ts'
import type { EnquiryStatus, SessionStatus, enquiryActs, relationActs, sessionActs } from '../acts.ts'
import type { SlotClash } from './slots.ts'
import type { Stage, StepRefusal } from './stages.ts'

export type EnquiryClosed = StatusRefusal<typeof enquiryActs.close, EnquiryStatus>
export type RelationEnded = StatusRefusal<typeof relationActs.advance, Stage>
export type SessionClosed = StatusRefusal<typeof sessionActs.move, SessionStatus>

export type AskGoodsRefusal = { code: 'too-many-requests'; minutes: number } | { code: 'product-unknown' } | { code: 'contact-missing' }
export type IntroduceRefusal = { code: 'producer-missing' } | { code: 'producer-unknown' } | { code: 'fair-unknown' }
export type OfferRefusal = { code: 'pack-unknown' } | { code: 'goods-missing' } | { code: 'price-missing' } | { code: 'valid-before' }
export type PapersRefusal = DrawingRefusal | { code: 'nothing-to-share' }
export type AdvanceRefusal = StepRefusal | UploadRefusal
export type CorrectRefusal = { code: 'nothing-to-correct' } | { code: 'step-changed' } | { code: 'step-of-other-side' }
export type ConfirmRefusal = { code: 'step-missing' } | { code: 'own-step' }
export type WishRefusal = { code: 'enquiry-unknown' } | { code: 'producer-missing' } | { code: 'producer-unknown' }
export type SessionRefusal =
  | { code: 'no-wishes' }
  | { code: 'fair-unknown' }
  | { code: 'before-session'; day: string }
  | { code: 'pair-unknown' }
  | { code: 'slot-noted' }
  | SlotClash

/** Every refusal of matching buyers: each has its sentence in `words/refusals.ts`. */
export type BuyerRefusal =
  | EnquiryClosed
  | RelationEnded
  | SessionClosed
  | AskGoodsRefusal
  | IntroduceRefusal
  | OfferRefusal
  | PapersRefusal
  | AdvanceRefusal
  | CorrectRefusal
  | ConfirmRefusal
  | WishRefusal
  | SessionRefusal

export type RefusalOf<Code extends BuyerRefusal['code']> = Extract<BuyerRefusal, { code: Code }>
