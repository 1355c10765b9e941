import type { LineFault, StatementFault } from '@dacsan/bank-statements'
import { formatDong } from '@dacsan/vietnam'
import { uploadRefusals } from '../../upload-refusals.ts'
import { paperUploadWords } from '../../upload-words.ts'
import type { PaymentsRefusal } from '../rules/refusals.ts'

type RefusalOf<Code extends PaymentsRefusal['code']> = Extract<PaymentsRefusal, { code: Code }>

const unreadableWords = {
  empty: 'Tệp trống. Hãy chọn lại.',
  'too-large': 'Tệp quá lớn. Hãy tải sao kê của ít ngày hơn.',
  'old-workbook': 'Tệp Excel đời cũ hoặc có mật khẩu. Hãy mở ra rồi lưu lại thành .xlsx.',
  pdf: 'Đây là tệp PDF. Hãy chọn tải sao kê dạng Excel hoặc CSV.',
  damaged: 'Tệp bị hỏng, không mở được. Hãy tải lại từ ngân hàng.',
  'quote-left-open': 'Tệp CSV có dấu ngoặc kép chưa đóng. Hãy tải lại từ ngân hàng.',
} as const

const faultWords: Readonly<Record<LineFault, string>> = {
  date: 'không đọc được ngày',
  amount: 'không đọc được số tiền',
  'both-directions': 'vừa ghi nợ vừa ghi có',
}

/** The letter of a column, as workbooks name it. @example letterOf(1) // 'A' */
const letterOf = (column: number): string => {
  const rest = Math.floor((column - 1) / 26)
  return (rest > 0 ? letterOf(rest) : '') + String.fromCodePoint(65 + ((column - 1) % 26))
}

/** A fault of a file with its place. */
export const sayFault = ({ row, column, why }: StatementFault): string =>
  column === null ? `Khoản ${row}: ${faultWords[why]}` : `Dòng ${row}, cột ${letterOf(column)}: ${faultWords[why]}`

const refusalWords = {
  'file-unreadable': ({ why }: RefusalOf<'file-unreadable'>) => unreadableWords[why],
  'not-a-statement': () => 'Không thấy cột ngày, nội dung và số tiền. Hãy tải lại sao kê từ ngân hàng, dạng Excel, CSV hoặc camt.053.',
  'several-accounts': () => 'Tệp có nhiều tài khoản. Hãy tải sao kê của riêng tài khoản bán hàng.',
  'lines-unreadable': ({ faults }: RefusalOf<'lines-unreadable'>) =>
    `Chưa ghi gì: ${faults.length} chỗ không đọc được. Xem danh sách bên dưới.`,
  'other-bank': () => 'Đây là sao kê của ngân hàng khác với tài khoản bán hàng của bạn.',
  'other-account': ({ ending }: RefusalOf<'other-account'>) => `Đây không phải sao kê của tài khoản bán hàng (số cuối ${ending}).`,
  'account-missing': () => 'Chưa có tài khoản bán hàng. Hãy khai tài khoản trước.',
  'statement-taken': () => 'Sao kê này đã ghi vào sổ rồi.',
  'line-answered': () => 'Khoản này đã có trả lời. Tải lại trang để xem.',
  'order-missing': () => 'Chọn đơn hàng của khoản tiền này.',
  'line-outgoing': () => 'Đây là tiền chuyển đi, không ghi cho đơn được.',
  'line-shared': () => 'Khoản này đã được ghi cho các đơn của bảng kê. Hãy trả lời theo bảng kê.',
  'line-incoming': () => 'Đây là tiền chuyển đến, không phải lần hoàn tiền.',
  'nothing-missing': () => 'Đơn không còn thiếu tiền. Hãy chọn cách khác.',
  'order-handed-over': () => 'Hàng của đơn đã giao, tiền này là tiền hàng. Hãy ghi cho đơn.',
  'reason-missing': () => 'Ghi đây là tiền gì, ví dụ “tiền mượn của chị Hai”.',
  'refund-missing': () => 'Chọn lần hoàn tiền.',
  'amount-differs': () => 'Số tiền khác với lần hoàn tiền đã ghi.',
  'refund-tied': () => 'Lần hoàn tiền này đã gắn với một khoản chuyển khác.',
  'amount-invalid': () => 'Số tiền phải là số nguyên đồng lớn hơn 0.',
  'sent-in-future': () => 'Ngày chuyển tiền không thể sau hôm nay.',
  'request-key-reused': () => 'Biểu mẫu này đã gửi với nội dung khác. Tải lại trang rồi làm lại.',
  'nothing-to-refund': () => 'Đơn này không có tiền phải hoàn.',
  'refund-too-large': ({ refundableVnd }: RefusalOf<'refund-too-large'>) =>
    `Nhiều nhất ${formatDong(refundableVnd)} được hoàn cho đơn này.`,
  'connected-before': () => 'Nhà cung cấp này đã kết nối. Muốn đổi khóa thì dùng nút Đổi khóa.',
  'source-ended': () => 'Kết nối này đã ngắt.',
  'secret-same': () => 'Khóa mới giống khóa đang dùng.',
  ...paperUploadWords,
} satisfies { [Code in PaymentsRefusal['code']]: (refusal: RefusalOf<Code>) => string }

export function sayRefusal(refusal: PaymentsRefusal): string {
  return (refusalWords[refusal.code] as (refusal: PaymentsRefusal) => string)(refusal)
}

/** The field of a form beside which a refusal is said; others stand above the form. */
export const refusalFields: Partial<Record<PaymentsRefusal['code'], string>> = {
  'order-missing': 'orderId',
  'reason-missing': 'note',
  'refund-missing': 'refundId',
  'sent-in-future': 'sentOn',
  'amount-invalid': 'amountVnd',
  'refund-too-large': 'amountVnd',
  'secret-same': 'secret',
  ...(Object.fromEntries(uploadRefusals.map((code) => [code, 'file'])) as Record<(typeof uploadRefusals)[number], string>),
}
