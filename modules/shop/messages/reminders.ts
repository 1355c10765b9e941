import { formatMoment } from '@dacsan/vietnam'
import { peopleOfProducer } from '../../catalogue/index.ts'
import { remindOf } from '../../message.ts'
import type { Asking, Reminder } from '../../message.ts'
import { asBuyerReads, buyersOf, sample, valuesOf } from './about-order.ts'
import { selectHoldsEnding } from '../orders/order-to-tell.store.ts'

const work = { kind: 'work', pace: 'at-once' } as const

/** A hold ends so soon that its buyer, or the seller who has to look for the money, is told (minutes). */
const soon = { awaiting: 20, reported: 24 * 60, 'to-confirm': 4 * 60 }

export const orderReminders: readonly Reminder[] = [
  remindOf({
    ...work,
    hours: 'always',
    name: 'order.hold-ending',
    says: 'Sắp hết thời gian giữ hàng (gửi người mua)',
    sample: { ...sample, until: '09:30 01/12' },
    words: {
      vi: {
        subject: 'Đơn {code} sắp hết thời gian giữ hàng',
        text: '{producer} giữ hàng của đơn {code} đến {until}. Nếu đã chuyển khoản, hãy bấm Tôi đã chuyển khoản trên trang đơn hàng.',
        short: 'Don {code} giu hang den {until}. Neu da chuyen khoan, hay bao tren trang don hang.',
      },
      en: {
        subject: 'Order {code} is kept for a short time only',
        text: '{producer} keeps the goods of order {code} until {until}. If you have paid, say so on the page of the order.',
        short: 'Order {code} is kept until {until}. If you have paid, say so on its page.',
      },
      km: {
        subject: 'ការបញ្ជាទិញ {code} ជិតផុតពេលរក្សា',
        text: '{producer} រក្សាទំនិញនៃការបញ្ជាទិញ {code} រហូតដល់ {until}។ បើបានផ្ទេរប្រាក់ហើយ សូមប្រាប់នៅទំព័រការបញ្ជាទិញ។',
        short: 'Don {code} giu hang den {until}. Neu da chuyen khoan, hay bao tren trang don hang.',
      },
    },
    due: async ({ db, now }) =>
      (await selectHoldsEnding(db, { payment: 'awaiting', from: now, to: new Date(now.getTime() + soon.awaiting * 60_000) })).map(
        (order) => ({
          fact: `${order.id}:${order.holdUntil.toISOString()}`,
          to: buyersOf(order),
          ...asBuyerReads(order),
          object: ['order', order.id] as const,
          values: { ...valuesOf(order), until: formatMoment(order.holdUntil) },
        }),
      ),
  }),
  remindOf({
    ...work,
    name: 'order.money-to-check',
    says: 'Sắp hết hạn đối chiếu tiền (gửi người bán)',
    sample: { ...sample, until: '09:30 01/12' },
    words: {
      vi: {
        subject: 'Còn một ngày để đối chiếu tiền đơn {code}',
        text: 'Người mua báo đã chuyển {total} cho đơn {code}. Sau {until} hàng hết được giữ: hãy xem tài khoản và ghi nhận.',
        short: 'Don {code}: doi chieu tien truoc {until}.',
      },
      en: {
        subject: 'One day left to check the money of order {code}',
        text: 'The buyer says that {total} was transferred for order {code}. After {until} the goods are no longer kept: look at your account and note it.',
        short: 'Order {code}: check the money before {until}.',
      },
      km: {
        subject: 'នៅសល់មួយថ្ងៃដើម្បីផ្ទៀងប្រាក់នៃការបញ្ជាទិញ {code}',
        text: 'អ្នកទិញប្រាប់ថាបានផ្ទេរ {total} សម្រាប់ការបញ្ជាទិញ {code}។ ក្រោយ {until} ទំនិញលែងរក្សាទុក៖ សូមមើលគណនី ហើយកត់ត្រា។',
        short: 'Don {code}: doi chieu tien truoc {until}.',
      },
    },
    due: ordersEnding('reported'),
  }),
  remindOf({
    ...work,
    name: 'order.cash-to-confirm',
    says: 'Sắp hết hạn nhận đơn trả tiền khi nhận hàng (gửi người bán)',
    sample: { ...sample, until: '09:30 01/12' },
    words: {
      vi: {
        subject: 'Sắp hết hạn nhận đơn {code}',
        text: 'Đơn {code}, {total}, trả tiền khi nhận hàng, chờ bạn nhận trước {until}. Không nhận thì hàng về lại kệ.',
        short: 'Don COD {code}: nhan don truoc {until}.',
      },
      en: {
        subject: 'Order {code} waits for your answer',
        text: 'Order {code}, {total}, to be paid when the goods arrive, waits for you until {until}. After that the goods go back to the shelf.',
        short: 'Cash order {code}: take it before {until}.',
      },
      km: {
        subject: 'ការបញ្ជាទិញ {code} រង់ចាំអ្នក',
        text: 'ការបញ្ជាទិញ {code} តម្លៃ {total} បង់ប្រាក់ពេលទទួលទំនិញ រង់ចាំអ្នករហូតដល់ {until}។ ក្រោយពេលនោះទំនិញត្រឡប់ទៅធ្នើវិញ។',
        short: 'Don COD {code}: nhan don truoc {until}.',
      },
    },
    due: ordersEnding('to-confirm'),
  }),
]

/** The orders of sellers whose hold ends soon without an answer of theirs. */
function ordersEnding(payment: 'reported' | 'to-confirm') {
  return async (asking: Asking) => {
    const to = new Date(asking.now.getTime() + soon[payment] * 60_000)
    const orders = await selectHoldsEnding(asking.db, { payment, from: asking.now, to })
    return Promise.all(
      orders.map(async (order) => ({
        fact: `${order.id}:${order.holdUntil.toISOString()}`,
        to: await peopleOfProducer(asking, order.producerId),
        path: `/van-phong/ban-hang/don/${order.id}`,
        object: ['order', order.id] as const,
        values: { ...valuesOf(order), until: formatMoment(order.holdUntil) },
      })),
    )
  }
}
