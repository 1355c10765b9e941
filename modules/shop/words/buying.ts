import { certificateNumber } from '../../catalogue/rules.ts'
import type { RecallOutlook } from '../rules.ts'
import { sayExpiry } from './selling.ts'

// The buyer's pages from the cart on; they exist in Vietnamese alone.

/** What the page of the cart says. */
export const cartPage = {
  title: 'Giỏ hàng',
  removedProduct: 'Sản phẩm đã gỡ',
  notOrderable: 'Chưa đặt được:',
  quantityOf: (product = '') => `Số lượng ${product}`,
  update: 'Cập nhật',
  remove: 'Bỏ',
  removeFromCart: (product = 'sản phẩm đã gỡ') => `Bỏ ${product} khỏi giỏ`,
  empty: 'Giỏ hàng đang trống',
  howToFill: 'Chọn sản phẩm có giá trên trang sản phẩm rồi bấm “Thêm vào giỏ”.',
  seeProducts: 'Xem sản phẩm',
  lookUpOrder: 'Tra đơn đã đặt',
  sellerTotal: 'Cộng của người bán này',
  total: 'Tổng cộng',
  manySellers: (sellers: number) =>
    `Giỏ có ${sellers} người bán: bạn sẽ có ${sellers} đơn và chuyển khoản ${sellers} lần, mỗi lần thẳng cho một người bán.`,
  manyOrders: (orders: number) => `Giỏ này thành ${orders} đơn, mỗi đơn chuyển khoản riêng thẳng cho người bán.`,
  order: 'Đặt hàng',
  correctLines: 'Hãy sửa những dòng chưa đặt được trước khi đặt hàng.',
  deliveryFee: 'Phí giao hàng của người bán có bảng phí được tính ở bước sau, trước khi bạn đặt.',
  chooseMore: 'Chọn thêm sản phẩm',
}

/** What the page says on which an order is placed. */
export const checkoutPage = {
  title: 'Đặt hàng',
  lead: 'Không cần tài khoản. Bạn theo dõi đơn bằng đường dẫn riêng sau khi đặt.',
  recipient: 'Người nhận hàng',
  fullName: 'Họ và tên',
  phone: 'Số điện thoại',
  phoneHint: 'Người bán gọi số này để hẹn giao hàng; bạn cũng dùng nó để tra lại đơn.',
  address: 'Địa chỉ nhận hàng',
  addressHint: 'Số nhà, ấp hoặc đường, xã (phường), tỉnh.',
  message: 'Lời nhắn cho người bán',
  privacy: 'Tên, điện thoại và địa chỉ chỉ gửi cho người bán của đơn này để giao hàng.',
  invoice: 'Cần hóa đơn?',
  invoiceAbout: 'Người bán dùng các mục này để xuất hóa đơn cho bạn. Để trống nếu không cần.',
  invoiceName: 'Tên công ty hoặc họ tên trên hóa đơn',
  invoiceTaxCode: 'Mã số thuế',
  invoiceAddress: 'Địa chỉ trên hóa đơn',
  invoiceEmail: 'Email nhận hóa đơn',
  yourOrders: (sellers: number) => (sellers > 1 ? `${sellers} đơn của bạn` : 'Đơn của bạn'),
  sellerTotal: 'Chuyển cho người bán này',
  total: 'Tổng cộng',
  notOrderable: 'Có sản phẩm chưa đặt được.',
  backToCart: 'Xem lại giỏ hàng',
  confirmAge: (age: number) => `Tôi xác nhận đã đủ ${age} tuổi. Người giao hàng có quyền xem giấy tờ trước khi giao.`,
  order: 'Đặt hàng',
  payLater: (minutes: number) => `Bạn trả tiền sau khi đặt, bằng mã VietQR của từng người bán. Hàng được giữ ${minutes} phút.`,
}

/** What the page says on which an order is looked up. */
export const orderLookUpPage = {
  title: 'Tra đơn hàng',
  lead: 'Nhập mã đơn và số điện thoại bạn đã ghi khi đặt.',
  code: 'Mã đơn',
  codeHint: (prefix: string) => `10 chữ và số, bắt đầu bằng ${prefix}, ghi trong nội dung chuyển khoản.`,
  phone: 'Số điện thoại',
  seeOrder: 'Xem đơn',
}

