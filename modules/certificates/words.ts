import { formatDate } from '@dacsan/vietnam'
import type { RecognitionOutcome } from '../law/rules.ts'
import type {
  CertificateStatus,
  CertificatesRefusal,
  CertificateVerdict,
  DecisionItem,
  DecisionKind,
  DecisionStatus,
  Grant,
  RenewalStage,
  WithdrawalReason,
} from './rules.ts'

export const verdictWords = {
  valid: 'Còn hiệu lực',
  expiring: 'Sắp hết hạn',
  extended: 'Được kéo dài, đang đánh giá lại',
  expired: 'Đã hết hạn',
  undated: 'Chưa rõ thời hạn',
  superseded: 'Đã được thay bằng giấy khác',
  withdrawn: 'Đã thu hồi',
} as const satisfies Record<CertificateVerdict, string>

export const decisionStatusWords = { draft: 'Dự thảo', recorded: 'Đã ban hành' } as const satisfies Record<DecisionStatus, string>

export const decisionKindWords = {
  council: 'Quyết định của tỉnh theo kết quả Hội đồng',
  ministry: 'Quyết định 5 sao của Bộ',
  'after-ministry': 'Quyết định của tỉnh sau kết quả của Bộ',
} as const satisfies Record<DecisionKind, string>

export const outcomeWords = {
  recognised: 'Công nhận',
  'potential-five': 'Tiềm năng 5 sao, trình Bộ',
  'not-recognised': 'Không công nhận',
} as const satisfies Record<RecognitionOutcome, string>

export const grantWords = {
  '5': 'Bộ công nhận 5 sao',
  '4': 'Bộ không công nhận 5 sao; tỉnh công nhận 4 sao',
  '3': 'Bộ không công nhận 5 sao; tỉnh công nhận 3 sao',
  none: 'Không công nhận',
} as const satisfies Record<Grant, string>

export const grantHints = {
  '5': 'Nhập quyết định của Bộ',
  '4': 'Nhập quyết định của tỉnh',
  '3': 'Nhập quyết định của tỉnh',
  none: 'Nhập quyết định của tỉnh',
} as const satisfies Record<Grant, string>

/** "Công nhận 4 sao", or what else became of a product. */
export const outcomeOfItem = ({ outcome, stars }: Pick<DecisionItem, 'outcome' | 'stars'>): string =>
  ({ ...outcomeWords, recognised: `${outcomeWords.recognised} ${stars} sao` })[outcome]

/** What happens in the moment in which a signed decision is entered. */
export const recordingConsequences = (count: Record<RecognitionOutcome, number>): string =>
  `Khi lưu: cấp ${count.recognised} giấy chứng nhận, ${count['potential-five']} sản phẩm chuyển sang chờ Bộ, ${count['not-recognised']} sản phẩm nhận thông báo không đạt. Số và ngày không sửa lại được.`

export const unsignedNotice = { title: 'Chờ số và ngày ký', text: 'Cơ quan tham mưu OCOP tỉnh nhập khi quyết định được ký.' }

export const notOurPaper = 'Nền tảng ghi nhận để tra cứu, không in lại giấy này.'

/** What a typed signature lacks. */
export const signingWords = {
  numberMissing: 'Hãy ghi số quyết định.',
  numberLong: 'Số quyết định dài quá 40 chữ.',
  dayMissing: 'Hãy ghi ngày ký.',
  signerMissing: 'Hãy ghi họ tên người ký.',
  signerLong: 'Họ tên dài quá 120 chữ.',
  titleMissing: 'Hãy ghi chức vụ người ký.',
  titleLong: 'Chức vụ dài quá 120 chữ.',
  noteLong: 'Ghi chú dài quá 1000 chữ.',
  reasonMissing: 'Hãy chọn lý do thu hồi.',
  grantMissing: 'Hãy chọn kết quả.',
  productMissing: 'Hãy chọn ít nhất một sản phẩm.',
} as const

export const registerFileMissing = 'Hãy chọn tệp sổ đăng ký.'
export const registerFaults = (faults: number): string => `Chưa nhập dòng nào: tệp có ${faults} chỗ cần sửa.`

export const renewalStageWords = {
  'under-way': 'Đang đánh giá lại',
  'in-window': 'Đang trong hạn nộp',
  late: 'Quá hạn nộp',
  expired: 'Đã hết hạn, chưa nộp',
} as const satisfies Record<RenewalStage, string>

/** Quyết định 26/2026/QĐ-TTg, Điều 8–9. */
export const withdrawalReasonWords = {
  'false-or-forged': 'Khai sai hoặc giả mạo hồ sơ',
  'criteria-no-longer-met': 'Không còn đáp ứng tiêu chí',
  'law-broken': 'Vi phạm pháp luật về chất lượng, an toàn thực phẩm, môi trường, sở hữu trí tuệ hoặc nhãn hàng hóa',
  'mark-misused': 'Dùng sai dấu hiệu OCOP',
  'production-stopped': 'Ngừng sản xuất',
  other: 'Lý do khác',
} as const satisfies Record<WithdrawalReason, string>

const notActiveWords = {
  active: 'Giấy này đang dùng.',
  withdrawn: 'Giấy này đã được thu hồi.',
  superseded: 'Giấy này đã được thay bằng giấy khác nên không cần thu hồi.',
} as const satisfies Record<CertificateStatus, string>

type Sentences = { [Code in CertificatesRefusal['code']]: (refusal: Extract<CertificatesRefusal, { code: Code }>) => string }

export const refusalWords = {
  'session-open': () => 'Phiên họp chưa kết thúc. Chủ tịch Hội đồng kết thúc phiên rồi mới lập được quyết định.',
  'nothing-decided': () => 'Phiên họp không có kết quả nào: mọi hồ sơ đã được để lại phiên sau.',
  'already-recorded': ({ number }) => `Quyết định này đã ban hành với số ${number}. Số và ngày không đổi được nữa.`,
  'number-malformed': ({ symbol }) => `Số quyết định chưa đúng. Ghi phần số, ví dụ 3981, hoặc đầy đủ 3981/${symbol}.`,
  'number-taken': ({ number, year }) => `Năm ${year} đã có quyết định khác mang số ${number}. Hãy xem lại số trên văn bản đã ký.`,
  'signed-in-future': ({ today }) => `Ngày ký ở tương lai. Hôm nay là ${formatDate(today)}; ký xong mới nhập.`,
  'signed-too-early': ({ earliest }) => `Ngày ký phải từ ${formatDate(earliest)} trở đi, vì việc được quyết định chưa có trước ngày đó.`,
  'later-certificate': ({ products }) => `Đã có giấy chứng nhận ký sau ngày này cho: ${products.join(', ')}. Hãy xem lại ngày ký.`,
  'not-awaiting': () => 'Có sản phẩm không còn chờ Bộ. Hãy tải lại trang rồi chọn lại.',
  'not-active': ({ status }) => notActiveWords[status],
  'reason-not-in-law': () => 'Lý do này không có trong quy định đang hiệu lực. Hãy chọn lại.',
  'note-missing': () => 'Với “Lý do khác”, hãy ghi rõ lý do.',
} as const satisfies Sentences

/** The Vietnamese sentence of a refusal. */
export function sayRefusal(refusal: CertificatesRefusal): string {
  return (refusalWords[refusal.code] as (refusal: CertificatesRefusal) => string)(refusal)
}
