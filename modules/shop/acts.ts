import { carries, nameActs } from '@dacsan/decisions'
import type { ProducerId, ProductId } from '../catalogue/rules.ts'
import type { ActRows, OrganisationId, Ties } from '../identity/rules.ts'
import type {
  AgreedBuyerId,
  AheadOfferId,
  BillId,
  InvoiceExportId,
  ListingId,
  OrderGroupId,
  OrderId,
  SellerPaperId,
  SuspensionId,
} from './rules/ids.ts'
import { uploadRefusals } from '../upload-refusals.ts'

/**
 * What becomes of the goods of an order; `promised`: it was placed before they exist, and nothing is held yet. What becomes of its money is derived from the
 * log of payments (`paymentStatusOf`).
 */
export const fulfilmentStatuses = ['promised', 'held', 'handed-over', 'returned', 'cancelled', 'expired'] as const
export type FulfilmentStatus = (typeof fulfilmentStatuses)[number]

export const listingStatuses = ['draft', 'waiting', 'returned', 'published', 'paused'] as const
export type ListingStatus = (typeof listingStatuses)[number]

/** `run-out`: the first of its papers ended. */
export const sellerStatuses = ['unverified', 'verified', 'run-out'] as const
export type SellerStatus = (typeof sellerStatuses)[number]

export const sellerPaperStatuses = ['waiting', 'verified', 'returned', 'replaced'] as const
export type SellerPaperStatus = (typeof sellerPaperStatuses)[number]

/** `announced`: with notice, before its day; `received`: ordered by an authority, and not carried out yet. */
export const suspensionStatuses = ['announced', 'received', 'in-force', 'ended'] as const
export type SuspensionStatus = (typeof suspensionStatuses)[number]

export type OrderPlaced = { orderId: OrderId; code: string; producerId: ProducerId; groupId: OrderGroupId; totalVnd: number }
export type OrderChanged = { orderId: OrderId; code: string; producerId: ProducerId }
/** `sumVnd`: what the order comes to in the end; `backVnd`: what of the money that came is to go back. */
export type OrderWeighed = OrderChanged & { sumVnd: number; backVnd: number; lightPieces: number }
export type OrderPayment = OrderChanged & { amountVnd: number; payment: string }
const changed = carries<OrderChanged>()
const payment = carries<OrderPayment>()
type OnListing = { listingId: ListingId; productId: ProductId; producerId: ProducerId }
const onListing = carries<OnListing>()

const owner = { producer: 'owner' } as const
const buyer = { anyone: 'link' } as const
const overseers = { 'provincial-officer': 'any', 'trade-department': 'any' } as const

/**
 * Everything that people and the clock do with an order. `from` and `to` are states of its goods. Money has no such columns: what came is
 * written down in whatever state the goods are, and the state of the payment follows from the log (`paymentMoves` names its steps).
 */