/** What the page of an order says to its buyer. */
export const buyerOrderPage = {
  title: (code: string) => `Đơn ${code}`,
  lead: (moment: string, seller: string) => `Đặt lúc ${moment}, của ${seller}.`,
  group: 'Các đơn cùng lần đặt',
  toPay: (left: number, all: number) =>
    left === 0 ? `Không còn đơn nào phải chuyển khoản (${all} đơn).` : `Còn ${left} trên ${all} đơn phải chuyển khoản.`,
  open: 'Xem đơn này',
  call: (phone: string) => `Gọi ${phone}`,
  payAtDoor: (amount: string) => `Trả ${amount} khi nhận hàng`,
  ordersOfGroup: (orders: number) => `Lần đặt này có ${orders} đơn, mỗi đơn trả riêng cho người bán của nó.`,
  heldUntil: 'Giữ hàng đến',
  reportTransfer: 'Tôi đã chuyển khoản',
  cancel: 'Hủy đơn',
  reload: 'Xem tình trạng mới nhất',
  cash: 'Trả tiền khi nhận hàng',
  cashAmount: 'Trả người giao hàng',
  confirmUntil: 'Người bán nhận đơn chậm nhất',
  transfer: 'Chuyển khoản cho người bán',
  vietqr: (amount: string, account: string, content: string) => `Mã VietQR: chuyển ${amount} đến tài khoản ${account}, nội dung ${content}`,
  saveVietqr: 'Lưu ảnh QR để mở trong ứng dụng ngân hàng',
  amount: 'Số tiền',
  content: 'Nội dung',
  account: 'Số tài khoản',
  accountName: 'Chủ tài khoản',
  bank: 'Ngân hàng',
  writeContent: 'Ghi đúng nội dung',
  whyContent: 'để người bán nhận ra đơn. Mã này chỉ để trả tiền cho đơn này; mã truy xuất trên tem hàng không bao giờ dùng để trả tiền.',
  orderedGoods: 'Hàng đã đặt',
  deliveryFee: 'Phí giao hàng',
  stars: (stars: number) => `OCOP ${stars} sao`,
  starsTermUnknown: (stars: number) => `${stars} sao theo sổ đăng ký OCOP, thời hạn giấy chứng nhận chưa rõ khi đặt`,
  certificate(code: string): string {
    const number = certificateNumber(code)
    return number === null ? 'có giấy chứng nhận OCOP, chưa rõ số' : `giấy chứng nhận ${number}`
  },
  lot: (number: string) => `Lô ${number}`,
  expiry: sayExpiry,
  leastExpiry: (date: string) => `Đã hứa: hạn dùng không sớm hơn ${date}`,
  recalledLot: 'Lô đã thu hồi',
  recall: {
    held: 'Hàng của đơn này thuộc lô đã thu hồi nên không giao được. Đừng chuyển khoản; tiền đã chuyển thì người bán phải hoàn lại.',
    'not-paid':
      'Hàng của đơn này thuộc lô đã thu hồi nên đơn bị hủy. Đừng chuyển khoản; nếu đã chuyển, tiền đến vẫn được ghi nhận và hoàn lại.',
    'refund-due':
      'Hàng của đơn này thuộc lô đã thu hồi nên đơn bị hủy. Người bán phải hoàn tiền cho bạn, vào chính tài khoản bạn đã chuyển; trang này báo khi tiền đã hoàn.',
    'give-back':
      'Hàng bạn đã nhận thuộc lô đã thu hồi. Đừng dùng, để riêng ra, rồi gọi người bán để trả hàng và nhận lại tiền. Không trả được thì hỏi người bán cách tiêu hủy.',
    refunded: 'Hàng của đơn này thuộc lô đã thu hồi. Người bán đã hoàn tiền cho bạn. Nếu còn giữ hàng: đừng dùng.',
  } satisfies Record<RecallOutlook, string>,
  recalls: 'Xem các lô đang thu hồi',
  callSeller: 'Gọi người bán',
  total: 'Tổng tiền',
  received: 'Người bán đã nhận (trừ đã hoàn)',
  parties: 'Người bán và người nhận',
  seller: 'Người bán',
  sellerPhone: 'Điện thoại người bán',
  sellerAddress: 'Địa chỉ người bán',
  registration: 'Đăng ký kinh doanh hoặc mã số thuế',
  pickup: 'Nhận tại chỗ',
  invoice: 'Xuất hóa đơn cho',
  recipient: 'Người nhận',
  recipientAddress: 'Địa chỉ nhận',
  message: 'Lời nhắn',
  history: 'Diễn biến',
  keepLink: 'Giữ đường dẫn của trang này: ai có nó đều xem được đơn. Mất đường dẫn thì tra lại bằng mã đơn và số điện thoại ở',
}
