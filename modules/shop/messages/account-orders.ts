import { tellOf } from '../../message.ts'
import type { Telling } from '../../message.ts'
import { orderActs } from '../acts.ts'
import { aboutOrder, paidBy, sample } from './about-order.ts'

const work = { kind: 'work', pace: 'at-once' } as const
const { seller, buyer } = aboutOrder

/** What is told of orders that are paid with the bill of the month. */
export const accountOrderMessages: readonly Telling[] = [
  tellOf(orderActs.place, {
    ...work,
    name: 'order.placed-account',
    says: 'Có đơn trả theo bảng kê tháng (gửi người bán)',
    sample,
    words: {
      vi: {
        subject: 'Đơn mới {code}, trả theo tháng: {total}',
        text: 'Có đơn {code}, {total}, của khách trả theo bảng kê tháng. Hãy chuẩn bị giao hàng.',
        short: 'Don moi {code}, tra theo thang: {total}.',
      },
      en: {
        subject: 'New order {code} on account: {total}',
        text: 'There is an order {code}, {total}, that is paid with the bill of the month. Please get the goods ready.',
        short: 'New order {code} on account: {total}.',
      },
      km: {
        subject: 'ការបញ្ជាទិញថ្មី {code} បង់តាមខែ៖ {total}',
        text: 'មានការបញ្ជាទិញ {code} តម្លៃ {total} ដែលអតិថិជនបង់តាមវិក្កយបត្រប្រចាំខែ។ សូមរៀបចំទំនិញ។',
        short: 'Don moi {code}, tra theo thang: {total}.',
      },
    },
    tell: async ({ payload }, asking) => paidBy('account', await seller(payload.orderId, asking)),
  }),
  tellOf(orderActs.place, {
    ...work,
    name: 'order.placed-account-buyer',
    says: 'Đã đặt đơn trả theo bảng kê tháng (gửi người mua)',
    sample,
    words: {
      vi: {
        subject: 'Đã đặt hàng: đơn {code}',
        text: '{producer} giữ hàng cho đơn {code} và chuẩn bị giao. {total} trả theo bảng kê tháng, không phải chuyển khoản bây giờ.',
        short: 'Don {code} cua {producer}: {total}, tra theo bang ke thang.',
      },
      en: {
        subject: 'Your order {code}',
        text: '{producer} keeps the goods of order {code} and gets them ready. {total} is paid with the bill of the month; no transfer is needed now.',
        short: 'Order {code} of {producer}: {total}, with the bill of the month.',
      },
      km: {
        subject: 'បានបញ្ជាទិញ៖ {code}',
        text: '{producer} រក្សាទំនិញសម្រាប់ការបញ្ជាទិញ {code} ហើយរៀបចំដឹកជញ្ជូន។ {total} បង់តាមវិក្កយបត្រប្រចាំខែ មិនចាំបាច់ផ្ទេរប្រាក់ឥឡូវទេ។',
        short: 'Don {code} cua {producer}: {total}, tra theo bang ke thang.',
      },
    },
    tell: async ({ payload }, asking) => paidBy('account', await buyer(payload.orderId, asking)),
  }),
]
