import type { RefusalsOf, StatusRefusal } from '@dacsan/decisions'
import type { Dong, PlainDate } from '@dacsan/vietnam'
import type {
  agreedBuyerActs,
  AgreedBuyerStatus,
  aheadActs,
  AheadStatus,
  billActs,
  BillStatus,
  FulfilmentStatus,
  ListingAct,
  listingActs,
  ListingStatus,
  OrderAct,
  orderActs,
  sellerActs,
  sellerPaperActs,
  SellerPaperStatus,
  SellerStatus,
  suspensionActs,
  SuspensionStatus,
} from '../acts.ts'
import type { UploadRefusal } from '@dacsan/platform/files'
import type { PackId, ProducerId } from '../../catalogue/rules.ts'
import type { NoCash } from './cash-on-delivery.ts'
import type { DeliveryRefusal, DeliveryZone, TableRefusal } from './delivery.ts'
import type { NoAccount } from './account-way.ts'
import type { ListingId } from './ids.ts'
import type { CreateVoucherRefusal, EndVoucherRefusal, NoVoucher } from './voucher.ts'

export type TermsRefusal =
  | { code: 'terms-empty' }
  | { code: 'terms-backwards' }
  | { code: 'terms-past' }
  | { code: 'terms-pack-unknown' }
  | { code: 'terms-not-multiple'; packId: PackId; multiple: number; next: number }

export type MakeBillRefusal =
  | { code: 'nothing-to-bill' }
  | { code: 'bill-day-ahead' }
  | { code: 'bill-day-early'; from: PlainDate }
  | { code: 'account-missing' }

export type DisputeRefusal = StatusRefusal<typeof billActs.dispute, BillStatus> | { code: 'reason-missing' }
export type AnswerDisputeRefusal = StatusRefusal<typeof billActs.answer, BillStatus> | { code: 'reason-missing' }

export type AgreedBuyerClosed = StatusRefusal<typeof agreedBuyerActs.agree, AgreedBuyerStatus>

/** The order form, or a form of money, was sent before with the same key and other contents. */
export type RequestKeyRefusal = { code: 'request-key-reused' }
export type TooManyAttempts = { code: 'too-many-attempts'; minutes: number }
export type SoldOutItem = { listingId: ListingId; name: string; wanted: number; available: number }
/** So many of it are not sold; `next` are. */
export type QuantityItem = { listingId: ListingId; name: string; wanted: number; next: number; least: number; multiple: number }
/** The same for one thing alone, with the limit of an order beside it. */
export type QuantityRefusal =
  | { code: 'over-limit'; limit: number }
  | { code: 'quantity-not-sold'; next: number; least: number; multiple: number }
export type NotDelivered = { producerId: ProducerId; name: string; why: DeliveryRefusal['code'] }
export type CashRefused = { producerId: ProducerId; name: string; why: NoCash; largestVnd: Dong | null }
export type AccountRefused = { producerId: ProducerId; name: string; why: NoAccount; leftVnd: Dong | null }
export type VoucherRefused = { producerId: ProducerId; name: string; voucher: string; why: NoVoucher; fromVnd: Dong }
/** So many were given to the receivers, and so many lie in the cart. */
export type DividedItem = { listingId: ListingId; name: string; wanted: number; divided: number }
/** `receivers`: their places, from 1. */
export type DivisionRefusal = { code: 'division-mismatch'; items: DividedItem[] } | { code: 'receiver-without-goods'; receivers: number[] }
export type SoldOut = { code: 'sold-out'; items: SoldOutItem[] }