export const orderActs = nameActs('order', {
  place: {
    by: { anyone: 'any' },
    event: 'order.placed',
    payload: carries<OrderPlaced>(),
    says: 'Đặt hàng',
    refusals: [
      'request-key-reused',
      'too-many-attempts',
      'ordering-off',
      'cart-empty',
      'too-many-open',
      'not-for-sale',
      'age-unconfirmed',
      'over-limit',
      'quantity-not-sold',
      'too-much-unpaid',
      'sold-out',
      'not-delivered',
      'cash-refused',
      'account-refused',
      'voucher-refused',
      'division-mismatch',
      'receiver-without-goods',
      'price-changed',
      'total-too-large',
    ],
  },
  allot: {
    from: ['promised'],
    to: 'held',
    // The platform, as soon as goods lie there.
    by: { ...owner, system: 'any' },
    event: 'order.allotted',
    payload: changed,
    says: 'Chia hàng cho đơn đặt trước',
    closed: 'order-not-promised',
    refusals: ['not-paid', 'goods-not-there'],
  },
  'run-short': {
    from: ['promised'],
    by: owner,
    event: 'order.run-short',
    payload: changed,
    says: 'Báo thiếu hàng cho đơn đặt trước',
    closed: 'order-not-promised',
    refusals: ['note-missing', 'short-told'],
  },
  'report-transfer': {
    from: ['promised', 'held'],
    by: buyer,
    event: 'order.transfer-reported',
    payload: changed,
    says: 'Người mua báo đã chuyển khoản',
    closed: 'order-closed',
    refusals: ['lot-recalled', 'already-paid', 'pays-cash', 'pays-later', 'pays-by-month'],
  },
  'confirm-cash': {
    from: ['held'],
    by: owner,
    event: 'order.cash-confirmed',
    payload: changed,
    says: 'Nhận giao đơn trả tiền khi nhận hàng',
    closed: 'order-closed',
    refusals: ['lot-recalled', 'no-cash-asked'],
  },
  cancel: {
    from: ['promised', 'held'],
    to: 'cancelled',
    // The platform, once goods of it were recalled.
    by: { ...buyer, ...owner, system: 'any' },
    event: 'order.cancelled',
    payload: carries<OrderChanged & { by: 'buyer' | 'seller' }>(),
    says: 'Hủy đơn',
    closed: 'order-closed',
    refusals: ['money-received', 'order-packed', 'note-missing'],
  },
  change: {
    from: ['promised', 'held'],
    by: buyer,
    event: 'order.changed',
    payload: carries<OrderChanged & { fields: readonly string[] }>(),
    says: 'Người mua đổi nơi nhận, lời nhắn hoặc hóa đơn',
    closed: 'order-closed',
    refusals: ['order-packed', 'merge-first', 'address-unclear', 'fee-differs'],
  },
  merge: {
    from: ['held'],
    by: buyer,
    event: 'order.merged',
    payload: changed,
    says: 'Người mua gộp giao hai đơn',
    closed: 'order-closed',
    refusals: [
      'too-many-attempts',
      'order-unknown',
      'order-packed',
      'merge-ahead',
      'merge-other-seller',
      'merge-other-receiver',
      'merge-too-heavy',
      'merge-taken',
    ],
  },
  unmerge: {
    from: ['held'],
    // The platform, where one of them is given up.
    by: { ...buyer, system: 'any' },
    event: 'order.unmerged',
    payload: changed,
    says: 'Bỏ gộp giao hai đơn',
    closed: 'order-closed',
    refusals: ['order-packed'],
  },
  'cut-goods': {
    from: ['held'],
    by: buyer,
    event: 'order.goods-cut',
    payload: carries<OrderChanged & { amountVnd: number }>(),
    says: 'Người mua bớt hàng của đơn',
    closed: 'order-closed',
    refusals: [
      'order-packed',
      'lot-recalled',
      'cut-is-more',
      'cut-everything',
      'cut-box',
      'cut-number',
      'cut-price',
      'cut-voucher',
      'cut-free-delivery',
    ],
  },
  expire: {
    from: ['promised', 'held'],
    to: 'expired',
    by: { system: 'any' },
    event: 'order.expired',
    payload: changed,
    says: 'Đơn hết thời gian giữ hàng',
    closed: 'order-closed',
    refusals: ['not-overdue'],
    formerly: { 'order.lapsed': 'Đơn hết thời gian giữ hàng' },
  },
  reopen: {
    from: ['cancelled', 'expired'],
    to: 'held',
    by: owner,
    event: 'order.reopened',
    payload: changed,
    says: 'Giữ lại hàng cho đơn',
    closed: 'order-open',
    refusals: ['nothing-received', 'sold-out'],
    formerly: { 'order.revived': 'Giữ lại hàng cho đơn' },
  },
  'hand-over': {
    from: ['held'],
    to: 'handed-over',
    by: owner,
    event: 'order.handed-over',
    payload: changed,
    says: 'Giao hàng',
    closed: 'order-closed',
    refusals: ['not-paid', 'not-confirmed', 'short-paid', 'note-missing', 'not-weighed', 'lot-recalled', 'parcel-not-ready'],
  },
  'take-back': {
    from: ['handed-over'],
    to: 'returned',
    // The platform, for a parcel that came back.
    by: { ...owner, system: 'any' },
    event: 'order.taken-back',
    payload: changed,
    says: 'Nhận lại hàng người mua không nhận',
    closed: 'order-not-out',
    refusals: ['no-cash-due', 'note-missing'],
  },
  'receive-cash': {
    from: ['handed-over'],
    // The platform, for what a carrier pays out.
    by: { ...owner, system: 'any' },
    event: 'payment.cash-received',
    payload: payment,
    says: 'Ghi nhận tiền mặt đã thu',
    closed: 'order-not-out',
    refusals: ['request-key-reused', 'amount-invalid', 'note-missing', 'no-cash-due'],
  },
  pack: {
    from: ['held'],
    by: owner,
    event: 'order.packed',
    payload: changed,
    says: 'Đóng gói xong',
    closed: 'order-closed',
    refusals: ['not-paid', 'not-confirmed', 'not-weighed', 'lot-recalled', 'parcel-not-ready'],
  },
  weigh: {
    from: ['held'],
    by: owner,
    event: 'order.weighed',
    payload: carries<OrderWeighed>(),
    says: 'Ghi cân thực của đơn',
    closed: 'order-closed',
    refusals: ['not-paid', 'not-confirmed', 'lot-recalled', 'not-by-weight', 'weights-missing', 'packed-already', 'refunded-by-weight'],
  },
  unpack: {
    from: ['held'],
    by: owner,
    event: 'order.unpacked',
    payload: changed,
    says: 'Bỏ dấu đã đóng gói',
    closed: 'order-closed',
  },
  'receive-payment': {
    // The platform, for what a bank says came.
    by: { ...owner, system: 'any' },
    event: 'payment.received',
    payload: payment,
    says: 'Ghi nhận tiền về',
    refusals: ['request-key-reused', 'amount-invalid'],
  },
  'refund-payment': {
    by: owner,
    event: 'payment.refunded',
    payload: payment,
    says: 'Ghi nhận hoàn tiền',
    refusals: ['request-key-reused', 'amount-invalid', 'nothing-to-refund', 'refund-too-large'],
  },
} as const satisfies ActRows<FulfilmentStatus>)
export type OrderAct = keyof typeof orderActs

