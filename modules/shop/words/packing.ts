import { formatDate } from '@dacsan/vietnam'
import { shopTabs } from './order-pages.ts'

const clock = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})
export const sayMoment = (at: Date): string => clock.format(at)
export const sayDay = (day: string | null): string => (day === null ? 'chưa ghi' : formatDate(day))

/** What the page says on which a household packs its orders. */
export const packingPage = {
  title: `Đóng gói · ${shopTabs.label}`,
  heading: 'Đóng gói hôm nay',
  lead: 'Đơn đã đủ điều kiện giao, đơn đặt trước đứng trước.',
  none: 'Không có đơn nào chờ đóng gói',
  whenPaid: 'Đơn hiện ở đây khi đã nhận đủ tiền.',
  toOrders: 'Xem mọi đơn',
  more: (shown: number, waiting: number) => `Đang hiện ${shown} đơn đặt sớm nhất trong ${waiting} đơn chờ giao.`,
  choose: (code: string) => `Chọn đơn ${code}`,
  placed: (moment: string) => `Đặt ${moment}`,
  packed: (moment: string) => `Đã đóng gói ${moment}`,
  notPacked: 'Chưa đóng gói',
  recalled: 'Có lô đã thu hồi: không đóng gói, không giao',
  tick: 'Đánh dấu khi đã bỏ vào gói',
  take: (quantity: number, unit: string, lot: string) => `${quantity} ${unit} lô ${lot}`,
  expires: (day: string) => `HSD ${day}`,
  at: (place: string) => `tại ${place}`,
  collect: (amount: string) => `Thu khi giao: ${amount}`,
  message: (note: string) => `Lời nhắn: ${note}`,
  pack: 'Đã đóng gói',
  unpack: 'Chưa đóng gói xong',
  handOver: 'Đã giao',
  label: 'In nhãn gửi',
  chosen: 'Với các đơn đã chọn',
  packAll: 'Đã đóng gói các đơn đã chọn',
  handOverAll: 'Đã giao các đơn đã chọn',
  labelsA6: 'Nhãn gửi A6',
  labelsA4: 'Nhãn gửi, 4 nhãn một tờ A4',
  picking: 'Phiếu nhặt hàng',
  packing: 'Phiếu đóng gói',
  chooseFirst: 'Hãy chọn ít nhất một đơn.',
  refused: (code: string, why: string) => `Đơn ${code}: ${why}`,
  doneFor: (count: number) => `Đã ghi ${count} đơn.`,
}

/** What the papers of a parcel say. */
export const packingPapers = {
  sender: 'Người gửi',
  receiver: 'Người nhận',
  code: 'Mã đơn',
  collect: (amount: string) => `Thu hộ: ${amount}`,
  note: (note: string) => `Lời nhắn: ${note}`,
  picking: 'Phiếu nhặt hàng',
  packing: (code: string) => `Phiếu đóng gói đơn ${code}`,
  printedAt: 'In lúc',
  placedAt: 'Đặt lúc',
  address: 'Địa chỉ',
  way: 'Cách nhận',
  message: 'Lời nhắn',
  orders: (count: number) => `${count} đơn`,
  picked: 'Nhặt',
  packed: 'Gói',
  place: 'Nơi để',
  goods: 'Hàng',
  lot: 'Lô',
  expiry: 'HSD',
  quantity: 'Số lượng',
  sum: 'Cộng',
  firstExpiry: 'Lấy đúng lô đã ghi: lô hết hạn trước được xuất trước.',
  keep: 'Giữ phiếu này để tra số lô khi cần.',
}
