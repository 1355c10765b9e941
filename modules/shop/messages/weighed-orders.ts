import { dong } from '@dacsan/vietnam'
import { tellOf } from '../../message.ts'
import type { Telling } from '../../message.ts'
import { sayDong } from '../../say.ts'
import { orderActs } from '../acts.ts'
import { aboutOrder, sample } from './about-order.ts'

const work = { kind: 'work', pace: 'at-once' } as const

/** What is told of orders once their goods lay on the scale: the last sum, and the right to leave where something is lighter than was said. */
export const weighedOrderMessages: readonly Telling[] = [
  tellOf(orderActs.weigh, {
    ...work,
    name: 'order.weighed',
    says: 'Đã cân hàng: tổng tiền theo cân thực (gửi người mua)',
    sample: { ...sample, back: '27.000 đ' },
    words: {
      vi: {
        subject: 'Đơn {code}: tổng theo cân thực {total}',
        text: '{producer} đã cân hàng của đơn {code}. Tổng tiền theo cân thực là {total}. Số tiền người bán phải hoàn cho bạn: {back}.',
        short: 'Don {code}: theo can thuc {total}. {producer} phai hoan {back}.',
      },
      en: {
        subject: 'Order {code}: {total} by the real weight',
        text: '{producer} weighed the goods of order {code}. The total by the real weight is {total}. What the seller owes you back: {back}.',
        short: 'Order {code}: {total} by the real weight. {producer} owes you back {back}.',
      },
      km: {
        subject: 'ការបញ្ជាទិញ {code}៖ {total} តាមទម្ងន់ពិត',
        text: '{producer} បានថ្លឹងទំនិញនៃការបញ្ជាទិញ {code}។ តម្លៃសរុបតាមទម្ងន់ពិតគឺ {total}។ ប្រាក់ដែលអ្នកលក់ត្រូវសងអ្នកវិញ៖ {back}។',
        short: 'Don {code}: theo can thuc {total}. {producer} phai hoan {back}.',
      },
    },
    tell: async ({ payload }, asking) => (payload.lightPieces > 0 ? [] : told(payload, asking)),
  }),
  tellOf(orderActs.weigh, {
    ...work,
    name: 'order.weighed-light',
    says: 'Hàng cân nhẹ hơn mức đã nói, được từ chối (gửi người mua)',
    sample: { ...sample, back: '27.000 đ' },
    words: {
      vi: {
        subject: 'Đơn {code}: hàng nhẹ hơn mức đã nói',
        text: 'Hàng của đơn {code} cân nhẹ hơn mức đã nói; tổng tiền theo cân thực là {total}, người bán phải hoàn cho bạn {back}. Bạn có thể nhận hàng, hoặc từ chối trước khi {producer} giao hàng và nhận lại đủ số tiền đã trả.',
        short: 'Don {code}: hang nhe hon da noi, {total}. Ban duoc tu choi truoc khi giao.',
      },
      en: {
        subject: 'Order {code}: lighter than said',
        text: 'The goods of order {code} are lighter than said; the total by the real weight is {total}, and the seller owes you back {back}. Take the goods, or refuse before {producer} hands them over and get back all that you paid.',
        short: 'Order {code}: lighter than said, {total}. You may refuse before it is handed over.',
      },
      km: {
        subject: 'ការបញ្ជាទិញ {code}៖ ទំនិញស្រាលជាងអ្វីដែលបាននិយាយ',
        text: 'ទំនិញនៃការបញ្ជាទិញ {code} ស្រាលជាងអ្វីដែលបាននិយាយ តម្លៃសរុបតាមទម្ងន់ពិតគឺ {total} ហើយអ្នកលក់ត្រូវសងអ្នកវិញ {back}។ អ្នកអាចទទួលទំនិញ ឬបដិសេធមុនពេល {producer} ប្រគល់ ហើយទទួលប្រាក់ដែលបានបង់វិញទាំងអស់។',
        short: 'Don {code}: hang nhe hon da noi, {total}. Ban duoc tu choi truoc khi giao.',
      },
    },
    tell: async ({ payload }, asking) => (payload.lightPieces > 0 ? told(payload, asking) : []),
  }),
]

async function told(
  { orderId, sumVnd, backVnd }: { orderId: Parameters<typeof aboutOrder.buyer>[0]; sumVnd: number; backVnd: number },
  asking: Parameters<typeof aboutOrder.buyer>[1],
) {
  return (await aboutOrder.buyer(orderId, asking)).map(({ order, values, ...one }) => ({
    ...one,
    values: { ...values, total: sayDong(order.language, dong(sumVnd)), back: sayDong(order.language, dong(backVnd)) },
  }))
}
