import type { DoubtStatus } from '../rules.ts'

export const doubtStatusWords = { new: 'Mới nhận', checking: 'Đang xác minh', closed: 'Đã trả lời' } as const satisfies Record<
  DoubtStatus,
  string
>

/** The two lists of doubts. */
export const doubtTrays = {
  open: { label: 'Đang chờ', empty: 'Không có phản ánh nào đang chờ' },
  closed: { label: 'Đã trả lời', empty: 'Chưa trả lời phản ánh nào' },
} as const

/** The columns of their list, and which of them it shows. */
export const doubtListWords = {
  code: 'Mã phản ánh',
  text: 'Nội dung',
  product: 'Sản phẩm',
  lot: 'Lô',
  place: 'Mua ở đâu',
  at: 'Gửi lúc',
  status: 'Tình trạng',
  trays: { 'dang-cho': doubtTrays.open.label, 'da-tra-loi': doubtTrays.closed.label },
  both: 'Tất cả',
} as const

/** What the list of doubts says. */
export const doubtsPage = {
  title: 'Phản ánh nghi ngờ',
  lead: 'Điều người mua báo khi quét tem. Chờ lâu nhất đứng đầu.',
  trays: 'Xem',
  noCode: 'mã không có trong hệ thống',
  ofLot: (number: string) => `, lô ${number}`,
  /** Around the link to the form. */
  wherefrom: 'Người mua báo được từ trang quét tem hoặc trang',
  form: 'Báo điều nghi ngờ',
} as const

/** What the page of one doubt says. */
export const doubtPage = {
  title: (caseCode: string) => `Phản ánh ${caseCode}`,
  at: 'Gửi lúc',
  code: 'Mã trên tem',
  noProduct: 'không có trong hệ thống',
  lot: 'Lô',
  place: 'Mua ở đâu',
  contact: 'Liên hệ',
  noContact: 'người báo không để lại',
  handledBy: 'Người xử lý',
  answer: 'Trả lời',
  takeUp: 'Nhận xác minh',
  writeAnswer: 'Trả lời người phản ánh',
  answerHint: 'Người báo đọc câu này bằng mã phản ánh. Đừng ghi tên, số điện thoại của ai.',
  answerAndClose: 'Trả lời và đóng',
} as const
