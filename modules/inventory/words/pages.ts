import type { Kind } from '../rules/kinds.ts'

export const kindWords = {
  packed: 'Đóng gói',
  moved: 'Chuyển chỗ',
  sold: 'Bán',
  returned: 'Khách trả lại',
  counted: 'Kiểm kê',
  sampled: 'Lấy mẫu',
  damaged: 'Hỏng',
  destroyed: 'Tiêu hủy',
  recalled: 'Thu hồi về',
  handled: 'Xử lý cách khác',
} as const satisfies Record<Kind, string>

export const unnamedPack = 'Chưa ghi quy cách'

export const goodsListWords = {
  product: 'Sản phẩm',
  lot: 'Lô',
  pack: 'Quy cách',
  place: 'Nơi để',
  expiresOn: 'Hạn dùng',
  onHand: 'Đang có',
  reserved: 'Giữ cho đơn',
  free: 'Còn tự do',
} as const

/** What the page of the store says. */
export const goodsPage = {
  title: 'Kho hàng',
  lead: 'Mỗi lô, mỗi quy cách, mỗi nơi để một dòng. Bán, chuyển, kiểm kê, hao hụt đều ghi ở một sổ.',
  empty: 'Kho chưa có hàng',
  emptyMeans: 'Mở lô, rồi đóng gói: hàng vào kho theo quy cách.',
  openLot: 'Mở lô hàng',
  toPack: 'Lô chờ đóng gói',
  lot: (product: string, lot: string) => `${product}, lô ${lot}`,
  left: (left: string, unit: string) => `còn ${left} ${unit} chưa đóng gói`,
  count: 'Kiểm kê',
  countAt: (place: string) => `Kiểm kê ${place}`,
  places: 'Nơi để hàng',
  saved: 'Đã ghi vào sổ kho.',
  toGoods: 'Đóng gói, kho hàng',
  packNow: 'Đóng gói hết vào quy cách chính ngay',
} as const

/** What the page of the goods of one lot says. */
export const lotGoodsPage = {
  title: (product: string, lot: string) => `${product}, lô ${lot}`,
  where: 'Đang ở đâu',
  nothing: 'Chưa đóng gói gì từ lô này.',
  pack: 'Đóng gói',
  packLead: (left: string, unit: string) => `Còn ${left} ${unit} chưa đóng gói.`,
  quantityOf: (pack: string) => `Số lượng ${pack}`,
  perPackOf: (pack: string, unit: string) => `Mỗi gói ${pack} lấy mấy ${unit}`,
  perPackHint: 'Chỉ ghi khi quy cách và lô không cùng đơn vị đo.',
  atPlace: 'Để ở',
  savePacking: 'Ghi đóng gói',
  change: 'Chuyển chỗ, lấy mẫu, hao hụt',
  act: 'Việc cần ghi',
  acts: {
    move: 'Chuyển sang nơi khác',
    sampled: 'Lấy mẫu',
    damaged: 'Hàng hỏng',
    destroyed: 'Tiêu hủy',
    back: 'Khách trả lại',
  },
  goods: 'Hàng nào',
  goodsChoice: (pack: string, place: string, free: number) => `${pack}, ${place} (còn ${free.toLocaleString('vi-VN')})`,
  to: 'Chuyển đến',
  toHint: 'Chỉ chọn khi chuyển chỗ.',
  nowhere: 'Không chuyển',
  quantity: 'Số lượng',
  note: 'Lý do',
  noteHint: 'Ai, vì sao, biên bản số mấy. Chuyển chỗ thì không bắt buộc.',
  save: 'Ghi vào sổ kho',
  history: 'Sổ kho của lô',
  at: 'Lúc',
  kind: 'Việc',
  delta: 'Thay đổi',
} as const

/** What the page says where a shelf is counted. */
export const countPage = {
  title: (place: string) => `Kiểm kê ${place}`,
  lead: 'Ghi số đếm được. Dòng nào lệch với sổ thì ghi lý do; dòng đúng thì để nguyên.',
  nothing: 'Theo sổ, nơi này không có hàng.',
  booked: (quantity: number) => `Sổ ghi ${quantity.toLocaleString('vi-VN')}`,
  counted: 'Đếm được',
  note: 'Lý do lệch',
  save: 'Ghi kiểm kê',
} as const

/** What the forms of the store say of an entry that cannot be read. */
export const inputWords = {
  quantity: 'Hãy ghi số lượng bằng số nguyên.',
  counted: 'Hãy ghi số đếm được, không có thì ghi 0.',
  perPack: 'Hãy ghi bằng số, ví dụ 0,25.',
  noteTooLong: 'Lý do dài quá 300 chữ.',
  lot: 'Trang đã cũ. Hãy mở lại trang.',
  act: 'Hãy chọn việc cần ghi.',
  goods: 'Hãy chọn hàng nào.',
  pack: 'Hãy chọn quy cách.',
  place: 'Hãy chọn nơi để hàng.',
} as const
