import { formatDong } from '@dacsan/vietnam'
import type { Dong } from '@dacsan/vietnam'

export const foundWords = {
  orders: 'Đơn hàng',
  order: (code: string, buyer: string) => `${code}: ${buyer}`,
  orderFacts: (phone: string, total: Dong, payment: string, fulfilment: string) =>
    [phone, formatDong(total), payment, fulfilment].filter(Boolean).join(' · '),
}
