import type { SellersQueue } from '../rules.ts'

export const waitingWords = {
  'to-check': (count: number) => `${count} đơn cần đối chiếu tiền`,
  'to-decide': (count: number) => `${count} đơn có tiền cần xử lý`,
  'to-hand-over': (count: number) => `${count} đơn đã trả tiền, chờ giao hàng`,
  sellers: (count: number) => `${count} người bán chờ xác minh`,
} satisfies Record<SellersQueue | 'sellers', (count: number) => string>
