import type { SellersQueue } from '../rules.ts'

export const waitingWords = {
  'to-check': (count: number) => `${count} đơn cần đối chiếu tiền`,
  'to-decide': (count: number) => `${count} đơn có tiền cần xử lý`,
  'to-hand-over': (count: number) => `${count} đơn đã trả tiền, chờ giao hàng`,
  listings: (count: number) => `${count} mặt hàng chờ duyệt`,
  returned: (count: number) => `${count} mặt hàng bị trả lại, chờ sửa`,
  'term-unknown': (count: number) => `${count} sản phẩm chưa rõ thời hạn giấy chứng nhận: hãy nộp giấy`,
  sellers: (count: number) => `${count} người bán chờ xác minh`,
} satisfies Record<SellersQueue | 'listings' | 'returned' | 'sellers' | 'term-unknown', (count: number) => string>
