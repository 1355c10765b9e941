import type { SecurityOutcome, SecurityWhat } from '../rules.ts'
import { refusalSentences } from './refusals.ts'
import { roleNames } from './names.ts'
import type { Role } from '../rules.ts'

export const securityLogPage = {
  title: 'Nhật ký an ninh',
  lead: 'Đăng nhập đúng và sai, khóa tạm, bị từ chối, và ai đã mở hồ sơ, minh chứng, đơn hàng, tệp. Chỉ ghi thêm; hết hạn lưu thì hệ thống tự bỏ.',
  at: 'Lúc',
  who: 'Ai',
  what: 'Việc',
  outcome: 'Kết quả',
  object: 'Với',
  from: 'Từ',
  filterWhat: 'Việc',
  filterOutcome: 'Kết quả',
  filterAddress: 'Địa chỉ mạng',
  filterObject: 'Mã đối tượng',
  filterRequest: 'Mã yêu cầu',
  any: 'Tất cả',
  search: 'Ai, địa chỉ mạng, mã đối tượng',
  number: 'Số',
  reason: 'Lý do',
  actorId: 'Mã người',
  seats: 'Vai trò',
  tried: 'Địa chỉ đã thử',
  action: 'Trang',
  objectType: 'Loại đối tượng',
  timesCount: 'Số lần',
  fromDay: 'Từ ngày',
  toDay: 'Đến ngày',
  none: 'Không có dòng nào khớp',
  noneAbout: 'Thử bỏ bớt điều kiện lọc.',
  /** Behind the words of a line that stands for many like it. */
  times: (times: number) => (times > 1 ? ` (${times} lần)` : ''),
  /** Who tried an address that has no account: the same digest is the same address. */
  stranger: (digest: string) => `Địa chỉ lạ ${digest}`,
  visitor: 'Khách',
} as const

export const securityWhatNames: Record<SecurityWhat, string> = {
  'sign-in': 'Đăng nhập',
  'second-factor': 'Nhập mã xác thực',
  'lock-out': 'Khóa tạm vì thử quá nhiều',
  'sign-out': 'Đăng xuất',
  invitation: 'Dùng địa chỉ mời',
  read: 'Mở xem',
  write: 'Gửi',
}

export const securityOutcomeNames: Record<SecurityOutcome, string> = {
  done: 'được',
  refused: 'bị từ chối',
  failed: 'lỗi hệ thống',
}

const statuses: Record<string, string> = {
  '401': 'phải xác nhận mật khẩu trước',
  '403': 'không có quyền',
  '404': 'không thấy',
  '409': 'vừa bị người khác sửa',
  '422': 'chưa hợp lệ',
  '429': 'quá nhiều lần',
  '503': 'hệ thống chưa nhận được lúc ấy',
  'second-factor': 'còn chờ mã xác thực',
}

// The log keeps the code of a refusal, not the numbers in its sentence: it says no sentence that has one.
const codes: Record<string, string> = {
  'too-many-attempts': 'thử quá nhiều lần',
  'provider-denied': 'người dùng dừng ở nơi định danh',
  'provider-silent': 'nơi định danh không trả lời',
  'provider-clock': 'xác nhận của nơi định danh hết hạn hoặc chưa có hiệu lực',
  'provider-unsound': 'câu trả lời của nơi định danh không khớp',
  'provider-again': 'lượt qua nơi định danh đã dùng, quá hạn hoặc của trình duyệt khác',
  'link-unknown': 'tài khoản định danh chưa gắn với ai',
  'link-taken': 'tài khoản định danh đã gắn với người khác',
  'linked-already': 'tài khoản đã gắn định danh rồi',
  'password-short': 'mật khẩu quá ngắn',
  'password-long': 'mật khẩu quá dài',
  'invitation-used': 'địa chỉ mời đã dùng',
  'invitation-expired': 'địa chỉ mời đã hết hạn',
  'file-infected': 'tệp có mã độc',
  'foreign-fields': 'gửi kèm trường do người khác quyết định, không được đọc',
}

/** Why a line says no, in words. */
export function sayReason(reason: string | null): string {
  if (reason === null) return ''
  const said = statuses[reason] ?? codes[reason]
  if (said !== undefined) return said
  const sentence = (refusalSentences as unknown as Record<string, (() => string) | undefined>)[reason]
  return sentence?.() ?? reason
}

/** The kinds of things that only the security log names. */
export const securityObjectNames: Record<string, string> = { export: 'Tệp tải về', file: 'Tệp gửi lên' }

export const saySeats = (seats: readonly { role: Role; organisation: string }[]): string =>
  seats.map(({ role, organisation }) => `${roleNames[role] ?? role}, ${organisation}`).join('; ')
