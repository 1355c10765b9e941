import { formatMoment } from '@dacsan/vietnam'
import { tellOf } from '../../message.ts'
import type { Telling } from '../../message.ts'
import { orderActs } from '../acts.ts'
import { aboutOrder, paidBy, sample } from './about-order.ts'

const work = { kind: 'work', pace: 'at-once' } as const
const { seller, buyer } = aboutOrder

/** What is told of orders that are paid when their goods arrive. */
export const cashOrderMessages: readonly Telling[] = [
  tellOf(orderActs.place, {
    ...work,
    name: 'order.placed-cash',
    says: 'Có đơn trả tiền khi nhận hàng (gửi người bán)',
    sample: { ...sample, until: '09:30 01/12' },
    words: {
      vi: {
        subject: 'Đơn COD mới {code}: {total}',
        text: 'Có đơn {code}, {total}, người mua trả tiền khi nhận hàng. Hãy nhận đơn trước {until}, nếu không hàng về lại kệ.',
        short: 'Don COD moi {code}: {total}. Nhan don truoc {until}.',
      },
      en: {
        subject: 'New cash order {code}: {total}',
        text: 'There is an order {code}, {total}, to be paid when the goods arrive. Take it before {until}, or the goods go back to the shelf.',
        short: 'New cash order {code}: {total}. Take it before {until}.',
      },
      km: {
        subject: 'ការបញ្ជាទិញ COD ថ្មី {code}៖ {total}',
        text: 'មានការបញ្ជាទិញ {code} តម្លៃ {total} អ្នកទិញបង់ប្រាក់ពេលទទួលទំនិញ។ សូមទទួលការបញ្ជាទិញមុន {until} បើមិនដូច្នេះទំនិញត្រឡប់ទៅធ្នើវិញ។',
        short: 'Don COD moi {code}: {total}. Nhan don truoc {until}.',
      },
    },
    tell: async ({ payload }, asking) =>
      paidBy('cod', await seller(payload.orderId, asking)).map(({ order, values, ...told }) => ({
        ...told,
        values: { ...values, until: formatMoment(order.holdUntil) },
      })),
  }),
  tellOf(orderActs.place, {
    ...work,
    name: 'order.placed-cash-buyer',
    says: 'Đã đặt đơn trả tiền khi nhận hàng (gửi người mua)',
    sample,
    words: {
      vi: {
        subject: 'Đã đặt hàng: đơn {code}',
        text: '{producer} giữ hàng cho đơn {code} và sẽ nhận đơn. Bạn trả {total} khi nhận hàng, không phải chuyển khoản.',
        short: 'Don {code} cua {producer}: tra {total} khi nhan hang.',
      },
      en: {
        subject: 'Your order {code}',
        text: '{producer} keeps the goods of order {code} and will confirm it. You pay {total} when the goods arrive; no transfer is needed.',
        short: 'Order {code} of {producer}: pay {total} when it arrives.',
      },
      km: {
        subject: 'បានបញ្ជាទិញ៖ {code}',
        text: '{producer} រក្សាទំនិញសម្រាប់ការបញ្ជាទិញ {code} ហើយនឹងបញ្ជាក់។ អ្នកបង់ {total} ពេលទទួលទំនិញ មិនចាំបាច់ផ្ទេរប្រាក់ទេ។',
        short: 'Don {code} cua {producer}: tra {total} khi nhan hang.',
      },
    },
    tell: async ({ payload }, asking) => paidBy('cod', await buyer(payload.orderId, asking)),
  }),
  tellOf(orderActs['confirm-cash'], {
    ...work,
    name: 'order.cash-confirmed',
    says: 'Người bán nhận đơn trả tiền khi nhận hàng (gửi người mua)',
    sample,
    words: {
      vi: {
        subject: 'Người bán đã nhận đơn {code}',
        text: '{producer} đã nhận đơn {code} và sẽ giao hàng. Bạn trả {total} khi nhận hàng.',
        short: '{producer} da nhan don {code}. Tra {total} khi nhan hang.',
      },
      en: {
        subject: 'Order {code} is confirmed',
        text: '{producer} took order {code} and will bring the goods. You pay {total} when they arrive.',
        short: '{producer} took order {code}. Pay {total} when it arrives.',
      },
      km: {
        subject: 'អ្នកលក់បានទទួលការបញ្ជាទិញ {code}',
        text: '{producer} បានទទួលការបញ្ជាទិញ {code} ហើយនឹងដឹកទំនិញ។ អ្នកបង់ {total} ពេលទទួលទំនិញ។',
        short: '{producer} da nhan don {code}. Tra {total} khi nhan hang.',
      },
    },
    tell: ({ payload }, asking) => buyer(payload.orderId, asking),
  }),
  tellOf(orderActs.expire, {
    ...work,
    name: 'order.expired-cash',
    says: 'Người bán không nhận đơn trả tiền khi nhận hàng (gửi người mua)',
    sample,
    words: {
      vi: {
        subject: 'Đơn {code} không được nhận',
        text: '{producer} không nhận đơn {code} kịp thời nên đơn đã hết. Bạn không phải trả tiền; có thể gọi người bán hoặc đặt lại.',
        short: 'Don {code} het han vi {producer} chua nhan don. Ban khong phai tra tien.',
      },
      en: {
        subject: 'Order {code} was not confirmed',
        text: '{producer} did not confirm order {code} in time, so it ended. You owe nothing; call the seller or order again.',
        short: 'Order {code} ended: {producer} did not confirm it. You owe nothing.',
      },
      km: {
        subject: 'ការបញ្ជាទិញ {code} មិនត្រូវបានទទួល',
        text: '{producer} មិនបានទទួលការបញ្ជាទិញ {code} ទាន់ពេល ដូច្នេះវាផុតកំណត់។ អ្នកមិនជំពាក់អ្វីទេ អាចទូរស័ព្ទទៅអ្នកលក់ ឬបញ្ជាទិញម្ដងទៀត។',
        short: 'Don {code} het han vi {producer} chua nhan don. Ban khong phai tra tien.',
      },
    },
    tell: async ({ payload }, asking) => paidBy('cod', await buyer(payload.orderId, asking)),
  }),
  tellOf(orderActs['receive-cash'], {
    ...work,
    name: 'payment.cash-received',
    says: 'Người bán đã nhận tiền mặt (gửi người mua)',
    sample,
    words: {
      vi: {
        subject: 'Đã nhận tiền mặt của đơn {code}',
        text: '{producer} ghi nhận đã thu tiền của đơn {code}. Cảm ơn bạn.',
        short: '{producer} da thu tien don {code}.',
      },
      en: {
        subject: 'Cash of order {code} received',
        text: '{producer} noted the cash of order {code}. Thank you.',
        short: '{producer} has the cash of order {code}.',
      },
      km: {
        subject: 'បានទទួលប្រាក់សុទ្ធនៃការបញ្ជាទិញ {code}',
        text: '{producer} បានកត់ត្រាថាទទួលប្រាក់នៃការបញ្ជាទិញ {code}។ សូមអរគុណ។',
        short: '{producer} da thu tien don {code}.',
      },
    },
    tell: ({ payload }, asking) => buyer(payload.orderId, asking),
  }),
  tellOf(orderActs['take-back'], {
    ...work,
    name: 'order.taken-back',
    says: 'Hàng chưa giao được đã quay về (gửi người mua)',
    sample,
    words: {
      vi: {
        subject: 'Hàng của đơn {code} đã quay về',
        text: 'Hàng của đơn {code} chưa giao được và đã quay về {producer}. Đơn đã kết thúc, bạn không phải trả tiền.',
        short: 'Don {code}: hang da quay ve {producer}. Ban khong phai tra tien.',
      },
      en: {
        subject: 'Goods of order {code} went back',
        text: 'The goods of order {code} could not be handed to you and went back to {producer}. The order ended, you owe nothing.',
        short: 'Order {code}: the goods went back to {producer}. You owe nothing.',
      },
      km: {
        subject: 'ទំនិញនៃការបញ្ជាទិញ {code} ត្រឡប់ទៅវិញ',
        text: 'ទំនិញនៃការបញ្ជាទិញ {code} ប្រគល់មិនបាន ហើយត្រឡប់ទៅ {producer} វិញ។ ការបញ្ជាទិញបានបញ្ចប់ អ្នកមិនជំពាក់អ្វីទេ។',
        short: 'Don {code}: hang da quay ve {producer}. Ban khong phai tra tien.',
      },
    },
    tell: ({ payload }, asking) => buyer(payload.orderId, asking),
  }),
]
