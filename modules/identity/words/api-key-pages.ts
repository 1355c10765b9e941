import { formatDate } from '@dacsan/vietnam'
import type { ApiKeyScope, ApiKeyStatus } from '../api-keys/rules.ts'

export const apiKeyScopeNames: Record<ApiKeyScope, string> = { epcis: 'Sự kiện truy xuất (EPCIS)' }

export const apiKeyStatusNames: Record<ApiKeyStatus, string> = { active: 'Đang dùng', expired: 'Hết hạn', revoked: 'Đã thu hồi' }

/** An organisation of which the machine was told the code alone. */
export const bareOrganisationName = (code: string): string => `Đối tác ${code}`

/** What a key is called that was made on the machine, where nobody said. */
export const madeOnMachine = 'Khóa cấp trên máy chủ'

/** Why a key was revoked on the machine, where nobody said. */
export const revokedOnMachine = 'thu hồi bằng lệnh trên máy chủ'

export const apiKeysPage = {
  title: 'Khóa máy',
  about: 'Khóa để hệ thống của đối tác, chủ thể gửi và đọc dữ liệu: ai có, dùng lần cuối ngày nào, thu hồi.',
  lead: 'Phần mềm của một tổ chức gửi và đọc dữ liệu bằng khóa, không bằng mật khẩu của người. Mỗi phần mềm một khóa riêng: lộ khóa nào thì thu hồi khóa đó.',
  search: 'Tìm theo tên khóa, tổ chức hoặc đầu khóa',
  label: 'Tên khóa',
  organisation: 'Tổ chức',
  organisationCode: 'Mã tổ chức',
  scopes: 'Được dùng cho',
  shown: 'Đầu khóa',
  status: 'Trạng thái',
  anyStatus: 'Mọi trạng thái',
  lastUsedOn: 'Dùng lần cuối',
  neverUsed: 'chưa dùng',
  expiresOn: 'Dùng đến hết ngày',
  noExpiry: 'không thời hạn',
  createdAt: 'Cấp lúc',
  createdBy: 'Người cấp',
  none: 'Chưa có khóa nào',
  noneAbout: 'Cấp khóa khi một tổ chức cần nối phần mềm của họ với hệ thống.',
  keysGoOver: (count: number) => `${count} khóa máy, vẫn dùng được dưới tên tổ chức nhận`,
} as const

export const newApiKeyPage = {
  title: 'Cấp khóa',
  lead: 'Khóa hiện ra một lần, ngay sau khi cấp. Hệ thống không giữ khóa, chỉ giữ dấu vết để nhận ra nó.',
  organisation: 'Tổ chức dùng khóa',
  chooseOrganisation: 'Chọn tổ chức',
  label: 'Tên khóa',
  labelHint: 'Để biết phần mềm nào đang dùng, ví dụ: Phần mềm kho của hợp tác xã.',
  scopes: 'Được dùng cho',
  expiresOn: 'Dùng đến hết ngày',
  expiresOnHint: 'Bỏ trống nếu không đặt thời hạn.',
  made: 'Đã cấp khóa',
  shownOnce: 'Chỉ hiện một lần. Chép ngay và đưa riêng cho người cài phần mềm; mất thì thu hồi rồi cấp khóa khác.',
  key: 'Khóa',
  copy: 'Chép khóa',
  copied: 'Đã chép',
  notCopied: 'Trình duyệt không cho chép: chọn dòng khóa rồi chép bằng tay.',
  how: 'Phần mềm gửi kèm mỗi yêu cầu:',
  toKey: 'Đến trang của khóa này',
} as const

export const apiKeyPage = {
  title: (label: string) => `${label} · ${apiKeysPage.title}`,
  createdBy: (by: string, moment: string) => `${by}, ${moment}`,
  revoked: (by: string, moment: string) => `${by} đã thu hồi khóa này lúc ${moment}`,
  why: (reason: string) => `Lý do: ${reason}`,
  revoke: 'Thu hồi khóa',
  revokeAbout:
    'Phần mềm dùng khóa này bị từ chối ngay từ yêu cầu sau. Khóa đã thu hồi không dùng lại được; muốn nối lại thì cấp khóa khác.',
  reason: 'Lý do thu hồi',
  reasonHint: 'Ví dụ: khóa bị lộ, đổi phần mềm, thôi hợp tác.',
  trail: 'Xem mọi việc đã làm với khóa này',
} as const

/** What the step before revoking says. */
export const revokeFollows = {
  key: (label: string, organisation: string, shown: string) => `thu hồi khóa “${label}” (${shown}…) của ${organisation}`,
  machines: (lastUsedOn: string | null) =>
    lastUsedOn === null
      ? 'từ chối mọi phần mềm dùng khóa này từ nay (chưa phần mềm nào dùng)'
      : `từ chối phần mềm đang dùng khóa này, lần cuối ngày ${formatDate(lastUsedOn)}`,
} as const
