import { formatDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'

export const notOurPaper = 'Nền tảng ghi nhận để tra cứu, không in lại giấy này.'

/** What is said of a certificate wherever it stands in a list. */
export const certificateFields = {
  code: 'Mã giấy',
  stars: 'Sao',
  authority: 'Cơ quan',
  issuedOn: 'Ngày cấp',
  until: 'Hết hạn',
} as const

/** What the page of one certificate says to the office. */
export const certificatePage = {
  title: (number: string | null, product: string) => `Giấy ${number ?? `của ${product}`}`,
  lead: (producer: string, stars: number) => `${producer}, ${stars} sao`,
  decisionNumber: (number: string | null) => `Số ${number}`,
  fetchPaper: 'Tải giấy (PDF)',
  fetchWithdrawal: (format: string) => `Quyết định thu hồi (${format})`,
  publicPage: 'Xem trang công khai',
  productCode: 'Mã sản phẩm',
  decision: 'Quyết định',
  /** Number and day of the decision, of whichever is known. */
  decisionOf: (number: string | null, date: PlainDate | null) => [number, date && formatDate(date)].filter(Boolean).join(', ngày '),
  validUntil: 'Có giá trị đến hết ngày',
  until: (date: PlainDate, inferred: boolean) => `${formatDate(date)}${inferred ? ' (suy ra)' : ''}`,
  origin: 'Nguồn gốc',
  withdrawal: 'Thu hồi',
  withdrawnBy: (number: string | null, date: PlainDate | null) => `Số ${number}, từ ngày ${date && formatDate(date)}`,
  supersededBy: 'Thay bằng giấy',
  supersededOpen: 'Xem giấy mới',
} as const
