import { shopTabs } from './order-pages.ts'

export const priceListWords = {
  pageTitle: `Bảng giá · ${shopTabs.label}`,
  title: 'Bảng giá',
  heading: 'Bảng giá cho cửa hàng',
  lead: 'Gửi cho cửa hàng, đại lý, bếp ăn: giá, mã vạch, hạn dùng và giấy tờ của hàng đang bán.',
  asPdf: 'Bảng giá PDF',
  asXlsx: 'Bảng giá Excel',
  asPack: 'Bảng giá và giấy tờ (ZIP)',
  aboutPack:
    'Tệp ZIP gồm bảng giá, giấy chứng nhận sao, phiếu kiểm nghiệm còn hạn trong hồ sơ đã được công nhận. Bạn tự quyết định gửi cho ai.',
  day: 'Ngày',
  unit: 'Đơn vị tiền',
  dong: 'đồng, giá đã gồm thuế',
  none: 'Chưa có hàng nào đang bán.',
  toShelf: 'Đến kệ hàng',
  notSaid: 'chưa ghi',
  columns: {
    name: 'Sản phẩm',
    packName: 'Quy cách',
    gtin: 'Mã vạch (GTIN)',
    stars: 'Sao',
    certificateCode: 'Mã giấy chứng nhận',
    certifiedUntil: 'Giấy đến ngày',
    unit: 'Đơn vị bán',
    priceVnd: 'Đơn giá',
    maxPerOrder: 'Tối đa một đơn',
    available: 'Còn bán được',
    firstExpiry: 'HSD sớm nhất',
  },
  fresh: (percent: number) => `Còn hạn từ ${percent} %`,
  aboutFresh: (percent: number) =>
    `Cửa hàng thường chỉ nhận hàng còn từ ${percent} % hạn dùng. Lô không ghi hạn dùng không được tính. Số lượng vào ngày lập bảng.`,
  minimum: 'Chưa có số lượng đặt tối thiểu: người bán báo riêng.',
  noCertificate: (name: string) => `${name}: giấy chứng nhận không có ở đây (cấp trước khi có nền tảng, hoặc do Bộ cấp)`,
  noReport: (name: string) => `${name}: chưa có phiếu kiểm nghiệm còn hạn trong hồ sơ đã được công nhận`,
  notPacked: (title: string) => `${title}: không mở được hoặc tệp quá lớn`,
  contents: ({ seller, day, files, missing }: { seller: string; day: string; files: readonly string[]; missing: readonly string[] }) =>
    [`${seller}, ngày ${day}`, '', ...files, ...(missing.length > 0 ? ['', 'Không có trong tệp này:', ...missing] : []), ''].join('\r\n'),
}
