import type { EnquiryStatus, SessionStatus } from '../acts.ts'
import type { BuyerKind, EndReason, Need, SlotOutcome } from '../rules/choices.ts'
import type { KnownBy, Side, Stage } from '../rules/stages.ts'

export const enquiryStatusWords = {
  open: 'Chờ trả lời',
  introduced: 'Đã giới thiệu chủ thể',
  closed: 'Đã đóng',
} as const satisfies Record<EnquiryStatus, string>

export const stageWords = {
  introduced: 'Giới thiệu',
  sample: 'Gửi mẫu',
  quote: 'Báo giá',
  mou: 'Ghi nhớ',
  contract: 'Hợp đồng',
  'first-delivery': 'Giao lần đầu',
  repeat: 'Mua lại',
  ended: 'Kết thúc',
} as const satisfies Record<Stage, string>

export const sessionStatusWords = {
  planned: 'Đang lập',
  allotted: 'Đã xếp lượt',
  held: 'Đã diễn ra',
  cancelled: 'Đã hủy',
} as const satisfies Record<SessionStatus, string>

export const buyerKindWords = {
  shop: 'Cửa hàng, siêu thị',
  hotel: 'Khách sạn, nhà hàng',
  canteen: 'Bếp ăn tập thể',
  distributor: 'Nhà phân phối',
  'trade-office': 'Cơ quan xúc tiến tỉnh khác',
  other: 'Bên mua khác',
} as const satisfies Record<BuyerKind, string>

export const needWords = {
  'price-list': 'Bảng giá',
  certificates: 'Giấy chứng nhận',
  'test-reports': 'Phiếu kiểm nghiệm',
  sample: 'Hàng mẫu',
  'shelf-life': 'Hạn dùng còn dài',
  invoice: 'Hóa đơn',
} as const satisfies Record<Need, string>

export const endReasonWords = {
  price: 'Không hợp giá',
  quantity: 'Không đủ số lượng',
  papers: 'Thiếu giấy tờ',
  quality: 'Không hợp chất lượng',
  delivery: 'Không giao được',
  'no-answer': 'Không trả lời',
  'broken-promise': 'Bẻ kèo',
  other: 'Lý do khác',
} as const satisfies Record<EndReason, string>

export const slotOutcomeWords = {
  met: 'Đã gặp',
  'buyer-absent': 'Bên mua vắng',
  'producer-absent': 'Chủ thể vắng',
} as const satisfies Record<SlotOutcome, string>

export const buyerSideWords = { buyer: 'bên mua', producer: 'chủ thể', office: 'cơ quan' } as const satisfies Record<Side, string>
export const knownByWords = { confirmed: 'hai bên xác nhận', 'self-declared': 'một bên tự khai' } as const satisfies Record<KnownBy, string>