export type PlacementRefusal =
  | TooManyAttempts
  | SoldOut
  | { code: 'ordering-off' }
  | { code: 'cart-empty' }
  | { code: 'too-many-open'; most: number }
  | { code: 'not-for-sale'; items: { listingId: ListingId; name: string | null }[] }
  | { code: 'age-unconfirmed'; leastAge: number; items: { listingId: ListingId; name: string }[] }
  | { code: 'over-limit'; items: { listingId: ListingId; name: string; wanted: number; limit: number }[] }
  | { code: 'quantity-not-sold'; items: QuantityItem[] }
  | { code: 'too-much-unpaid'; items: { listingId: ListingId; name: string; wanted: number; limit: number }[] }
  | { code: 'not-delivered'; items: NotDelivered[] }
  | { code: 'cash-refused'; items: CashRefused[] }
  | { code: 'account-refused'; items: AccountRefused[] }
  | { code: 'voucher-refused'; items: VoucherRefused[] }
  | DivisionRefusal
  | { code: 'price-changed'; seenVnd: number; nowVnd: Dong }
  | { code: 'total-too-large' }
export type CartRefusal = Extract<PlacementRefusal, { code: 'not-for-sale' }> | { code: 'cart-full'; most: number }
/** Somebody tries codes and phone numbers. */
export type LookUpRefusal = { code: 'order-unknown' } | TooManyAttempts

type OrderClosed = StatusRefusal<typeof orderActs.cancel, FulfilmentStatus>
type LotRecalled = { code: 'lot-recalled'; lots: string[] }
export type ReportRefusal = OrderClosed | LotRecalled | { code: 'already-paid' | 'pays-cash' | 'pays-later' | 'pays-by-month' }
export type ConfirmCashRefusal = OrderClosed | LotRecalled | { code: 'no-cash-asked' }
type OrderHeld = StatusRefusal<(typeof orderActs)['receive-cash'], FulfilmentStatus>
export type CashReceiptRefusal = OrderHeld | { code: 'no-cash-due' } | { code: 'amount-invalid' } | { code: 'note-missing' }
export type TakeBackRefusal = OrderHeld | { code: 'no-cash-due' } | { code: 'note-missing' }
export type ReceiptRefusal = { code: 'amount-invalid' }
export type RefundRefusal = { code: 'amount-invalid' } | { code: 'nothing-to-refund' } | { code: 'refund-too-large'; refundableVnd: Dong }
export type HandOverRefusal =
  | OrderClosed
  | { code: 'not-paid' }
  | { code: 'not-confirmed' }
  | { code: 'short-paid'; missingVnd: Dong }
  | { code: 'note-missing' }
  | NotWeighed
  | LotRecalled
  | ParcelNotReady
export type ExportRefusal =
  | ProducerMissing
  | RequestKeyRefusal
  | { code: 'period-backwards' }
  | { code: 'format-unknown' }
  | { code: 'rate-unknown' }
  /** `before`: how many of the period were exported. */
  | { code: 'nothing-to-export'; before: number }
  | { code: 'note-missing' }
type NotWeighed = { code: 'not-weighed' }
export type PackRefusal = OrderClosed | { code: 'not-paid' } | { code: 'not-confirmed' } | NotWeighed | LotRecalled | ParcelNotReady
export type WeighRefusal =
  | OrderClosed
  | { code: 'not-paid' }
  | { code: 'not-confirmed' }
  | LotRecalled
  | { code: 'not-by-weight' }
  | { code: 'weights-missing'; pieces: number }
  | { code: 'packed-already' }
  /** Money went back by the first weighing: the same goods cost no more now. */
  | { code: 'refunded-by-weight'; mostVnd: Dong }
export type UnpackRefusal = OrderClosed
/** Its goods lie in their parcel: only the seller can still do something. */
type OrderPacked = { code: 'order-packed' }
export type CancelRefusal = OrderClosed | OrderPacked | { code: 'money-received' } | { code: 'note-missing' }
export type ChangeRefusal =
  | OrderClosed
  | OrderPacked
  | { code: 'merge-first' }
  | { code: 'address-unclear' }
  /** `nowVnd`: what bringing it there costs today; null: the seller does not bring it there. */
  | { code: 'fee-differs'; promisedVnd: Dong; nowVnd: Dong | null }
