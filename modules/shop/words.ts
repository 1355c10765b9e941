import { dong, formatDate, formatDong } from '@dacsan/vietnam'
import type {
  CancelRefusal,
  CartRefusal,
  CountRefusal,
  FulfilmentMove,
  FulfilmentStatus,
  HandOverRefusal,
  ListingStatus,
  LookUpRefusal,
  OrderDesk,
  PaymentMove,
  PaymentStatus,
  PlacementRefusal,
  PublishRefusal,
  ReceiptRefusal,
  ReceiveRefusal,
  RefundRefusal,
  ReportRefusal,
  RequestKeyRefusal,
  ReviveRefusal,
  SellerRefusal,
  SuspendRefusal,
  VerifyRefusal,
  PauseRefusal,
  paymentsBeside,
} from './rules.ts'

export const paymentWords = {
  awaiting: 'Chờ chuyển khoản',
  reported: 'Báo đã chuyển tiền',
  under: 'Chuyển thiếu, cần xử lý',
  paid: 'Đã nhận đủ tiền',
  over: 'Chuyển thừa, cần xử lý',
  unpaid: 'Không thanh toán',
  'to-settle': 'Đã trả, cần xử lý',
  refunded: 'Đã hoàn tiền',
} satisfies Record<PaymentStatus, string>

export const fulfilmentWords = {
  held: 'Đang giữ hàng',
  'handed-over': 'Đã giao hàng',
  cancelled: 'Đã hủy',
  lapsed: 'Hết giờ giữ hàng',
} satisfies Record<FulfilmentStatus, string>

export const listingWords = {
  draft: 'Bản nháp',
  published: 'Đang bán',
  paused: 'Tạm ngừng bán',
} satisfies Record<ListingStatus, string>

export const deskWords = {
  'to-check': 'Cần đối chiếu tài khoản',
  'to-decide': 'Cần xử lý tiền',
  'to-hand-over': 'Cần giao hàng',
  waiting: 'Chờ người mua',
  finished: 'Đã xong',
} satisfies Record<OrderDesk, string>

export const moveWords = {
  place: 'Đặt hàng',
  'report-transfer': 'Người mua báo đã chuyển khoản',
  'receive-part': 'Nhận một phần tiền',
  'receive-all': 'Nhận đủ tiền',
  'receive-more': 'Nhận thừa tiền',
  'receive-late': 'Nhận tiền khi đơn đã đóng',
  'close-unpaid': 'Đóng đơn chưa thanh toán',
  'close-reported': 'Đóng đơn báo đã chuyển nhưng không có tiền',
  'close-with-money': 'Đóng đơn đã có tiền',
  'refund-part': 'Hoàn một phần tiền',
  'refund-all': 'Hoàn toàn bộ tiền',
  'refund-part-of-surplus': 'Hoàn một phần tiền thừa',
  'refund-surplus': 'Hoàn hết tiền thừa',
  'revive-under': 'Mở lại đơn, còn thiếu tiền',
  'revive-paid': 'Mở lại đơn đã đủ tiền',
  'revive-over': 'Mở lại đơn thừa tiền',
  'hand-over': 'Giao hàng',
  cancel: 'Hủy đơn',
  lapse: 'Hết giờ giữ hàng',
  revive: 'Mở lại đơn',
} satisfies Record<PaymentMove | FulfilmentMove | 'place', string>

/** Where an order stands, in one sentence for the buyer. */
export function orderSentence(payment: PaymentStatus, fulfilment: FulfilmentStatus): string {
  const sentences: Partial<Record<PaymentStatus, string>> = orderSentences[fulfilment]
  return sentences[payment] ?? `${paymentWords[payment]}. ${fulfilmentWords[fulfilment]}.`
}

