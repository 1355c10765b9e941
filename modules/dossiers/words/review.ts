import type { CommuneItem, FormCheck, ReviewGap } from '../rules/review.ts'

export const formCheckWords = {
  'registration-form': 'Phiếu đăng ký (Mẫu 01) đủ, đúng tên chủ thể và sản phẩm',
  'self-assessment': 'Báo cáo tự đánh giá (Mẫu 02) đủ các mục',
  'business-registration': 'Có đăng ký kinh doanh, đúng loại chủ thể được tham gia',
  'papers-valid': 'Giấy tờ minh chứng rõ, còn hạn',
  samples: 'Đủ mẫu sản phẩm (dịch vụ du lịch: không cần)',
  'set-right': 'Chọn đúng bộ sản phẩm',
} as const satisfies Record<FormCheck, string>

export const communeItemWords = {
  materials: { name: 'Nguyên liệu', question: 'Nguyên liệu lấy ở đâu, bao nhiêu phần trong xã, trong tỉnh? Ghi điều xã biết và nguồn.' },
  labour: { name: 'Lao động', question: 'Có bao nhiêu lao động, bao nhiêu người trong xã? Ghi điều xã biết và nguồn.' },
  idea: { name: 'Ý tưởng', question: 'Ý tưởng sản phẩm từ đâu ra, có khác sản phẩm đã có không?' },
  identity: { name: 'Bản sắc', question: 'Sản phẩm gắn với văn hóa, trí tuệ, bản sắc địa phương thế nào?' },
} as const satisfies Record<CommuneItem, { name: string; question: string }>

export const reviewGapWords = {
  ...formCheckWords,
  materials: communeItemWords.materials.name,
  labour: communeItemWords.labour.name,
  idea: communeItemWords.idea.name,
  identity: communeItemWords.identity.name,
  meetingOn: 'Ngày họp lấy ý kiến',
  participants: 'Thành phần dự họp',
  conclusion: 'Kết luận',
} as const satisfies Record<ReviewGap, string>