export type MergeRefusal =
  | OrderClosed
  | OrderPacked
  | LookUpRefusal
  | { code: 'merge-ahead' }
  | { code: 'merge-other-seller' }
  | { code: 'merge-other-receiver' }
  | { code: 'merge-too-heavy' }
  | { code: 'merge-taken' }
export type UnmergeRefusal = OrderClosed | OrderPacked
/** Another order that goes in the same parcel keeps it back. */
type ParcelNotReady = {
  code: 'parcel-not-ready'
  order: string
  why: 'not-paid' | 'not-confirmed' | 'short-paid' | 'lot-recalled' | 'other'
}
export type CutRefusal =
  | OrderClosed
  | OrderPacked
  | LotRecalled
  | { code: 'cut-is-more' }
  | { code: 'cut-everything' }
  | { code: 'cut-box'; name: string }
  | { code: 'cut-number'; name: string; least: number; multiple: number }
  /** Below `from` each of them costs more: that is another order. */
  | { code: 'cut-price'; name: string; from: number }
  | { code: 'cut-voucher'; voucher: string; fromVnd: Dong }
  | { code: 'cut-free-delivery'; fromVnd: Dong }
export type ExpireRefusal = OrderClosed | { code: 'not-overdue' }
export type ReopenRefusal = StatusRefusal<typeof orderActs.reopen, FulfilmentStatus> | { code: 'nothing-received' } | SoldOut

type OrderNotPromised = StatusRefusal<typeof orderActs.allot, FulfilmentStatus>
/** The goods of an order are there in full, or nothing of it is given. */
export type AllotRefusal = OrderNotPromised | { code: 'not-paid' } | { code: 'goods-not-there' }
export type RunShortRefusal = OrderNotPromised | { code: 'note-missing' } | { code: 'short-told' }
export type OpenAheadRefusal =
  | { code: 'ahead-stands' }
  | { code: 'lead-backwards' }
  | { code: 'last-order-past' }
  | { code: 'delivery-before-order' }
  | { code: 'delivery-too-far' }
  | { code: 'ahead-box' }
export type EndAheadRefusal = StatusRefusal<typeof aheadActs.end, AheadStatus>

/** `step` is its place in the form, from 0. */
export type PricingRefusal =
  | { code: 'least-not-multiple'; multiple: number; next: number }
  | { code: 'limit-below-least'; least: number }
  | { code: 'weights-backwards'; least: number }
  | { code: 'steps-by-weight' }
  | { code: 'price-step-not-rising'; step: number; above: number }
  | { code: 'price-step-not-falling'; step: number; below: Dong }
/** `row` is its place in the form, from 0. */
export type BoxRefusal =
  | { code: 'part-not-sold'; row: number }
  | { code: 'part-by-weight'; row: number }
  | { code: 'part-ahead'; row: number }
  | { code: 'part-is-box'; row: number }
  | { code: 'part-twice'; row: number }
  | { code: 'box-by-weight' }
  | { code: 'box-ahead' }
  | { code: 'box-in-box' }
  | { code: 'box-of-one' }
  | { code: 'box-too-cheap'; pieces: number }
export type SaveListingRefusal = PricingRefusal | BoxRefusal
export type PauseRefusal = StatusRefusal<typeof listingActs.pause, ListingStatus>
export type NotSellable =
  | { code: 'seller-missing' }
  | { code: 'seller-unverified' }
  | { code: 'seller-run-out' }
  | { code: 'seller-suspended' }
  | { code: 'not-certified' }
type PapersMissing = { code: 'papers-missing'; papers: string[] }
export type PoliciesNotAccepted = { code: 'policies-not-accepted' }
export type SubmitRefusal = StatusRefusal<typeof listingActs.submit, ListingStatus> | NotSellable | PapersMissing | PoliciesNotAccepted
export type ResumeRefusal = StatusRefusal<typeof listingActs.resume, ListingStatus> | NotSellable
export type ReadRefusal = StatusRefusal<typeof listingActs.publish, ListingStatus> | { code: 'changed-since-read' }

