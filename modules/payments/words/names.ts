import type { LineState } from '@dacsan/bank-statements'
import type { Answer, CameBy, EventState, Provider, Rejection, UnknownReason } from '../rules/kinds.ts'
import type { PreviewMark, PreviewSum } from '../rules/preview.ts'
import type { BookingAct } from '../rules/answering.ts'

export const providerWords: Readonly<Record<Provider, string>> = { sepay: 'SePay', casso: 'Casso', payos: 'payOS' }
export const cameByWords: Readonly<Record<CameBy, string>> = { statement: 'Sao kê', ...providerWords }

export const stateWords: Readonly<Record<LineState, string>> = {
  exact: 'Đúng tiền',
  under: 'Thiếu tiền',
  over: 'Thừa tiền',
  duplicate: 'Trả hai lần',
  late: 'Đến trễ',
  'wrong-account': 'Sai tài khoản',
  'no-code': 'Không có mã đơn',
  ambiguous: 'Nhiều mã đơn',
  outgoing: 'Tiền ra',
}

export const previewMarkWords: Readonly<Record<PreviewMark, string>> = {
  ...stateWords,
  known: 'Đã có trong sổ',
  'recorded-before': 'Đã ghi tay từ trước',
}
export const previewTones: Readonly<Record<PreviewSum, 'good' | 'warn' | 'neutral'>> = {
  exact: 'good',
  open: 'warn',
  outgoing: 'neutral',
  known: 'neutral',
}

export const answerWords: Readonly<Record<Answer, string>> = {
  booked: 'Đã ghi cho đơn',
  'recorded-before': 'Đã ghi tay từ trước',
  'asked-rest': 'Đã xin chuyển nốt',
  'to-refund': 'Sẽ hoàn lại',
  'set-aside': 'Không phải tiền của đơn',
  'is-refund': 'Là khoản hoàn tiền',
}

/** How a line stands, for lists: its answer, or what it waits for. */
export const standWords: Readonly<Record<Answer | 'open' | 'outgoing', string>> = {
  open: 'Chờ bạn xem',
  outgoing: 'Tiền ra',
  ...answerWords,
}

/** What a tap on a line does, by what the line is. */
const sendBack = 'Hoàn lại người mua'
export const offerWords: Readonly<Record<Exclude<LineState, 'outgoing' | 'exact'>, Readonly<Record<BookingAct, string>>>> = {
  under: { 'ask-rest': 'Xin chuyển nốt', book: 'Nhận là trả một phần', 'send-back': 'Hủy đơn, hoàn tiền' },
  over: { book: 'Nhận, phần thừa hoàn sau', 'ask-rest': 'Xin chuyển nốt', 'send-back': 'Nhận, báo hoàn phần thừa' },
  late: { book: 'Nhận, còn hàng thì giữ lại', 'ask-rest': 'Xin chuyển nốt', 'send-back': sendBack },
  duplicate: { book: 'Ghi vào đơn', 'ask-rest': 'Xin chuyển nốt', 'send-back': sendBack },
  'wrong-account': { book: 'Tiền đã tới tôi, ghi cho đơn', 'ask-rest': 'Xin chuyển nốt', 'send-back': sendBack },
  'no-code': { book: 'Ghi cho đơn này', 'ask-rest': 'Xin chuyển nốt', 'send-back': sendBack },
  ambiguous: { book: 'Ghi cho đơn này', 'ask-rest': 'Xin chuyển nốt', 'send-back': sendBack },
}

/** What is known of a line, in a sentence for whoever decides. */
export const whyWaits: Readonly<Record<Exclude<LineState, 'outgoing' | 'exact'>, string>> = {
  under: 'Ít hơn số còn phải trả của đơn.',
  over: 'Nhiều hơn số còn phải trả của đơn.',
  late: 'Đơn đã hết thời gian giữ hàng hoặc đã hủy khi tiền tới.',
  duplicate: 'Đơn đã đủ tiền từ trước.',
  'wrong-account': 'Nội dung ghi mã của đơn thanh toán vào tài khoản khác.',
  'no-code': 'Nội dung không có mã đơn nào của bạn.',
  ambiguous: 'Nội dung có mã của nhiều đơn.',
}

/** The same of the bill of a month. */
export const whyBillWaits: Readonly<Record<Exclude<LineState, 'outgoing' | 'exact'>, string>> = {
  ...whyWaits,
  under: 'Ít hơn số còn phải trả của bảng kê.',
  over: 'Nhiều hơn số còn phải trả của bảng kê.',
  duplicate: 'Bảng kê đã đủ tiền từ trước.',
}

export const eventStateWords: Readonly<Record<EventState, string>> = {
  stored: 'Chờ xử lý',
  taken: 'Đã vào sổ',
  known: 'Đã có trong sổ',
  unknown: 'Không nhận ra',
  conflict: 'Trùng mã, khác nội dung',
}

export const unknownWords: Readonly<Record<UnknownReason, string>> = {
  'no-json': 'Không phải JSON',
  'other-shape': 'Không đúng mẫu của nhà cung cấp',
  'no-transfer': 'Không có khoản chuyển nào',
  'other-account': 'Tài khoản khác với tài khoản bán hàng',
  'test-message': 'Tin thử kết nối',
  'other-contents': 'Cùng mã giao dịch nhưng khác số tiền',
}

export const rejectionWords: Readonly<Record<Rejection, string>> = {
  'not-signed': 'Không có chữ ký',
  signature: 'Chữ ký sai',
  'too-old': 'Tin gửi quá 5 phút trước',
  'too-early': 'Đồng hồ bên gửi chạy nhanh',
}

/** Read by the buyer in the history of the order. */
export const cancelledForRefund = 'Người bán hoàn lại tiền đã nhận'