/** What a seller posts is read by somebody of the platform before it is shown (Luật Thương mại điện tử 122/2025/QH15, Điều 17.1.đ). */
export const listingActs = nameActs('listing', {
  save: {
    by: owner,
    event: 'listing.saved',
    says: 'Lưu mặt hàng',
    refusals: [
      'least-not-multiple',
      'limit-below-least',
      'price-step-not-rising',
      'price-step-not-falling',
      'weights-backwards',
      'steps-by-weight',
      'part-not-sold',
      'part-by-weight',
      'part-ahead',
      'part-is-box',
      'part-twice',
      'box-by-weight',
      'box-ahead',
      'box-in-box',
      'box-of-one',
      'box-too-cheap',
    ],
  },
  submit: {
    from: ['draft', 'returned'],
    to: 'waiting',
    by: owner,
    event: 'listing.submitted',
    payload: onListing,
    says: 'Gửi duyệt mặt hàng',
    closed: 'listing-status',
    refusals: [
      'seller-missing',
      'seller-unverified',
      'seller-run-out',
      'seller-suspended',
      'not-certified',
      'papers-missing',
      'policies-not-accepted',
    ],
  },
  publish: {
    from: ['waiting'],
    to: 'published',
    by: overseers,
    event: 'listing.published',
    payload: onListing,
    says: 'Duyệt mặt hàng, đưa lên kệ',
    closed: 'listing-status',
    refusals: ['changed-since-read'],
  },
  return: {
    from: ['waiting'],
    to: 'returned',
    by: overseers,
    event: 'listing.returned',
    payload: carries<OnListing & { reason: string }>(),
    says: 'Trả lại mặt hàng để sửa',
    closed: 'listing-status',
    refusals: ['changed-since-read'],
  },
  resume: {
    from: ['paused'],
    to: 'published',
    by: owner,
    event: 'listing.resumed',
    payload: onListing,
    says: 'Bán tiếp',
    closed: 'listing-status',
    refusals: ['seller-missing', 'seller-unverified', 'seller-run-out', 'seller-suspended', 'not-certified'],
  },
  pause: {
    from: ['published'],
    to: 'paused',
    by: { ...owner, ...overseers },
    event: 'listing.paused',
    payload: onListing,
    says: 'Tạm ngừng bán',
    closed: 'listing-status',
  },
} as const satisfies ActRows<ListingStatus>)
export type ListingAct = keyof typeof listingActs

