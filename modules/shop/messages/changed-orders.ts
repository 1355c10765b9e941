import { tellOf } from '../../message.ts'
import type { Telling } from '../../message.ts'
import { orderActs } from '../acts.ts'
import { aboutOrder, sample } from './about-order.ts'

const work = { kind: 'work', pace: 'at-once' } as const
const { seller } = aboutOrder

/** What the seller is told when a buyer changes an order before it is packed. */
export const changedOrderMessages: readonly Telling[] = [
  tellOf(orderActs.change, {
    ...work,
    name: 'order.changed',
    says: 'Người mua đổi đơn chưa đóng gói (gửi người bán)',
    sample,
    words: {
      vi: {
        subject: 'Đơn {code}: người mua đã đổi',
        text: 'Người mua đã đổi thông tin của đơn {code}. Hãy xem lại trước khi đóng gói; nhãn đã in thì in lại.',
        short: 'Don {code}: nguoi mua da doi thong tin. Xem lai truoc khi dong goi.',
      },
      en: {
        subject: 'Order {code} was changed by its buyer',
        text: 'The buyer changed order {code}. Look at it before you pack it, and print its label again.',
        short: 'The buyer changed order {code}. Look before you pack it.',
      },
      km: {
        subject: 'ការបញ្ជាទិញ {code}៖ អ្នកទិញបានប្ដូរ',
        text: 'អ្នកទិញបានប្ដូរព័ត៌មាននៃការបញ្ជាទិញ {code}។ សូមពិនិត្យមុនវេចខ្ចប់ ស្លាកដែលបានបោះពុម្ព សូមបោះពុម្ពម្ដងទៀត។',
        short: 'Don {code}: nguoi mua da doi thong tin. Xem lai truoc khi dong goi.',
      },
    },
    tell: ({ payload }, asking) => seller(payload.orderId, asking),
  }),
  tellOf(orderActs['cut-goods'], {
    ...work,
    name: 'order.goods-cut',
    says: 'Người mua bớt hàng của đơn chưa đóng gói (gửi người bán)',
    sample,
    words: {
      vi: {
        subject: 'Đơn {code}: người mua bớt hàng',
        text: 'Người mua đã bớt hàng của đơn {code}. Hàng bớt đã về lại kệ. Nếu đã nhận tiền, hãy hoàn phần thừa.',
        short: 'Don {code}: nguoi mua bot hang. Neu da nhan tien, hay hoan phan thua.',
      },
      en: {
        subject: 'Order {code}: the buyer wants fewer goods',
        text: 'The buyer took goods out of order {code}; they are back on your shelf. If you have the money, pay the rest back.',
        short: 'Order {code}: fewer goods. If you have the money, pay the rest back.',
      },
      km: {
        subject: 'ការបញ្ជាទិញ {code}៖ អ្នកទិញបន្ថយទំនិញ',
        text: 'អ្នកទិញបានបន្ថយទំនិញនៃការបញ្ជាទិញ {code}។ ទំនិញនោះត្រឡប់ទៅធ្នើរវិញ។ បើបានទទួលប្រាក់ សូមសងផ្នែកដែលលើស។',
        short: 'Don {code}: nguoi mua bot hang. Neu da nhan tien, hay hoan phan thua.',
      },
    },
    tell: ({ payload }, asking) => seller(payload.orderId, asking),
  }),
]