const toSettle = 'Tiền của bạn đã đến khi đơn không còn giữ hàng. Người bán sẽ mở lại đơn hoặc hoàn tiền cho bạn.'
const refunded = 'Người bán đã hoàn tiền cho bạn. Đơn đã kết thúc.'
const orderSentences = {
  held: {
    awaiting: 'Hàng đang được giữ cho bạn. Hãy chuyển khoản trước khi hết giờ.',
    reported:
      'Bạn đã báo chuyển khoản. Người bán đang đối chiếu tài khoản; hàng được giữ cho bạn thêm ít ngày. Chỉ hủy đơn nếu bạn chưa chuyển tiền.',
    under: 'Người bán nhận chưa đủ tiền. Hãy chuyển nốt phần còn thiếu hoặc gọi người bán.',
    paid: 'Người bán đã nhận đủ tiền và đang chuẩn bị giao hàng.',
    over: 'Người bán nhận thừa tiền và sẽ hoàn lại phần thừa; hàng vẫn được giữ cho bạn.',
  },
  'handed-over': {
    under: 'Người bán đã giao hàng và chấp nhận số tiền chuyển thiếu.',
    paid: 'Người bán đã nhận đủ tiền và đã giao hàng.',
    over: 'Người bán đã giao hàng và còn giữ tiền chuyển thừa; bạn sẽ được hoàn lại.',
  },
  cancelled: {
    unpaid: 'Đơn đã hủy. Bạn không phải trả tiền. Nếu đã lỡ chuyển, hãy gọi người bán: tiền đến vẫn được ghi nhận và trả lại.',
    'to-settle': toSettle,
    refunded,
  },
  lapsed: {
    unpaid: 'Đã hết giờ giữ hàng nên đơn không còn hiệu lực. Đừng chuyển khoản nữa; hãy đặt lại nếu bạn vẫn cần.',
    'to-settle': toSettle,
    refunded,
  },
} satisfies { [F in FulfilmentStatus]: Record<(typeof paymentsBeside)[F][number], string> }

export type ShopRefusal =
  | CancelRefusal
  | CartRefusal
  | CountRefusal
  | HandOverRefusal
  | LookUpRefusal
  | PauseRefusal
  | PlacementRefusal
  | PublishRefusal
  | ReceiptRefusal
  | ReceiveRefusal
  | RefundRefusal
  | ReportRefusal
  | RequestKeyRefusal
  | ReviveRefusal
  | SellerRefusal
  | SuspendRefusal
  | VerifyRefusal

type Of<Code extends ShopRefusal['code']> = Extract<ShopRefusal, { code: Code }>

const named = (items: readonly { name: string | null }[]) => items.map((item) => item.name ?? 'một sản phẩm đã gỡ').join(', ')
const lotWords: Record<string, string> = { open: 'đang mở', closed: 'đã đóng', recalled: 'đã thu hồi' }

