import type { ClassStatus, ParticipantStatus } from '../acts.ts'
import type { FilePart } from '../rules/acceptance.ts'
import type { AppliedAnswer } from '../rules/after.ts'
import type { CostKind, ShareKey } from '../rules/costs.ts'
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

export const howWords = { code: 'mã của buổi', sheet: 'bảng ký' } as const

export const appliedWords = {
  yes: 'Áp dụng được',
  partly: 'Áp dụng một phần',
  no: 'Chưa áp dụng',
} as const satisfies Record<AppliedAnswer, string>

export const costKindWords = {
  lecturer: 'Giảng viên',
  'write-text': 'Biên soạn tài liệu (trang chuẩn)',
  'edit-text': 'Biên tập tài liệu (trang chuẩn)',
  'appraise-text': 'Thẩm định tài liệu (trang chuẩn)',
  'online-hour': 'Tư vấn trực tuyến (giờ)',
  meal: 'Tiền ăn học viên',
  travel: 'Đi lại học viên',
  lodging: 'Nghỉ học viên',
  venue: 'Hội trường, thiết bị',
  material: 'Tài liệu, văn phòng phẩm',
  other: 'Chi khác',
  shared: 'Phần chi phí chung',
} as const satisfies Record<CostKind | 'shared', string>

export const shareKeyWords = {
  hours: 'theo giờ học',
  people: 'theo số học viên',
  classes: 'chia đều các lớp',
} as const satisfies Record<ShareKey, string>

export const filePartWords = {
  attendance: (sessions) => `điểm danh buổi ${sessions.join(', ')}`,
  sheets: (sessions) => `ảnh bảng ký buổi ${sessions.join(', ')}`,
  certificates: () => 'giấy chứng nhận của người đủ điều kiện',
  costs: () => 'bảng kê chi phí',
} as const satisfies Record<FilePart, (sessions: readonly number[]) => string>
