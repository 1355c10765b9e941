import type { VisitEnquiryStatus, OutBecause, RouteStatus, StopKind, StopStatus } from '../acts.ts'

export const routeStatusWords = {
  draft: 'Đang soạn',
  published: 'Đã công bố',
  recognised: 'Có quyết định',
  ended: 'Đã ngừng',
} as const satisfies Record<RouteStatus, string>
export const stopStatusWords = {
  standing: 'Đang đón khách',
  left: 'Tạm không đón khách',
  dropped: 'Đã bỏ khỏi tuyến',
} as const satisfies Record<StopStatus, string>
export const visitEnquiryStatusWords = {
  asked: 'Chờ trả lời',
  'other-day': 'Đã đề nghị ngày khác',
  accepted: 'Đã nhận',
  declined: 'Không nhận',
  withdrawn: 'Khách thôi không đi',
} as const satisfies Record<VisitEnquiryStatus, string>
export const stopKindWords = {
  workshop: 'Nơi làm ra sản phẩm',
  'point-of-sale': 'Điểm bán OCOP',
  homestay: 'Nhà ở cùng dân (homestay)',
  sight: 'Cảnh, di tích',
} as const satisfies Record<StopKind, string>
export const outWords = {
  'host-left': 'chủ nhà không đón khách',
  'point-not-recognised': 'điểm bán không còn trong danh sách',
} as const satisfies Record<OutBecause, string>
export const visitLanguageWords = { vi: 'Tiếng Việt', en: 'Tiếng Anh', km: 'Tiếng Khmer' } as const
/** What somebody without an account is called who asked to come. */
export const visitorName = 'Khách hỏi đặt tuyến'
