import type { BuyersDo, Handling, RecallAuthority, RecallOrigin, RecallStatus, TallyKind } from '../acts.ts'
import type { RecallGap, RecallStep } from '../rules/steps.ts'

/** A quantity, in the lot's own unit where one is said. */
export const amountOf = (quantity: number, unit: string | null = null): string =>
  [quantity.toLocaleString('vi-VN', { maximumFractionDigits: 3 }), unit].filter(Boolean).join(' ')

/** Goods that were made and never packed. */
export const looseWord = 'chưa đóng gói'

export const recallStatusWords = { open: 'Đang thu hồi', closed: 'Đã kết thúc' } as const satisfies Record<RecallStatus, string>
export const originWords = { voluntary: 'Tự nguyện', ordered: 'Bắt buộc' } as const satisfies Record<RecallOrigin, string>
export const authorityWords = {
  'provincial-officer': 'cơ quan OCOP tỉnh',
  'science-department': 'Sở Khoa học và Công nghệ',
  'trade-department': 'Sở Công Thương',
} as const satisfies Record<RecallAuthority, string>
export const handlingWords = {
  correct: 'Khắc phục lỗi sản phẩm, lỗi ghi nhãn',
  'change-use': 'Chuyển mục đích sử dụng',
  're-export': 'Tái xuất',
  destroy: 'Tiêu hủy',
} as const satisfies Record<Handling, string>
export const buyersDoWords = {
  return: 'Ngừng dùng, giữ lại và trả cho người bán',
  destroy: 'Ngừng dùng và bỏ đi, giữ lại tem hoặc ảnh',
} as const satisfies Record<BuyersDo, string>
export const tallyWords = {
  found: 'Tìm thấy, giữ riêng',
  'sold-elsewhere': 'Đã bán ngoài gian hàng này',
  returned: 'Người mua trả lại',
  sampled: 'Lấy mẫu kiểm nghiệm',
  destroyed: 'Đã tiêu hủy',
  handled: 'Đã xử lý cách khác',
} as const satisfies Record<TallyKind, string>
export const stepWords = {
  found: 'Tìm ra lô, đơn, người mua',
  decided: 'Cơ quan quyết định',
  partners: 'Báo điểm bán, đối tác',
  counted: 'Ghi sổ hàng lần đầu',
  closed: 'Kết thúc',
} as const satisfies Record<RecallStep, string>
export const gapWords = {
  undecided: () => 'Cơ quan chưa quyết định.',
  unreachable: (count: number) => `${count} đơn chưa báo được người mua: hãy gọi điện.`,
  silent: (count: number) => `${count} điểm bán, đối tác chưa xác nhận.`,
  missing: (count: number, unit: string) => `${amountOf(count, unit)} chưa rõ ở đâu.`,
  'in-hand': (count: number, unit: string) => `${amountOf(count, unit)} còn giữ, chưa xử lý.`,
  refunds: (count: number) => `${count} đơn còn phải hoàn tiền.`,
} as const satisfies Record<RecallGap, (count: number, unit: string) => string>
/** What the ledger of goods says of a line that a recall wrote. */
export const ledgerNote = (code: string) => `Thu hồi ${code}`
/** What the history of an order says that the recall ended. */
export const kindWords = { ...originWords, drill: 'Diễn tập' } as const
