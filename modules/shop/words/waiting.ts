import type { SellersQueue } from '../rules.ts'

export const waitingWords = {
  'to-confirm': (count: number) => `${count} đơn trả tiền khi nhận hàng, chờ bạn nhận đơn`,
  'to-check': (count: number) => `${count} đơn cần đối chiếu tiền`,
  'to-decide': (count: number) => `${count} đơn có tiền cần xử lý`,
  'to-hand-over': (count: number) => `${count} đơn chờ giao hàng`,
  'to-collect': (count: number) => `${count} đơn đã giao, chờ thu tiền`,
  listings: (count: number) => `${count} mặt hàng chờ duyệt`,
  returned: (count: number) => `${count} mặt hàng bị trả lại, chờ sửa`,
  'term-unknown': (count: number) => `${count} sản phẩm chưa rõ thời hạn giấy chứng nhận: hãy nộp giấy`,
  sellers: (count: number) => `${count} người bán có giấy tờ chờ xem, chờ xác minh`,
  'suspension-orders': (count: number) => `${count} yêu cầu tạm ngừng người bán chờ thực hiện`,
  'returned-papers': (count: number) => `${count} giấy tờ bị trả lại, chờ nộp lại`,
  suspensions: (count: number) => `${count} việc tạm ngừng gian hàng của bạn`,
} satisfies Record<
  SellersQueue | 'listings' | 'returned' | 'sellers' | 'term-unknown' | 'suspension-orders' | 'returned-papers' | 'suspensions',
  (count: number) => string
>
