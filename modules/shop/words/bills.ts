import { formatDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { BillAge } from '../rules/bill.ts'
import type { BillStatus } from '../acts.ts'
import { shopTabs } from './order-pages.ts'

export const carriedOverNote = (code: string): string => `Trừ vào bảng kê ${code}`

export const billAgeWords: Readonly<Record<BillAge, string>> = {
  'not-due': 'Chưa đến hạn',
  'to-30': 'Quá hạn 1–30 ngày',
  'to-60': 'Quá hạn 31–60 ngày',
  'to-90': 'Quá hạn 61–90 ngày',
  'over-90': 'Quá hạn trên 90 ngày',
}

export const billTags = {
  open: { tone: 'warn', text: 'Chưa trả hết' },
  disputed: { tone: 'bad', text: 'Khách báo chưa đúng' },
  paid: { tone: 'good', text: 'Đã trả' },
} as const satisfies Record<BillStatus, { tone: string; text: string }>

/** What the page says on which a seller sees who owes what, and since when. */
export const debtsPage = {
  title: `Công nợ · ${shopTabs.label}`,
  heading: 'Công nợ của khách thỏa thuận',
  lead: 'Ai còn nợ bao nhiêu, từ bao giờ. Tính từ sổ tiền của từng đơn.',
  none: 'Không khách nào còn nợ.',
  buyer: 'Khách',
  phone: 'Điện thoại',
  unbilled: 'Chưa lập bảng kê',
  owes: 'Cộng còn nợ',
  since: 'Hạn trả cũ nhất',
  sinceDay: (day: string) => `Hạn cũ nhất ${day}`,
  disputed: 'Khách báo chưa đúng',
  sum: 'Cộng',
  file: 'Tải Excel',
  bills: 'Bảng kê chưa trả hết',
  billLine: (number: number, code: string) => `Bảng kê số ${number}, mã ${code}`,
  due: (day: string) => `hạn trả ${day}`,
  overdue: (days: number) => `quá hạn ${days} ngày`,
  billCode: 'Mã bảng kê',
  dueOn: 'Hạn trả',
  asked: 'Số phải trả',
  received: 'Đã nhận',
  reduced: 'Giảm do hủy, trả hàng',
  day: 'Tính đến',
  toBuyers: 'Khách thỏa thuận',
}

export const billPage = {
  title: (code: string) => `Bảng kê ${code} · ${shopTabs.label}`,
  heading: (number: number) => `Bảng kê số ${number}`,
  lead: ({ buyer, from, until }: { buyer: string; from: PlainDate; until: PlainDate }) =>
    `${buyer}, đơn đặt từ ${formatDate(from)} đến hết ${formatDate(until)}.`,
  made: (name: string, moment: string) => `${name} lập lúc ${moment}. Bảng kê đã lập không sửa được.`,
  carried: (code: string) => `Trừ tiền phải trả lại của đơn ${code}`,
  over: 'Trả thừa: hoàn lại hoặc trừ vào kỳ sau',
  orders: 'Các đơn',
  said: 'Trao đổi về bảng kê',
  link: 'Trang của khách',
  linkHint: 'Đã gửi cho khách. Ai có địa chỉ này xem được bảng kê.',
  answer: 'Trả lời khách',
  answerHint: 'Trả lời rồi thì hệ thống lại nhắc hạn.',
  send: 'Gửi trả lời',
  make: 'Lập bảng kê tháng',
  makeHint:
    'Gom các đơn trả sau chưa có trong bảng kê nào, đặt đến hết ngày này. Tiền phải trả lại của đơn trước được trừ vào. Bảng kê có mã và VietQR riêng, khách được báo ngay.',
  until: 'Gồm đơn đặt đến hết ngày',
  create: 'Lập bảng kê',
  list: 'Các bảng kê',
  none: 'Chưa có bảng kê.',
  open: (sum: string) => `còn ${sum}`,
  stops: 'Có bảng kê quá hạn thì ngừng bán trả sau',
  stopsLine: 'Ngừng bán trả sau khi có bảng kê quá hạn.',
  language: 'Nhắn khách bằng',
  languages: { vi: 'Tiếng Việt', en: 'Tiếng Anh', km: 'Tiếng Khmer' },
}
