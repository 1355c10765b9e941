import { formatDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'

/** The list of accounts. */
export const accountsPage = {
  title: 'Tài khoản',
  heading: 'Tài khoản và vai trò',
  search: 'Tìm theo tên, thư điện tử hoặc số điện thoại',
  login: 'Đăng nhập bằng',
  rolesHeld: 'Vai trò đang giữ',
  secondFactor: 'Hai lớp',
  secondFactorStates: { on: 'đã bật', off: 'chưa' },
  organisation: 'Tổ chức',
  phone: 'Điện thoại',
  email: 'Thư điện tử',
  openedAt: 'Mở lúc',
  anyRole: 'Mọi vai trò',
  anyState: 'Tất cả',
  noRole: 'không có',
  none: 'Không tìm thấy tài khoản',
  noneAbout: 'Kiểm tra lại tên, hoặc mở tài khoản mới.',
} as const

/** What opens an account, and what it asks for. */
export const openAccountWords = 'Mở tài khoản'

export const accountFields = {
  name: 'Họ tên',
  toAccount: 'Đến trang của tài khoản',
  invitationAbout: 'Mở xong, trang này hiện một địa chỉ mời dùng một lần. Người được mời mở địa chỉ đó và tự chọn mật khẩu.',
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
  lostAccess: 'Quên mật khẩu',
  invitation: 'Địa chỉ mời',
  shownOnce: (until: string) =>
    `Chỉ hiện một lần, dùng một lần, đến ${until}. In hoặc gửi riêng cho đúng người này; không ai khác cần biết.`,
  renewAccessAbout:
    'Bỏ mật khẩu cũ, đăng xuất mọi thiết bị và tạo địa chỉ mời để người này tự chọn mật khẩu. Xác thực hai lớp giữ nguyên; lần đăng nhập tới, người này được báo ai đã làm.',
  lostFactor: 'Mất điện thoại và mã dự phòng',
  lostFactorAbout: 'Tắt xác thực hai lớp của người khác cần hai người quản trị: một người đề nghị, một người khác xác nhận.',
  askFactorRemoval: 'Đề nghị tắt xác thực hai lớp',
  factorRemovalAsked: (by: string, when: string) => `${by} đề nghị lúc ${when}.`,
  confirmFactorRemoval: 'Xác nhận tắt xác thực hai lớp',
  renewAccess: 'Cấp lại quyền đăng nhập',
} as const
