import { vi as buy } from './buy/vi.ts'
import { vi as buyers } from './buyers/vi.ts'
import { vi as certificate } from './certificate/vi.ts'
import { vi as collection } from './collection/vi.ts'
import { vi as contest } from './contest/vi.ts'
import { vi as disclosure } from './disclosure/vi.ts'
import { vi as training } from './training/vi.ts'
import { vi as fair } from './fair/vi.ts'
import { vi as mark } from './mark/vi.ts'
import { vi as news } from './news/vi.ts'
import { vi as place } from './place/vi.ts'
import { vi as point } from './point/vi.ts'
import { vi as policy } from './policy/vi.ts'
import { vi as portal } from './portal/vi.ts'
import { vi as press } from './press/vi.ts'
import { vi as privacy } from './privacy/vi.ts'
import { vi as proof } from './proof/vi.ts'
import { vi as recall } from './recall/vi.ts'
import { vi as review } from './review/vi.ts'
import { vi as route } from './route/vi.ts'
import { vi as scan } from './scan/vi.ts'

/** Every sentence of the public pages. Vietnamese is the source; the other languages must say all of it. */
export const vi = {
  frame: {
    brand: '{siteName}',
    tagline: 'Sản phẩm OCOP {area}',
    skip: 'Đến nội dung chính',
    products: 'Sản phẩm',
    certificates: 'Tra giấy chứng nhận',
    cart: 'Giỏ hàng',
    saved: 'Đã lưu',
    signIn: 'Đăng nhập',
    office: 'Bàn làm việc',
    menu: 'Trang',
    language: 'Ngôn ngữ',
    owner: 'Bản chạy thử. Dữ liệu thật có ghi nguồn; dữ liệu thử ghi rõ “dữ liệu mẫu”. Không phải trang chính thức của cơ quan nhà nước.',
    invented: 'Tỉnh này không có thật: mọi tên, số ở đây đều bịa để thử phần mềm.',
    onlyVietnamese: 'Trang này chỉ có tiếng Việt.',
    privacy: 'Bảo vệ dữ liệu',
    policies: 'Chủ quản và điều khoản',
    fairs: 'Hội chợ',
    collections: 'Bộ sưu tập',
    gifts: 'Quà tặng',
    recipes: 'Món ngon',
    contests: 'Cuộc thi',
    classes: 'Tập huấn',
    routes: 'Tuyến tham quan',
    points: 'Điểm bán',
    buyers: 'Kết nối cung cầu',
    news: 'Tin tức',
    press: 'Báo chí',
    marks: 'Nhãn hiệu',
    recalls: 'Thu hồi',
    openData: 'Dữ liệu mở',
    sampleData: 'Dữ liệu mẫu',
    unknown: 'chưa rõ',
  },
  buy,
  buyers,
  certificate,
  collection,
  contest,
  disclosure,
  training,
  fair,
  mark,
  news,
  place,
  point,
  policy,
  portal,
  press,
  privacy,
  proof,
  recall,
  review,
  route,
  scan,
}

export type Messages = typeof vi