/** A seller is verified before anything of it is shown (Luật Thương mại điện tử 122/2025/QH15). */
export const sellerActs = nameActs('seller', {
  save: {
    by: { producer: 'any' },
    event: 'seller.saved',
    payload: carries<{ producerId: ProducerId; accountChanged: boolean }>(),
    says: 'Lưu tài khoản bán hàng',
    refusals: ['producer-missing', 'bank-unknown', 'password-wrong', 'too-many-attempts', 'policies-not-accepted'],
  },
  'save-delivery': {
    by: { producer: 'any' },
    event: 'seller.delivery-saved',
    says: 'Lưu bảng phí giao hàng',
    refusals: ['producer-missing', 'delivery-empty', 'steps-not-rising', 'fee-missing', 'fees-not-rising', 'pickup-unknown'],
  },
  'save-cash': {
    by: { producer: 'any' },
    event: 'seller.cash-saved',
    says: 'Nhận thu tiền khi giao hàng',
    refusals: ['producer-missing', 'no-delivery-table', 'zone-not-in-table'],
  },
  'drop-cash': {
    by: { producer: 'any' },
    event: 'seller.cash-dropped',
    says: 'Ngừng thu tiền khi giao hàng',
    refusals: ['producer-missing'],
  },
  'drop-delivery': {
    by: { producer: 'any' },
    event: 'seller.delivery-dropped',
    says: 'Bỏ bảng phí giao hàng',
    refusals: ['producer-missing'],
  },
  'accept-policies': {
    by: { producer: 'any' },
    event: 'seller.policies-accepted',
    payload: carries<{ producerId: ProducerId }>(),
    says: 'Đồng ý điều khoản của trang',
    refusals: ['producer-missing', 'policies-changed'],
  },
  verify: {
    from: ['unverified', 'run-out'],
    to: 'verified',
    by: overseers,
    event: 'seller.verified',
    payload: carries<{ producerId: ProducerId }>(),
    says: 'Xác minh người bán',
    closed: 'already-verified',
    refusals: ['papers-missing'],
  },
} as const satisfies ActRows<SellerStatus>)

type OnPaper = { paperId: SellerPaperId; producerId: ProducerId }

/** What a seller shows of itself, read by the office paper by paper. */
export const sellerPaperActs = nameActs('seller-paper', {
  'hand-in': {
    by: { producer: 'any' },
    event: 'seller-paper.handed-in',
    payload: carries<OnPaper>(),
    says: 'Nộp giấy tờ người bán',
    refusals: ['producer-missing', 'request-key-reused', 'paper-not-asked', 'paper-ended', 'issued-in-future', ...uploadRefusals],
  },
  verify: {
    from: ['waiting'],
    to: 'verified',
    by: overseers,
    event: 'seller-paper.verified',
    payload: carries<OnPaper & { until: string | null }>(),
    says: 'Xác minh giấy tờ người bán',
    closed: 'paper-status',
    refusals: ['paper-ended'],
  },
  return: {
    // One that was verified as well: it was found to be wrong.
    from: ['waiting', 'verified'],
    to: 'returned',
    by: overseers,
    event: 'seller-paper.returned',
    payload: carries<OnPaper & { reason: string }>(),
    says: 'Trả lại giấy tờ người bán',
    closed: 'paper-status',
  },
} as const satisfies ActRows<SellerPaperStatus>)

export type SellerSuspended = { suspensionId: SuspensionId; producerId: ProducerId }
const suspended = carries<SellerSuspended>()

