import { formatDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'

/** The list of accounts. */
export const accountsPage = {
  title: 'Tài khoản',
  heading: 'Tài khoản và vai trò',
  search: 'Tìm theo tên hoặc thư điện tử',
  find: 'Tìm',
  rolesHeld: 'Vai trò đang giữ',
  secondFactor: 'Hai lớp',
  secondFactorState: (enabled: boolean) => (enabled ? 'đã bật' : 'chưa'),
  noRole: 'không có',
  pages: 'Trang',
  previousPage: 'Trang trước',
  nextPage: 'Trang sau',
  none: 'Không tìm thấy tài khoản',
  noneAbout: 'Kiểm tra lại tên, hoặc mở tài khoản mới.',
} as const

/** What opens an account, and what it asks for. */
export const openAccountWords = 'Mở tài khoản'

export const accountFields = {
  name: 'Họ tên',
  firstPassword: 'Mật khẩu lần đầu',
  firstPasswordHint: 'Ít nhất 8 ký tự; đưa tận tay, người dùng đổi lại ở trang Tài khoản của tôi.',
  organisation: 'Tổ chức',
  chooseOrganisation: 'Chọn tổ chức',
  role: 'Vai trò',
  chooseRole: 'Chọn vai trò',
} as const

/** What the page of one account says to an administrator. */
export const accountPage = {
  title: (name: string) => `${name} · ${accountsPage.title}`,
  openedAt: 'Mở lúc',
  allThatWasDone: 'Xem mọi việc đã làm với tài khoản này',
  held: ({ organisationName, since, until }: { organisationName: string; since: PlainDate; until: PlainDate | null }) =>
    `${organisationName} · từ ${formatDate(since)}${until ? ` đến hết ${formatDate(until)}` : ''}`,
  endRole: 'Thôi vai trò',
  endRoleOf: (role: string, organisation: string) => `Thôi vai trò ${role} ở ${organisation}`,
  noRole: 'Chưa có vai trò nào.',
  giveAnotherRole: 'Giao thêm vai trò',
  giveRole: 'Giao vai trò',
  lostAccess: 'Quên mật khẩu, mất điện thoại',
  newPassword: (password: string) => `Mật khẩu mới: ${password}`,
  shownOnce: 'Chỉ hiện một lần. Đưa tận tay; người dùng đăng nhập rồi đổi ngay.',
  renewAccessAbout: 'Cấp mật khẩu mới, tắt xác thực hai lớp và đăng xuất mọi thiết bị của người này.',
  renewAccess: 'Cấp lại quyền đăng nhập',
} as const
