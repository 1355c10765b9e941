import { formatDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'

/** What is said of the owner, here and on the public page. */
export const ownerFacts = {
  name: 'Tên',
  headOffice: 'Trụ sở',
  representative: 'Người đại diện',
  registrationNumber: 'Mã số, số quyết định',
  registeredOn: 'Ngày cấp',
  registeredBy: 'Nơi cấp',
  supportChannel: 'Hỗ trợ',
} as const

/** What an order and the desk say of a policy; its own page speaks three languages: the messages of the pages. */
export const policyPage = {
  oneVersion: (version: number, day: PlainDate) => `Bản ${version}, từ ${formatDate(day)}`,
  placedUnder: 'Đặt theo các điều khoản lúc đó:',
  agree: 'Bấm đặt hàng là đồng ý với',
  terms: 'các điều khoản của trang',
  named: (name: string, version: number) => `${name} (bản ${version})`,
} as const

/** The desk of the administrator for what the law wants published. */
export const publishDesk = {
  title: 'Công bố theo luật',
  about: (left: number) =>
    left === 0 ? 'Chủ quản trang và điều khoản: đã công bố đủ' : `Chủ quản trang và điều khoản: còn ${left} phần chưa công bố`,
  lead: 'Bản đã công bố không sửa được; muốn đổi thì công bố bản mới từ một ngày.',
  owner: 'Chủ quản trang',
  publishOwner: 'Công bố chủ quản',
  policies: 'Điều khoản',
  columns: { name: 'Phần', version: 'Đang áp dụng', coming: 'Sắp tới' },
  version: (version: number) => `bản ${version}`,
  notPublished: 'chưa công bố',
  saved: 'Đã công bố.',
  seePublic: 'Xem trang công khai',
} as const

/** The form for one policy. */
export const policyForm = {
  lead: 'Viết như trang công khai sẽ hiện: mỗi đoạn cách nhau một dòng trống.',
  draft: 'Chữ dưới đây là bản thảo của phần mềm, chưa công bố. Đọc, sửa cho đúng với tỉnh mình rồi mới công bố.',
  text: 'Nội dung',
  effectiveFrom: 'Áp dụng từ ngày',
  notice: (days: number) => `Đổi phí phải báo trước ${days} ngày.`,
  publish: 'Công bố bản này',
  versions: 'Đã công bố',
} as const
