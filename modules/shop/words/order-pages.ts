import type { RecallOutlook } from '../rules.ts'
import { moneyUnit } from './money.ts'
import { sayExpiry } from './selling.ts'

/** The tabs of the producer's shop. */
export const shopTabs = {
  label: 'Bán hàng',
  orders: 'Đơn hàng',
  packing: 'Đóng gói',
  shelf: 'Hàng trên kệ',
  delivery: 'Giao hàng',
  priceList: 'Bảng giá',
  invoices: 'Hóa đơn',
  vouchers: 'Mã giảm giá',
  bankAccount: 'Tài khoản nhận tiền',
}

/** What every page of the shop says while something is missing before anything can be sold. */
export const shopNotices = {
  accountMissing: 'Chưa có tài khoản nhận tiền',
  whyAccount: 'Người mua chuyển khoản thẳng cho bạn, nên cần',
  enterAccount: 'khai tài khoản nhận tiền',
  beforeSelling: 'trước khi đăng bán.',
  awaitsVerification: 'Chờ cơ quan cấp tỉnh xác minh',
  hiddenUntilVerified:
    'Hàng của bạn chưa hiện trên trang công khai cho đến khi được xác minh. Văn phòng OCOP tỉnh sẽ đối chiếu giấy tờ với bạn.',
}

/** What the list of the producer's orders says. */
export const orderListPage = {
  title: `${shopTabs.orders} · ${shopTabs.label}`,
  lead: 'Đơn cần bạn làm nằm ở các nhóm đầu.',
  code: 'Mã đơn',
  buyer: 'Người mua',
  contents: 'Hàng',
  quantity: 'Số lượng',
  total: 'Tổng tiền',
  received: 'Đã nhận',
  queues: 'Nhóm đơn',
  all: 'Tất cả',
  none: 'Chưa có đơn nào ở đây',
  howOrdersCome: 'Đơn mới hiện ngay khi người mua đặt. Muốn có người mua: đăng bán và nhập hàng vào kệ.',
  toShelf: 'Đến kệ hàng',
  sum: (orders: number) => `Cộng ${orders} đơn`,
  everyPage: 'mọi trang',
}

/** What the page of an order says to its seller. */
export const sellerOrderPage = {
  title: (code: string) => `Đơn ${code} · ${shopTabs.label}`,
  heading: (code: string) => `Đơn ${code}`,
  lead: (moment: string) => `Đặt lúc ${moment}.`,
  confirmOnly: 'Chỉ bấm khi bạn thấy tiền trong tài khoản, nội dung có',
  recordAsReceived: 'Thiếu, thừa hay muộn đều ghi đúng số đã về.',
  receivedAmount: 'Số tiền đã về',
  dong: moneyUnit.word,
  reference: 'Mã giao dịch của ngân hàng',
  confirmReceipt: 'Xác nhận đã nhận tiền',
  due: 'Phải thu',
  received: 'Đã nhận (trừ đã hoàn)',
  heldUntil: (moment: string, left: string) => `Giữ hàng đến ${moment} (${left}).`,
  hasRecalledLot: 'Đơn có lô đã thu hồi',
  recall: {
    held: 'Không giao hàng của lô đã thu hồi. Đơn sẽ tự hủy; tiền đã nhận thì hoàn lại cho người mua.',
    'not-paid': 'Đơn đã hủy vì thu hồi, người mua chưa trả tiền. Nếu tiền về sau, ghi nhận rồi hoàn lại.',
    'refund-due': 'Đơn đã hủy vì thu hồi. Hãy hoàn tiền cho người mua rồi ghi nhận ở đây.',
    'give-back': 'Hàng đã giao thuộc lô thu hồi. Gọi người mua để nhận lại hàng, hoàn tiền, rồi ghi nhận ở đây.',
    refunded: 'Đã hoàn tiền hàng thu hồi. Hàng người mua trả lại thì ghi vào sổ của đợt thu hồi.',
  } satisfies Record<RecallOutlook, string>,
  confirmCash: 'Nhận đơn',
  aboutCash: 'Người mua trả tiền mặt khi nhận hàng. Gọi xác nhận địa chỉ rồi bấm nhận đơn; không nhận thì đơn tự hết.',
  cash: 'Tiền mặt thu khi giao',
  cashAmount: 'Số tiền đã thu',
  cashNote: 'Lý do nếu thu thiếu',
  receiveCash: 'Đã nhận được tiền',
  notTaken: 'Người mua không nhận hàng?',
  aboutTakeBack: 'Chỉ bấm khi hàng đã về tới nơi để hàng: hàng vào lại đúng lô trên kệ, đơn kết thúc.',
  takeBack: 'Hàng đã quay về',
  takeBackReason: 'Vì sao không giao được',
  way: 'Cách nhận hàng',
  handOver: 'Giao hàng',
  acceptShort: (amount: string) => `Chấp nhận thiếu ${amount}`,
  handedOver: 'Đã giao hàng',
  refund: 'Đã hoàn tiền cho người mua',
  refundedAmount: 'Số tiền đã hoàn',
  recordRefund: 'Ghi nhận đã hoàn',
  orReopen: 'Hoặc mở lại đơn',
  aboutReopening: 'Nếu trên kệ còn đủ hàng, đơn được giữ hàng lại và bạn giao như bình thường.',
  reopen: 'Mở lại đơn',
  moreMoney: 'Có thêm tiền về cho đơn này?',
  moneyReceived: 'Tiền đã về tài khoản',
  cannotHandOver: 'Không giao được? Hủy đơn',
  reasonForBuyer: 'Lý do (người mua đọc được)',
  cancel: 'Hủy đơn',
  deliveryFee: 'Phí giao hàng, người mua đã thấy trước khi đặt',
  pack: 'Soạn hàng',
  take: 'Lấy',
  fromLot: 'từ lô',
  expiry: sayExpiry,
  deliverTo: 'Giao cho',
  recipient: 'Người nhận',
  address: 'Địa chỉ',
  message: 'Lời nhắn',
  news: 'Báo khi có hàng mới',
  wantsNews: 'Người mua đồng ý, dùng số điện thoại của đơn này',
  noNews: 'Người mua không đồng ý: không dùng số này ngoài đơn',
  history: 'Diễn biến',
}

/** What the lists of the shop say beside their pages. */
export const listWords = {
  findOrder: 'Tìm mã đơn, người mua, điện thoại, hàng',
  placedAt: 'Đặt lúc',
  phone: 'Điện thoại',
  payment: 'Thanh toán',
  fulfilment: 'Giao hàng',
  from: 'Đặt từ ngày',
  to: 'Đặt đến ngày',
  producer: 'Chủ thể',
  commune: 'Xã, phường',
  state: 'Tình trạng',
  anyState: 'Mọi tình trạng',
  product: 'Sản phẩm',
  pack: 'Quy cách',
  price: 'Giá',
  unit: 'Đơn vị',
  sellable: 'Bán được',
  onHand: 'Có trên kệ',
} as const
