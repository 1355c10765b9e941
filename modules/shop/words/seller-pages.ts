import { shopTabs } from './order-pages.ts'

/** What the page of the producer's receiving account says. */
export const bankAccountPage = {
  title: `${shopTabs.bankAccount} · ${shopTabs.label}`,
  lead: (site: string) => `Người mua chuyển khoản thẳng vào đây. ${site} không giữ tiền của ai.`,
  verifiedAt: (moment: string) => `Đã được xác minh lúc ${moment}.`,
  bank: 'Ngân hàng',
  chooseBank: 'Chọn ngân hàng',
  account: 'Số tài khoản',
  accountName: 'Tên chủ tài khoản',
  accountNameHint: 'Viết như trên ngân hàng, ví dụ: HTX NONG SAN SACH.',
  phone: 'Điện thoại cho người mua gọi',
  pickup: 'Nhận hàng tại chỗ',
  pickupHint: 'Địa chỉ và giờ mở cửa, nếu người mua có thể đến lấy.',
  password: 'Mật khẩu đăng nhập',
  passwordHint: 'Cần khi khai lần đầu hoặc đổi ngân hàng, số hay tên tài khoản.',
  hiddenAfterChange: 'Đổi tài khoản thì hàng tạm ẩn cho đến khi văn phòng tỉnh xác minh lại.',
  saveAccount: 'Lưu tài khoản',
}

/** What the page says on which somebody reads what sellers post before everybody does. */
export const postedPage = {
  title: 'Duyệt mặt hàng',
  lead: 'Đọc lời giới thiệu, đơn vị và giá trước khi mặt hàng lên trang. Sửa lời thì phải duyệt lại; đổi giá, đổi số lượng thì không.',
  none: 'Chưa có mặt hàng nào được gửi duyệt',
  howTheyCome: 'Người bán đã xác minh gửi duyệt ở mục Bán hàng thì hiện ở đây.',
  anyState: 'Mọi trạng thái',
  state: 'Trạng thái',
  product: 'Sản phẩm',
  pack: 'Quy cách',
  parts: 'Hộp gồm',
  seller: 'Người bán',
  submittedAt: 'Gửi duyệt lúc',
  readAt: 'Duyệt lúc',
  price: 'Giá',
  priceOf: (price: string, unit: string) => `${price} một ${unit}`,
  priceFrom: (from: number, price: string) => `từ ${from}: ${price}`,
  numbers: 'Số lượng',
  description: 'Lời giới thiệu',
  noDescription: 'không có',
  returnReason: 'Lý do trả lại',
  publish: 'Duyệt, đưa lên kệ',
  sendBack: 'Trả lại để sửa',
  reason: 'Cần sửa gì',
  pause: 'Tạm ngừng bán',
}

/** What the page says on which the province verifies sellers. */
export const sellersPage = {
  title: 'Người bán',
  lead: 'Đối chiếu giấy tờ rồi mới cho hàng lên kệ. Người chưa xác minh ở trên cùng.',
  none: 'Chưa có người bán nào',
  howSellersCome: 'Chủ thể khai tài khoản nhận tiền ở mục Bán hàng thì hiện ở đây.',
  representative: 'Người đại diện',
  registration: 'Đăng ký kinh doanh',
  taxCode: 'Mã số thuế',
  address: 'Địa chỉ',
  account: 'Tài khoản nhận tiền',
  delivery: 'Giao hàng',
  fees: 'Bảng phí giao hàng',
  verification: 'Xác minh',
  suspendSelling: 'Tạm dừng bán hàng',
  suspend: 'Tạm dừng',
  method: 'Đã đối chiếu bằng cách nào',
  methodExample: 'Đối chiếu CCCD và giấy đăng ký tại văn phòng',
  verify: 'Xác minh',
}
