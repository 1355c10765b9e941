import type { Role } from '@dacsan/modules/identity/rules'

export type Desk = { href: string; label: string; about: string; roles: readonly Role[] }

/** Every desk of the office: who sits there and what it is for. The side bar and the landing page are drawn from it. */
export const desks: readonly Desk[] = [
  { href: '/van-phong/ho-so', label: 'Hồ sơ OCOP', about: 'Đăng ký sản phẩm, tự chấm, nộp và theo dõi', roles: ['producer'] },
  {
    href: '/van-phong/san-pham',
    label: 'Sản phẩm của tôi',
    about: 'Ảnh, câu chuyện, mã GTIN trên trang công khai',
    roles: ['producer'],
  },
  { href: '/van-phong/minh-chung', label: 'Kho minh chứng', about: 'Giấy tờ dùng lại cho mọi hồ sơ', roles: ['producer'] },
  { href: '/van-phong/lo', label: 'Lô hàng và tem', about: 'Mở lô, ghi nhật ký, in tem', roles: ['producer'] },
  { href: '/van-phong/ban-hang', label: 'Bán hàng', about: 'Giá, tồn kho, đơn và tiền về', roles: ['producer'] },
  { href: '/van-phong/xa', label: 'Hồ sơ của xã', about: 'Tiếp nhận, kiểm bốn nội dung, đề nghị lên tỉnh', roles: ['commune-officer'] },
  {
    href: '/van-phong/dot',
    label: 'Đợt đánh giá',
    about: 'Tiếp nhận hồ sơ vào đợt, phân công, mở phiên họp',
    roles: ['provincial-officer'],
  },
  { href: '/van-phong/tham-dinh', label: 'Thẩm định', about: 'Báo cáo của Tổ tư vấn', roles: ['provincial-officer', 'advisory-member'] },
  {
    href: '/van-phong/hoi-dong',
    label: 'Hội đồng',
    about: 'Phiên họp, phiếu chấm, kết quả',
    roles: ['council-member', 'council-chair', 'council-secretary', 'provincial-officer'],
  },
  {
    href: '/van-phong/quyet-dinh',
    label: 'Quyết định và giấy chứng nhận',
    about: 'Biên bản, tờ trình, quyết định, giấy chứng nhận, thời hạn',
    roles: ['provincial-officer', 'council-secretary'],
  },
  {
    href: '/van-phong/so-dang-ky',
    label: 'Nhập sổ đăng ký',
    about: 'Đưa các lần công nhận trước đây vào sổ từ Excel',
    roles: ['provincial-officer'],
  },
  {
    href: '/van-phong/nguoi-ban',
    label: 'Người bán',
    about: 'Xác minh người bán trước khi lên kệ',
    roles: ['provincial-officer', 'trade-department'],
  },
  {
    href: '/van-phong/phan-anh',
    label: 'Phản ánh nghi ngờ',
    about: 'Điều người mua báo khi quét tem',
    roles: ['provincial-officer', 'science-department'],
  },
  {
    href: '/van-phong/lanh-dao',
    label: 'Năm con số',
    about: 'Xem nhanh trước cuộc họp, mục tiêu và kết quả',
    roles: ['leader', 'provincial-officer', 'trade-department', 'science-department'],
  },
  {
    href: '/van-phong/bao-cao',
    label: 'Báo cáo kỳ',
    about: 'Lập báo cáo, tải bản Word và bảng Excel',
    roles: ['leader', 'provincial-officer', 'trade-department', 'science-department'],
  },
  {
    href: '/van-phong/quan-tri/luat',
    label: 'Căn cứ pháp lý',
    about: 'Hạn, ngưỡng, túc số đang dùng; thay khi có văn bản mới',
    roles: ['provincial-officer'],
  },
  { href: '/van-phong/quan-tri', label: 'Quản trị', about: 'Nhật ký, tài khoản, căn cứ pháp lý', roles: ['administrator'] },
]

export function desksFor(roles: readonly Role[]): Desk[] {
  return desks.filter((desk) => desk.roles.some((role) => roles.includes(role)))
}