export type ProducerMissing = { code: 'producer-missing' }
export type SaveDeliveryRefusal = ProducerMissing | TableRefusal
export type SaveCashRefusal = ProducerMissing | { code: 'no-delivery-table' } | { code: 'zone-not-in-table'; zone: DeliveryZone }
export type SellerRefusal =
  | ProducerMissing
  | { code: 'bank-unknown'; bankBin: string }
  | { code: 'password-wrong' }
  | TooManyAttempts
  | PoliciesNotAccepted
export type VerifyRefusal = StatusRefusal<typeof sellerActs.verify, SellerStatus> | PapersMissing
export type AcceptRefusal = ProducerMissing | { code: 'policies-changed' }

type PaperEnded = { code: 'paper-ended' }
export type HandInRefusal =
  | ProducerMissing
  | RequestKeyRefusal
  | { code: 'paper-not-asked' }
  | PaperEnded
  | { code: 'issued-in-future' }
  | { code: 'file-missing' }
  | UploadRefusal
type PaperClosed = StatusRefusal<typeof sellerPaperActs.verify, SellerPaperStatus>
export type VerifyPaperRefusal = PaperClosed | PaperEnded
export type ReturnPaperRefusal = PaperClosed

export type SuspensionClosed = StatusRefusal<(typeof suspensionActs)['carry-out'], SuspensionStatus>
export type AnnounceRefusal = RequestKeyRefusal | { code: 'notice-too-short'; days: number; from: string }
export type ReceiveOrderRefusal = RequestKeyRefusal | { code: 'received-in-future' } | { code: 'file-missing' } | UploadRefusal
export type SuspensionStepRefusal = SuspensionClosed | RequestKeyRefusal

/** Every refusal of this room: each has its sentence in `words/refusals.ts`. */
export type ShopRefusal =
  | AllotRefusal
  | MakeBillRefusal
  | DisputeRefusal
  | AnswerDisputeRefusal
  | AgreedBuyerClosed
  | TermsRefusal
  | { code: 'buyer-known' }
  | { code: 'agreement-unknown' }
  | AcceptRefusal
  | AnnounceRefusal
  | CancelRefusal
  | CartRefusal
  | CashReceiptRefusal
  | ChangeRefusal
  | ConfirmCashRefusal
  | CreateVoucherRefusal
  | CutRefusal
  | EndAheadRefusal
  | EndVoucherRefusal
  | ExpireRefusal
  | ExportRefusal
  | HandOverRefusal
  | HandInRefusal
  | LookUpRefusal
  | MergeRefusal
  | OpenAheadRefusal
  | PauseRefusal
  | PlacementRefusal
  | SaveListingRefusal
  | ReadRefusal
  | ReceiptRefusal
  | ReceiveOrderRefusal
  | RefundRefusal
  | ReopenRefusal
  | ReportRefusal
  | RequestKeyRefusal
  | ResumeRefusal
  | RunShortRefusal
  | ReturnPaperRefusal
  | SaveCashRefusal
  | SellerRefusal
  | SubmitRefusal
  | SuspensionStepRefusal
  | TableRefusal
  | TakeBackRefusal
  | UnmergeRefusal
  | VerifyPaperRefusal
  | VerifyRefusal
  | WeighRefusal

/** What the reader of a view may do with a thing now: the acts of its table, with what the rules of the room say beside its state. */
type MayWith<Acts extends Readonly<Record<string, unknown>>> = {
  readonly [Name in keyof Acts & string]: true | { code: 'not-permitted' } | RefusalsOf<ShopRefusal, Acts[Name]>
}
export type OrderMay = MayWith<Pick<typeof orderActs, OrderAct>>
export type ListingMay = MayWith<Pick<typeof listingActs, ListingAct>>