/** A seller is stopped with notice, or at once on the order of an authority (Nghị định 248/2026/NĐ-CP, Điều 18). */
export const suspensionActs = nameActs('seller-suspension', {
  announce: {
    by: overseers,
    event: 'seller-suspension.announced',
    payload: suspended,
    says: 'Báo trước tạm ngừng người bán',
    refusals: ['request-key-reused', 'notice-too-short'],
  },
  receive: {
    by: overseers,
    event: 'seller-suspension.order-received',
    payload: suspended,
    says: 'Ghi nhận yêu cầu tạm ngừng của cơ quan',
    refusals: ['request-key-reused', 'received-in-future', ...uploadRefusals],
  },
  'carry-out': {
    from: ['received'],
    to: 'in-force',
    by: overseers,
    // Unpaid orders are cancelled: what lifting the suspension does not bring back.
    final: true,
    event: 'seller-suspension.carried-out',
    payload: suspended,
    says: 'Tạm ngừng người bán ngay',
    closed: 'suspension-status',
    formerly: { 'seller.suspended': 'Tạm ngừng người bán' },
  },
  answer: {
    from: ['announced', 'in-force'],
    by: owner,
    event: 'seller-suspension.answered',
    payload: suspended,
    says: 'Người bán trả lời về việc tạm ngừng',
    closed: 'suspension-status',
    refusals: ['request-key-reused'],
  },
  withdraw: {
    from: ['announced', 'received'],
    to: 'ended',
    by: overseers,
    event: 'seller-suspension.withdrawn',
    payload: suspended,
    says: 'Rút việc tạm ngừng người bán',
    closed: 'suspension-status',
  },
  lift: {
    from: ['in-force'],
    to: 'ended',
    by: overseers,
    event: 'seller-suspension.lifted',
    payload: suspended,
    says: 'Bỏ tạm ngừng, cho bán lại',
    closed: 'suspension-status',
  },
} as const satisfies ActRows<SuspensionStatus>)
export type InvoicesExported = {
  exportId: InvoiceExportId
  producerId: ProducerId
  format: string
  rate: string
  from: string
  to: string
  orders: number
  again: number
}

/** Files for the programs that make e-invoices (Nghị định 254/2026/NĐ-CP): the seller makes the invoices, not the platform. */
export const invoiceExportActs = nameActs('invoice-export', {
  make: {
    by: { producer: 'any' },
    event: 'invoice-export.made',
    payload: carries<InvoicesExported>(),
    says: 'Lập tệp dữ liệu hóa đơn điện tử',
    refusals: [
      'producer-missing',
      'request-key-reused',
      'period-backwards',
      'format-unknown',
      'rate-unknown',
      'nothing-to-export',
      'note-missing',
    ],
  },
} as const satisfies ActRows<never>)

export const voucherStatuses = ['open', 'ended'] as const
export type VoucherStatus = (typeof voucherStatuses)[number]

/** What a seller takes off for whoever knows a code. */
export const voucherActs = nameActs('voucher', {
  create: {
    by: { producer: 'any' },
    event: 'voucher.created',
    says: 'Tạo mã giảm giá',
    refusals: ['producer-missing', 'voucher-code-taken', 'voucher-day-past', 'voucher-amount-from', 'voucher-pack-unknown'],
  },
  end: {
    from: ['open'],
    to: 'ended',
    by: owner,
    event: 'voucher.ended',
    says: 'Ngừng mã giảm giá',
    closed: 'voucher-status',
  },
} as const satisfies ActRows<VoucherStatus>)

export const aheadStatuses = ['open', 'ended'] as const
export type AheadStatus = (typeof aheadStatuses)[number]

/** A pack is offered before its goods exist (Bộ luật Dân sự 91/2015/QH13, Điều 108, 431). */
export const aheadActs = nameActs('ahead', {
  open: {
    by: owner,
    event: 'ahead.opened',
    payload: carries<{ offerId: AheadOfferId; listingId: ListingId }>(),
    says: 'Mở bán trước',
    refusals: ['ahead-stands', 'lead-backwards', 'last-order-past', 'delivery-before-order', 'delivery-too-far', 'ahead-box'],
  },
  end: {
    from: ['open'],
    to: 'ended',
    by: owner,
    event: 'ahead.ended',
    says: 'Ngừng nhận đặt trước',
    closed: 'ahead-status',
  },
} as const satisfies ActRows<AheadStatus>)

