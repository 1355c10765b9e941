import { formatDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'

/** The list of organisations. */
export const organisationsPage = {
  title: 'Tổ chức',
  about: 'Xã, phường, sở, Hội đồng, Ban Chỉ đạo, chủ thể: thêm, đổi tên, chuyển, nhập; ai làm việc ở đâu.',
  search: 'Tìm theo tên, mã, xã (tên cũ cũng được)',
  kind: 'Loại',
  anyKind: 'Mọi loại',
  show: 'Xem',
  all: 'Tất cả',
  communeCode: 'Mã xã',
  commune: 'Xã, phường',
  parent: 'Cấp trên',
  into: 'Nhập vào',
  shows: { active: 'Đang hoạt động', nobody: 'Chưa có người', merged: 'Đã nhập vào nơi khác' },
  add: 'Thêm tổ chức',
  import: 'Nhập từ tệp',
  name: 'Tên',
  code: 'Mã',
  people: 'Số người',
  nobody: 'chưa có ai',
  mergedInto: (name: string) => `đã nhập vào ${name}`,
  none: 'Không có tổ chức nào khớp',
  noneAbout: 'Bỏ bớt điều kiện tìm, hoặc thêm tổ chức mới.',
  invite: 'Mời người',
} as const

export const newOrganisationPage = {
  title: 'Thêm tổ chức',
  kind: 'Loại tổ chức',
  chooseKind: 'Chọn loại',
  name: 'Tên đầy đủ',
  code: 'Mã',
  codeHint: 'Chữ thường không dấu, số, gạch nối. Tệp nhập và dòng lệnh gọi tổ chức bằng mã này; mã không đổi.',
  commune: 'Xã, phường nơi làm việc',
  noCommune: 'Không gắn với xã nào',
  communeHint: 'UBND xã, phường đã có sẵn từ đầu; ở đây chỉ chọn cho chủ thể hoặc đơn vị đóng tại xã.',
  parent: 'Mã tổ chức cấp trên',
  parentHint: 'Để trống nếu không có.',
  submit: 'Thêm tổ chức',
} as const

/** One organisation. */
export const organisationPage = {
  kind: 'Loại',
  code: 'Mã',
  commune: 'Xã, phường',
  formerly: (names: readonly string[]) => `trước 1/7/2025: ${names.join('; ')}`,
  parent: 'Cấp trên',
  children: 'Cấp dưới',
  mergedInto: 'Đã nhập vào',
  mergedAt: (name: string, when: string) => `Tổ chức này đã nhập vào ${name} lúc ${when}, chỉ còn để tra cứu.`,
  absorbed: 'Đã nhận',
  people: 'Người',
  nobody: 'Chưa có ai làm việc ở đây',
  nobodyAbout: 'Mời người đầu tiên: mở tài khoản, in phiếu có mã QR, giao tận tay.',
  invite: 'Mời người vào tổ chức này',
  role: (role: string, since: PlainDate, until: PlainDate | null) =>
    `${role}, từ ${formatDate(since)}${until ? ` đến hết ${formatDate(until)}` : ''}`,
  waits: (until: string) => `chưa đặt mật khẩu, phiếu dùng đến ${until}`,
  lapsed: 'chưa đặt mật khẩu, phiếu đã hết hạn',
  before: 'Đã thôi',
  history: 'Lịch sử',
  historyNone: 'Chưa có thay đổi nào.',
  by: (who: string, when: string) => `${who}, ${when}`,
  reason: 'Lý do',
  reasonHint: 'Ví dụ: số và ngày của quyết định.',
  rename: 'Đổi tên',
  newName: 'Tên mới',
  renameAbout: 'Tên mới hiện ở mọi nơi từ bây giờ; giấy đã ký giữ tên của ngày ký.',
  move: 'Chuyển',
  moveAbout: 'Đổi tổ chức cấp trên hoặc xã, phường nơi làm việc.',
  merge: 'Nhập vào tổ chức khác',
  mergeAbout:
    'Người và mọi thứ gắn với tổ chức này chuyển sang tổ chức nhận. Tổ chức này không bị xóa, chỉ còn để tra cứu. Không làm ngược lại được.',
  intoCode: 'Mã tổ chức nhận',
  preview: 'Xem trước',
  previewTitle: (name: string) => `Sẽ nhập vào ${name}`,
  previewPeople: (names: readonly string[]) =>
    names.length === 0 ? 'Không có ai chuyển sang.' : `${names.length} người chuyển sang: ${names.join(', ')}.`,
  previewHolds: 'Chuyển sang cùng:',
  mergeNow: 'Nhập, không làm ngược lại',
} as const

/** What the history of an organisation says beyond the act: what was before, what is now, and why. */
export function sayOrganisationChange(detail: Readonly<Record<string, unknown>>): string {
  const text = (value: unknown): string => {
    if (value === null || value === undefined) return 'không có'
    if (typeof value !== 'object') return String(value)
    return Object.values(value)
      .map((one) => text(one))
      .join(', ')
  }
  const parts: string[] = []
  if ('from' in detail && 'to' in detail) parts.push(`từ “${text(detail['from'])}” thành “${text(detail['to'])}”`)
  else if ('name' in detail) parts.push(text(detail['name']))
  if (detail['reason']) parts.push(`lý do: ${text(detail['reason'])}`)
  return parts.join('; ')
}

/** The first day: the bodies of the province. */
export const bodiesPage = {
  title: 'Lập bộ máy',
  lead: 'Các cơ quan mà chương trình cần ở tỉnh này. Đánh dấu, sửa tên cho đúng, rồi lập một lần. UBND các xã, phường đã có sẵn.',
  about: (missing: number) =>
    missing > 0 ? `Còn ${missing} cơ quan chưa lập: văn phòng, Hội đồng, Ban Chỉ đạo, sở.` : 'Các cơ quan của tỉnh đã lập đủ.',
  there: 'đã có',
  nameOf: (kind: string) => `Tên (${kind})`,
  make: (name: string) => `Lập ${name}`,
  submit: 'Lập các cơ quan đã đánh dấu',
  made: (count: number) => `Đã lập ${count} cơ quan.`,
  allThere: 'Các cơ quan đã đủ.',
  next: 'Việc tiếp theo',
  nextInvite: 'Mời người vào các cơ quan',
  nextImport: 'Mời nhiều người từ tệp Excel',
  communes: (count: number) => `${count} xã, phường`,
} as const

/** What the administration says while nobody but its reader has an account. */
export const firstDayNotice = {
  title: 'Ngày đầu: chưa ai khác vào được hệ thống',
  about: 'Lập các cơ quan của tỉnh, rồi mời người: từng người, hoặc nhiều người từ tệp Excel, kèm phiếu có mã QR để in.',
  begin: 'Lập bộ máy',
} as const
