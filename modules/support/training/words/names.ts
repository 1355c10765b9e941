import type { ClassStatus, ParticipantStatus } from '../acts.ts'
import type { ClassKind } from '../rules/sizes.ts'

export const classStatusWords = {
  draft: 'Đang soạn',
  open: 'Đang ghi danh',
  held: 'Đã học xong',
  accepted: 'Đã nghiệm thu',
  cancelled: 'Đã hủy',
} as const satisfies Record<ClassStatus, string>

export const participantStatusWords = {
  listed: 'Trong danh sách',
  waiting: 'Chờ chỗ',
  withdrawn: 'Đã rút',
} as const satisfies Record<ParticipantStatus, string>

export const classKindWords = {
  ocop: 'Tập huấn OCOP',
  'start-up': 'Khởi sự kinh doanh (doanh nghiệp nhỏ và vừa)',
  management: 'Quản trị doanh nghiệp (doanh nghiệp nhỏ và vừa)',
  'in-depth': 'Quản trị chuyên sâu (doanh nghiệp nhỏ và vừa)',
  'on-site': 'Đào tạo tại doanh nghiệp (doanh nghiệp nhỏ và vừa)',
} as const satisfies Record<ClassKind, string>
