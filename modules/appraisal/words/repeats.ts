import { formatDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { Repeatability, ScoredTwice } from '../rules.ts'

const signed = new Intl.NumberFormat('vi-VN', { signDisplay: 'exceptZero' })
const figure = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

export const sampleName = (code: string) => `Mẫu ${code}`

/** What the secretary does with samples that a member knows by their code alone. */
export const repeatsWords = {
  title: 'Mẫu thử lại',
  lead: 'Một sản phẩm được chấm lại phần cảm quan dưới mã ba số, để mỗi thành viên biết mình chấm đều tay đến đâu. Không tính vào kết quả, sao, số người dự hay biên bản. Chỉ Thư ký thấy mã nào là sản phẩm nào cho đến khi phiên họp kết thúc.',
  product: 'Sản phẩm',
  productHint: 'Sản phẩm trong phiên này, hoặc Hội đồng này đã chấm ở phiên trước và còn mẫu.',
  offered: ({ productName, heldOn }: { productName: string; heldOn: PlainDate | null }) =>
    heldOn === null ? `${productName} (phiên này)` : `${productName} (phiên ngày ${formatDate(heldOn)})`,
  submit: 'Đưa mẫu vào',
  none: 'Không còn sản phẩm nào có chỉ tiêu cảm quan để thử lại.',
  sample: ({ code, productName, handedIn }: { code: string; productName: string; handedIn: number }) =>
    `${sampleName(code)}: ${productName} · ${handedIn} người đã chấm`,
  takeOut: (code: string) => `Bỏ mẫu ${code}`,
} as const

/** What a member reads of a sample; nothing says whose it is. */
export const samplePage = {
  title: (code: string) => `Phiếu chấm ${sampleName(code).toLowerCase()}`,
  byCode: 'Chấm theo mã mẫu, chỉ phần cảm quan',
  lead: 'Mẫu mang mã, không mang tên. Chấm phần cảm quan như thấy, nếm và ngửi được.',
  criteria: 'Chỉ tiêu cảm quan',
  points: (points: number) => `${points} điểm`,
  chooseOne: (criterion: string) => `Tiêu chí ${criterion}: hãy chọn một mức.`,
  unreadable: 'Không đọc được các mức đã chọn. Hãy tải lại trang rồi chọn lại.',
  submit: 'Nộp điểm mẫu',
  onceOnly: 'Nộp một lần, không sửa lại được.',
  handedIn: 'Đã nộp',
  toScore: 'Chưa chấm',
  given: (label: string, points: number) => `${label} (${points} điểm)`,
  notOpen: 'Chưa đến lúc chấm, hoặc phiên họp đã kết thúc.',
} as const

/** Two scorings of one product beside each other: for the member, and under letters for the office. */
export const repeatedWords = {
  title: 'Mẫu chấm lại theo mã',
  lead: 'Phần cảm quan của cùng một sản phẩm, chấm hai lần. Không tính vào kết quả nào.',
  caption: ({ code, productName }: { code: string; productName: string }) => `${sampleName(code)} là ${productName}`,
  ownCaption: 'Hai lần chấm của tôi',
  sample: 'Mẫu',
  first: 'Chấm theo tên',
  again: 'Chấm theo mã',
  difference: 'Chênh',
  sheet: 'Phiếu',
  points: (points: number | null) => (points === null ? '–' : String(points)),
  apart: ({ first, again }: ScoredTwice) => (first === null ? '–' : signed.format(again - first)),
  figure: ({ apart }: Repeatability) => figure.format(apart),
  label: 'điểm chênh giữa hai lần chấm',
  note: ({ samples }: Repeatability) => `Trung bình của ${samples} mẫu chấm lại; càng nhỏ, tay chấm càng đều`,
  of: ({ code, productName, heldOn }: { code: string; productName: string; heldOn: PlainDate }) =>
    `${productName}, ${sampleName(code).toLowerCase()}, ${formatDate(heldOn)}`,
} as const