export const agreedBuyerStatuses = ['open', 'ended'] as const
export type AgreedBuyerStatus = (typeof agreedBuyerStatuses)[number]

const ofBuyer = carries<{ buyerId: AgreedBuyerId; producerId: ProducerId }>()

/** Whom a seller sells to by agreement, and on which terms: nobody else's matter. */
export const agreedBuyerActs = nameActs('agreed-buyer', {
  add: {
    by: { producer: 'any' },
    event: 'agreed-buyer.added',
    payload: ofBuyer,
    says: 'Thêm khách mua theo thỏa thuận',
    refusals: ['producer-missing', 'buyer-known'],
  },
  agree: {
    from: ['open'],
    by: owner,
    event: 'agreed-buyer.terms-agreed',
    payload: ofBuyer,
    says: 'Lập bảng giá thỏa thuận',
    closed: 'buyer-status',
    refusals: ['terms-empty', 'terms-backwards', 'terms-past', 'terms-pack-unknown', 'terms-not-multiple'],
  },
  'new-code': {
    from: ['open'],
    by: owner,
    event: 'agreed-buyer.code-changed',
    payload: ofBuyer,
    says: 'Đổi mã mở giá thỏa thuận',
    closed: 'buyer-status',
  },
  end: {
    from: ['open'],
    to: 'ended',
    by: owner,
    event: 'agreed-buyer.ended',
    payload: ofBuyer,
    says: 'Ngừng bán theo thỏa thuận',
    closed: 'buyer-status',
  },
} as const satisfies ActRows<AgreedBuyerStatus>)

/** `paid`: nothing of it is open, by whatever way the money came. */
export const billStatuses = ['open', 'disputed', 'paid'] as const
export type BillStatus = (typeof billStatuses)[number]

const ofBill = carries<{ billId: BillId; buyerId: AgreedBuyerId; producerId: ProducerId }>()

/** The bill of a month of a buyer by agreement. What it asks for is fixed when it is made. */
export const billActs = nameActs('buyer-bill', {
  make: {
    by: owner,
    event: 'buyer-bill.made',
    payload: ofBill,
    says: 'Lập bảng kê tháng cho khách',
    refusals: ['nothing-to-bill', 'bill-day-ahead', 'bill-day-early', 'account-missing'],
  },
  dispute: {
    from: ['open'],
    to: 'disputed',
    by: buyer,
    event: 'buyer-bill.disputed',
    payload: ofBill,
    says: 'Báo bảng kê chưa đúng',
    closed: 'bill-closed',
    refusals: ['reason-missing'],
  },
  answer: {
    from: ['disputed'],
    to: 'open',
    by: owner,
    event: 'buyer-bill.answered',
    payload: ofBill,
    says: 'Trả lời khách về bảng kê',
    closed: 'bill-undisputed',
    refusals: ['reason-missing'],
  },
} as const satisfies ActRows<BillStatus>)

export const shopActTables = [
  { says: 'Đơn hàng', statuses: fulfilmentStatuses, acts: orderActs },
  { says: 'Mặt hàng', statuses: listingStatuses, acts: listingActs },
  { says: 'Người bán', statuses: sellerStatuses, acts: sellerActs },
  { says: 'Mã giảm giá', statuses: voucherStatuses, acts: voucherActs },
  { says: 'Khách theo thỏa thuận', statuses: agreedBuyerStatuses, acts: agreedBuyerActs },
  { says: 'Dữ liệu hóa đơn', statuses: [], acts: invoiceExportActs },
  { says: 'Bán trước khi có hàng', statuses: aheadStatuses, acts: aheadActs },
  { says: 'Giấy tờ người bán', statuses: sellerPaperStatuses, acts: sellerPaperActs },
  { says: 'Tạm ngừng người bán', statuses: suspensionStatuses, acts: suspensionActs },
  { says: 'Bảng kê tháng', statuses: billStatuses, acts: billActs },
] as const

/** Orders and listings belong to the organisation of their producer. */
export const tiesOfGoods = ({ organisationId }: { organisationId: OrganisationId | null }): Ties => ({ owner: organisationId })
