import { formatDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'

/** What everybody reads of the owner and of all policies. */
export const disclosurePage = {
  title: 'Chủ quản và điều khoản',
  description: 'Ai chịu trách nhiệm về trang này, và các điều khoản mua bán.',
  owner: 'Chủ quản trang',
  noOwner: 'Chủ quản chưa công bố thông tin của mình.',
  facts: {
    name: 'Tên',
    headOffice: 'Trụ sở',
    representative: 'Người đại diện',
    registrationNumber: 'Mã số, số quyết định',
    registeredOn: 'Ngày cấp',
    registeredBy: 'Nơi cấp',
    domain: 'Tên miền',
    supportChannel: 'Hỗ trợ',
  },
  policies: 'Điều khoản',
  version: (version: number) => `bản ${version}`,
  notPublished: 'chưa công bố',
  comingFrom: (day: PlainDate) => `có bản mới từ ${formatDate(day)}`,
  parts: 'Luật buộc công bố những gì',
  partColumns: { article: 'Điều', title: 'Nội dung', at: 'Ở đâu' },
  read: 'Xem',
  notFound: 'chưa thấy trong nguồn',
  inferred: 'Tên từng điều ghi theo nguồn thứ cấp, cần đối chiếu với Công báo.',
} as const

/** What an order and the desk say of a policy; its own page speaks three languages: the messages of the pages. */
export const policyPage = {
  oneVersion: (version: number, day: PlainDate) => `Bản ${version}, từ ${formatDate(day)}`,
  placedUnder: 'Đặt theo các điều khoản lúc đó:',
  agree: 'Bấm đặt hàng là đồng ý với',
  terms: 'các điều khoản của trang',
  named: (name: string, version: number) => `${name} (bản ${version})`,
} as const

/** How products are put in order, for everybody. */
export const rankingPage = {
  title: 'Cách xếp thứ tự sản phẩm',
  description: 'Tiêu chí xếp thứ tự sản phẩm, đọc thẳng từ phần mềm đang chạy.',
  lead: 'Tiêu chí đứng trước quyết định trước; tiêu chí sau chỉ xét khi các tiêu chí trước bằng nhau.',
  withWords: 'Khi tìm bằng từ',
  always: 'Mọi khi',
  states: 'Thứ tự của tình trạng chứng nhận',
  likeness: 'Không có tên nào đúng những chữ đã gõ thì tìm những tên gần giống, và trang nói rõ như vậy.',
  names:
    'Gõ một tên gọi khác của hàng (tiếng Anh, tiếng Khmer, tên trong vùng) thì thấy cả hàng mang tên kia; các tên đó không đổi thứ tự.',
  bands: (begins: string) => `Các khoảng giá chia ở ${begins}; lấy giá quy cách rẻ nhất còn hàng.`,
  paid: 'Không ai trả tiền để được đứng trước, và không có chỗ quảng cáo trong danh sách.',
  source: 'Danh sách này sinh ra từ chính bảng mà câu truy vấn dùng.',
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