export const refusalWords = {
  'already-paid': () => 'Bạn đã báo chuyển khoản hoặc người bán đã nhận tiền của đơn này.',
  'already-verified': () => 'Người bán này đã được xác minh.',
  'amount-invalid': () => 'Số tiền phải là số nguyên đồng, lớn hơn 0.',
  'bank-unknown': () => 'Hãy chọn ngân hàng trong danh sách.',
  'cart-empty': () => 'Giỏ hàng đang trống. Hãy chọn ít nhất một sản phẩm.',
  'cart-full': ({ most }) => `Giỏ hàng chứa tối đa ${most} sản phẩm khác nhau.`,
  'certificate-lapsed': () => 'Giấy chứng nhận OCOP của sản phẩm không còn hiệu lực nên chưa đăng bán được.',
  'count-below-reserved': ({ reserved }) => `Người mua đang giữ ${reserved} sản phẩm của lô này, số đếm không thể thấp hơn.`,
  'count-unchanged': () => 'Số đếm bằng số đang có, không có gì để ghi.',
  'listing-status': ({ status }) => `Tin bán đang ở trạng thái “${listingWords[status]}”, không thực hiện được thao tác này.`,
  'lot-not-sellable': ({ status, expiresOn }) =>
    status === 'open'
      ? `Lô hàng đã hết hạn sử dụng${expiresOn ? ` từ ${formatDate(expiresOn)}` : ''}, không nhập để bán được.`
      : `Lô hàng ${lotWords[status] ?? 'không mở'}, không nhập để bán được.`,
  'lot-recalled': ({ lots }) => `Lô ${lots.join(', ')} đã bị thu hồi nên không giao được. Hãy hủy đơn và hoàn tiền cho người mua.`,
  'money-received': () => 'Bạn đã báo chuyển khoản hoặc người bán đã nhận tiền. Hãy gọi người bán để hủy đơn.',
  'more-than-made': ({ made, alreadyReceived }) =>
    `Lô này làm ra ${made}, đã nhập kho ${alreadyReceived}. Không thể nhập nhiều hơn số đã làm ra.`,
  'not-for-sale': ({ items }) => `Hiện không còn bán: ${named(items)}. Hãy bỏ khỏi giỏ để đặt các sản phẩm khác.`,
  'not-paid': () => 'Chưa ghi nhận tiền về. Hãy xác nhận đã nhận tiền trước khi giao hàng.',
  'note-missing': () => 'Hãy ghi lý do.',
  'nothing-received': () => 'Chưa có tiền về cho đơn này nên không mở lại được.',
  'nothing-to-refund': () => 'Đơn này không có khoản tiền nào phải hoàn. Muốn hoàn toàn bộ, hãy hủy đơn trước.',
  'order-closed': ({ fulfilment }) => `Đơn ở trạng thái “${fulfilmentWords[fulfilment]}”, không thực hiện được thao tác này.`,
  'order-unknown': () => 'Không tìm thấy đơn có mã và số điện thoại này. Hãy xem lại mã trên trang đặt hàng.',
  'order-open': () => 'Đơn vẫn đang mở hoặc đã giao, không cần mở lại.',
  'ordering-off': () => 'Tỉnh đang tạm ngừng nhận đặt hàng trên trang này. Bạn có thể gọi trực tiếp người bán.',
  'too-many-open': ({ most }) =>
    `Số điện thoại này đang có ${most} lần đặt chưa trả tiền. Hãy trả tiền hoặc hủy bớt đơn cũ rồi đặt tiếp, hoặc gọi người bán.`,
  'over-limit': ({ items }) => items.map((item) => `${item.name}: mỗi đơn mua tối đa ${item.limit}.`).join(' '),
  'password-wrong': () => 'Mật khẩu chưa đúng. Thay đổi tài khoản nhận tiền cần nhập lại mật khẩu đăng nhập.',
  'price-changed': ({ nowVnd }) =>
    `Giá vừa thay đổi: tổng tiền bây giờ là ${formatDong(nowVnd)}. Hãy xem lại và bấm đặt hàng nếu bạn đồng ý.`,
  'refund-too-large': ({ refundableVnd }) => `Chỉ có thể hoàn tối đa ${formatDong(refundableVnd)}.`,
  'request-key-reused': () => 'Biểu mẫu này đã được gửi với nội dung khác. Hãy mở lại giỏ hàng và đặt lại.',
  'seller-missing': () => 'Chưa có tài khoản nhận tiền của người bán.',
  'seller-unverified': () => 'Người bán chưa được cơ quan cấp tỉnh xác minh nên chưa đăng bán được.',
  'short-paid': ({ missingVnd }) => `Còn thiếu ${formatDong(missingVnd)}. Nếu vẫn giao, hãy đánh dấu “chấp nhận thiếu” và ghi lý do.`,
  'sold-out': ({ items }) =>
    items.map((item) => (item.available > 0 ? `${item.name}: chỉ còn ${item.available}.` : `${item.name}: đã hết hàng.`)).join(' '),
  'too-many-attempts': ({ minutes }) => `Đã thử quá nhiều lần. Hãy thử lại sau ${minutes} phút.`,
  'total-too-large': () => `Tổng tiền một đơn vượt mức một lần chuyển khoản (${formatDong(dong(9_999_999_999_999))}). Hãy giảm số lượng.`,
} satisfies { [Code in ShopRefusal['code']]: (refusal: Of<Code>) => string }

/** The sentence of a refusal. */
export function refusalSentence(refusal: ShopRefusal): string {
  return (refusalWords[refusal.code] as (refusal: ShopRefusal) => string)(refusal)
}
