import type { MisuseAct, MisuseFinding, MisuseStatus } from '../acts.ts'
import type { MarkKind, MarkPaperKind, MarkStep } from '../rules/steps.ts'
import type { UseReason } from '../rules/verdict.ts'

export const markKindWords: Record<MarkKind, string> = {
  trademark: 'Nhãn hiệu',
  collective: 'Nhãn hiệu tập thể',
  certification: 'Nhãn hiệu chứng nhận',
  gi: 'Chỉ dẫn địa lý',
  ocop: 'Biểu trưng OCOP',
}
export const markStepWords: Record<MarkStep, string> = {
  filed: 'Nộp đơn',
  accepted: 'Chấp nhận đơn hợp lệ',
  published: 'Công bố đơn',
  granted: 'Cấp văn bằng',
  renewed: 'Gia hạn',
  decided: 'Ban hành',
  ended: 'Chấm dứt',
}
export const markPaperKindWords: Record<MarkPaperKind, string> = { extract: 'Trích lục sổ đăng ký', regulation: 'Quy chế sử dụng' }
export const useReasonWords: Record<UseReason, string> = {
  'use-ended': 'đã chấm dứt quyền dùng',
  'use-over': 'đã hết hạn dùng',
  'mark-over': 'nhãn hiệu đã hết hiệu lực',
  'mark-pending': 'nhãn hiệu chưa được cấp',
  'other-owner': 'sản phẩm đã sang chủ khác',
  'not-begun': 'chưa đến ngày dùng',
}
export const misuseStatusWords: Record<MisuseStatus, string> = { open: 'Chờ xử lý', examining: 'Đang xác minh', closed: 'Đã kết luận' }
export const misuseFindingWords: Record<MisuseFinding, string> = {
  misuse: 'Có dùng sai',
  allowed: 'Được phép dùng',
  unproven: 'Chưa đủ căn cứ',
}
export const misuseStepWords: Record<MisuseAct, string> = {
  report: 'Báo',
  examine: 'Nhận xử lý',
  note: 'Ghi việc đã làm',
  answer: 'Kết luận',
}
