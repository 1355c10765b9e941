import type { RecognitionOutcome } from '../../law/rules.ts'
import type { CertificateVerdict, DecisionItem, DecisionKind, DecisionStatus, Grant, RenewalStage, WithdrawalReason } from '../rules.ts'

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
  'ministry-answer': 'Văn bản trả lời của Bộ',
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
  kept: 'Bộ không công nhận 5 sao; giữ hạng tỉnh đã công nhận',
  none: 'Không công nhận',
} as const satisfies Record<Grant, string>

export const grantHints = {
  '5': 'Nhập quyết định của Bộ',
  '4': 'Nhập quyết định của tỉnh',
  '3': 'Nhập quyết định của tỉnh',
  kept: 'Nhập văn bản trả lời của Bộ; giấy tỉnh đã cấp giữ nguyên',
  none: 'Nhập quyết định của tỉnh',
} as const satisfies Record<Grant, string>

/** "Công nhận 4 sao", or what else became of a product. */
export const outcomeOfItem = ({ outcome, stars, meanwhileStars }: Pick<DecisionItem, 'outcome' | 'stars' | 'meanwhileStars'>): string =>
  ({
    ...outcomeWords,
    recognised: `${outcomeWords.recognised} ${stars} sao`,
    'potential-five':
      meanwhileStars === null ? outcomeWords['potential-five'] : `${outcomeWords['potential-five']}; tỉnh công nhận ${meanwhileStars} sao`,
  })[outcome]

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
