import { formatDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { Doubt, Finding, ImportSource, ImportStatus, NotSecondPerson } from '../rules.ts'

export const registerFileMissing = 'Hãy chọn tệp sổ đăng ký.'
export const registerFaults = (faults: number): string => `Chưa nhập dòng nào: tệp có ${faults} chỗ cần sửa.`

export const registerImportWords = {
  reasonMissing: 'Ghi lý do, ít nhất 3 ký tự.',
  reasonLong: 'Lý do tối đa 500 ký tự.',
} as const

export const importStatusWords = {
  proposed: 'Chờ xác nhận',
  confirmed: 'Đang nhập',
  done: 'Đã nhập xong',
  'turned-down': 'Không nhập',
} as const satisfies Record<ImportStatus, string>

/** Where an import stands; one with faults waits for nobody but its sender. */
export const sayImportStatus = ({ status, faults }: { status: ImportStatus; faults: number }): string =>
  status === 'proposed' && faults > 0 ? `${faults} chỗ sai, cần sửa` : importStatusWords[status]

/** Why the one who reads does not confirm. */
export const notSecondPersonWords = {
  'own-import': 'Người gửi tệp không tự xác nhận. Hãy nhờ một chuyên viên khác xem lại.',
  'officer-available': 'Tỉnh còn chuyên viên khác: chuyên viên đó xác nhận. Quản trị viên chỉ xác nhận thay khi tỉnh có một chuyên viên.',
} as const satisfies Record<NotSecondPerson, string>

export const importSourceWords = {
  officer: 'Chuyên viên gửi tệp',
  reference: 'Sổ công khai kèm phần mềm',
} as const satisfies Record<ImportSource, string>

/** The mark of a certificate that no decision of this platform stands behind. */
export const importMark = (on: PlainDate, by: ImportSource | null): string =>
  by === 'reference' ? `Nhập từ sổ công khai kèm phần mềm ngày ${formatDate(on)}` : `Nhập từ sổ cũ ngày ${formatDate(on)}`

export const findingWords = {
  new: 'Mới',
  changed: 'Thay đổi',
  known: 'Đã có, giữ nguyên',
  doubtful: 'Đáng ngờ',
} as const satisfies Record<Finding | 'doubtful', string>

type DoubtSentences = { [Code in Doubt['code']]: (doubt: Extract<Doubt, { code: Code }>) => string }

export const doubtWords = {
  'number-used': ({ number }) => `số ${number} đã là số của một quyết định ghi nhận trên nền tảng này`,
  'producer-on-platform': ({ name }) => `“${name}” đang làm việc trên nền tảng này`,
  'product-near': ({ name }) => `chủ thể đã có “${name}”, chỉ khác dấu`,
  'after-first-round': ({ first }) => `công nhận sau đợt đánh giá đầu tiên trên nền tảng này (${formatDate(first)})`,
  'past-the-law': ({ months, latest }) => `hạn dài hơn ${months} tháng theo luật (muộn nhất ${formatDate(latest)})`,
  'was-withdrawn': ({ on }) => `sản phẩm từng bị thu hồi giấy ngày ${formatDate(on)}`,
} as const satisfies DoubtSentences

export const sayDoubt = (doubt: Doubt): string => (doubtWords[doubt.code] as (doubt: Doubt) => string)(doubt)

/** What the page of one import says. */
export const importPage = {
  title: (file: string) => `Nhập sổ: ${file}`,
  proposed: 'Người gửi',
  proposedBy: (name: string | null, at: string) => [name, at].filter(Boolean).join(', '),
  decided: 'Người xem lại',
  reason: 'Lý do',
  hash: 'Mã băm của tệp (SHA-256)',
  rows: 'Số dòng',
  source: 'Nguồn',
  result: 'Kết quả',
  resultCounts: ({ producers, products, certificates }: { producers: number; products: number; certificates: number }) =>
    `${producers} chủ thể mới, ${products} sản phẩm mới, ${certificates} giấy chứng nhận mới`,
  progress: (done: number, all: number) =>
    `Đang nhập: ${done} trong ${all} dòng. Trang tự tải lại sau vài giây; dừng giữa chừng thì chạy tiếp từ dòng còn lại.`,
  progressTitle: 'Đang nhập',
  waitsTitle: 'Chưa dòng nào có hiệu lực',
  waits: 'Một người khác với người gửi phải xem lại và xác nhận. Trước đó sổ và các trang công khai không đổi.',
  faultsTitle: (faults: number) => `Tệp có ${faults} chỗ sai`,
  faultsLead: 'Sai một dòng thì không nhập dòng nào. Tải các dòng sai về, sửa trong tệp gốc rồi gửi lại.',
  faultyRows: 'Tải các dòng sai (CSV)',
  faultColumn: 'lỗi',
  rowColumn: 'dòng',
  findings: 'Các dòng làm gì',
  count: 'Dòng',
  none: 'Không có dòng nào.',
  row: (row: number) => `Dòng ${row}`,
  product: 'Sản phẩm',
  recognition: 'Lần công nhận',
  change: 'Thay đổi',
  why: 'Vì sao',
  difference: (column: string, from: string | null, to: string | null) => `${column}: ${from ?? 'trống'} → ${to ?? 'trống'}`,
  stars: (stars: number | null) => (stars === null ? 'chưa rõ sao' : `${stars} sao`),
  until: (date: PlainDate) => `đến ${formatDate(date)}`,
  on: (date: PlainDate) => formatDate(date),
  sees: (producer: string, product: string) => `${product}, ${producer}`,
  confirmTitle: 'Xác nhận nhập',
  confirmLead: 'Đánh dấu từng dòng đáng ngờ mà anh chị đã xem và vẫn cho nhập. Dòng nào không chắc thì từ chối cả tệp, sửa rồi gửi lại.',
  doubtSeen: (row: number) => `Dòng ${row}: đã xem, cho nhập`,
  confirm: 'Xác nhận và nhập',
  turnDownTitle: 'Không nhập tệp này',
  turnDown: 'Không nhập',
  back: 'Các lần nhập sổ',
} as const

/** What the desk of imports says of those that were made. */
export const importListWords = {
  title: 'Các lần nhập',
  empty: 'Chưa có lần nhập nào.',
  file: 'Tệp',
  status: 'Trạng thái',
  proposed: 'Gửi',
  rows: 'Dòng',
  proposedAt: 'Gửi lúc',
  decidedBy: 'Người trả lời',
  decidedAt: 'Trả lời lúc',
  anyStatus: 'Mọi trạng thái',
} as const
