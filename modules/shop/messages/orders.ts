import { dong, formatDong, formatMoment } from '@dacsan/vietnam'
import { tellOf } from '../../message.ts'
import type { Telling } from '../../message.ts'
import { lotActs } from '../../traceability/rules.ts'
import { orderActs } from '../acts.ts'
import { aboutOrder, asBuyerReads, buyersOf, fromShelf, paidBy, sample } from './about-order.ts'
import { selectBuyersOfLot } from '../orders/order-to-tell.store.ts'

const work = { kind: 'work', pace: 'at-once' } as const
const { seller, buyer } = aboutOrder

export const orderMessages: readonly Telling[] = [
  tellOf(orderActs.place, {
    ...work,
    name: 'order.placed',
    says: 'Có đơn hàng mới (gửi người bán)',
    sample,
    words: {
      vi: {
        subject: 'Đơn hàng mới {code}: {total}',
        text: 'Có đơn hàng mới {code}, {total}. Hàng đang được giữ chờ người mua chuyển khoản.',
        short: 'Don hang moi {code}: {total}.',
      },
      en: {
        subject: 'New order {code}: {total}',
        text: 'There is a new order {code}, {total}. The goods are kept while the buyer transfers the money.',
        short: 'New order {code}: {total}.',
      },
      km: {
        subject: 'ការបញ្ជាទិញថ្មី {code}៖ {total}',
        text: 'មានការបញ្ជាទិញថ្មី {code} តម្លៃ {total}។ ទំនិញកំពុងរក្សាទុករង់ចាំអ្នកទិញផ្ទេរប្រាក់។',
        short: 'Don hang moi {code}: {total}.',
      },
    },
    tell: async ({ payload }, asking) => paidBy('transfer', fromShelf(await seller(payload.orderId, asking))),
  }),
  tellOf(orderActs.place, {
    ...work,
    name: 'order.placed-buyer',
    says: 'Đã đặt hàng (gửi người mua)',
    sample: { ...sample, until: '09:30 01/12' },
    words: {
      vi: {
        subject: 'Đã đặt hàng: đơn {code}',
        text: '{producer} giữ hàng cho đơn {code}, {total}, đến {until}. Hãy chuyển khoản đúng nội dung là mã đơn.',
        short: '{producer} giu hang don {code}, {total}, den {until}. Noi dung chuyen khoan: {code}.',
      },
      en: {
        subject: 'Your order {code}',
        text: '{producer} keeps the goods of order {code}, {total}, until {until}. Write the code of the order into your transfer.',
        short: 'Order {code}, {total}, kept until {until}. Transfer text: {code}.',
      },
      km: {
        subject: 'បានបញ្ជាទិញ៖ {code}',
        text: '{producer} រក្សាទំនិញសម្រាប់ការបញ្ជាទិញ {code} តម្លៃ {total} រហូតដល់ {until}។ សូមផ្ទេរប្រាក់ដោយសរសេរលេខកូដបញ្ជាទិញ។',
        short: '{producer} giu hang don {code}, {total}, den {until}. Noi dung chuyen khoan: {code}.',
      },
    },
    tell: async ({ payload }, asking) =>
      paidBy('transfer', fromShelf(await buyer(payload.orderId, asking))).map(({ order, values, ...told }) => ({
        ...told,
        values: { ...values, until: formatMoment(order.holdUntil) },
      })),
  }),
  tellOf(orderActs['report-transfer'], {
    ...work,
    name: 'order.transfer-reported',
    says: 'Người mua báo đã chuyển khoản (gửi người bán)',
    sample,
    words: {
      vi: {
        subject: 'Đối chiếu tiền: đơn {code}',
        text: 'Người mua báo đã chuyển {total} cho đơn {code}. Hãy xem tài khoản rồi ghi nhận.',
        short: 'Nguoi mua bao da chuyen {total} cho don {code}. Hay doi chieu.',
      },
      en: {
        subject: 'Check the money of order {code}',
        text: 'The buyer says that {total} was transferred for order {code}. Look at your account and note it.',
        short: 'The buyer says that {total} was transferred for order {code}. Please check.',
      },
      km: {
        subject: 'សូមផ្ទៀងប្រាក់៖ ការបញ្ជាទិញ {code}',
        text: 'អ្នកទិញប្រាប់ថាបានផ្ទេរ {total} សម្រាប់ការបញ្ជាទិញ {code}។ សូមមើលគណនី រួចកត់ត្រា។',
        short: 'Nguoi mua bao da chuyen {total} cho don {code}. Hay doi chieu.',
      },
    },
    tell: ({ payload }, asking) => seller(payload.orderId, asking),
  }),
  tellOf(orderActs.cancel, {
    ...work,
    name: 'order.cancelled',
    says: 'Đơn hàng bị hủy (gửi bên kia)',
    sample,
    words: {
      vi: {
        subject: 'Đơn {code} đã bị hủy',
        text: 'Đơn {code} ({producer}, {total}) đã bị hủy.',
        short: 'Don {code} ({producer}) da bi huy.',
      },
      en: {
        subject: 'Order {code} was cancelled',
        text: 'Order {code} ({producer}, {total}) was cancelled.',
        short: 'Order {code} ({producer}) was cancelled.',
      },
      km: {
        subject: 'ការបញ្ជាទិញ {code} ត្រូវបានបោះបង់',
        text: 'ការបញ្ជាទិញ {code} ({producer}, {total}) ត្រូវបានបោះបង់។',
        short: 'Don {code} ({producer}) da bi huy.',
      },
    },
    tell: ({ payload }, asking) => (payload.by === 'buyer' ? seller : buyer)(payload.orderId, asking),
  }),
  tellOf(orderActs.expire, {
    ...work,
    name: 'order.expired',
    says: 'Hết thời gian giữ hàng (gửi người mua)',
    sample,
    words: {
      vi: {
        subject: 'Đơn {code} hết thời gian giữ hàng',
        text: 'Đơn {code} hết thời gian giữ hàng vì chưa thấy tiền. Nếu bạn đã chuyển khoản, hãy gọi {producer}.',
        short: 'Don {code} het thoi gian giu hang. Neu da chuyen khoan, hay goi {producer}.',
      },
      en: {
        subject: 'Order {code} is no longer kept',
        text: 'Order {code} is no longer kept because no money was seen. If you have paid, call {producer}.',
        short: 'Order {code} is no longer kept. If you have paid, call {producer}.',
      },
      km: {
        subject: 'ការបញ្ជាទិញ {code} ផុតពេលរក្សាទំនិញ',
        text: 'ការបញ្ជាទិញ {code} ផុតពេលរក្សាទំនិញ ព្រោះមិនទាន់ឃើញប្រាក់។ បើអ្នកបានផ្ទេរហើយ សូមទូរស័ព្ទទៅ {producer}។',
        short: 'Don {code} het thoi gian giu hang. Neu da chuyen khoan, hay goi {producer}.',
      },
    },
    // Whoever was to pay once the goods are there is told in other words.
    tell: async ({ payload }, asking) =>
      paidBy('transfer', await buyer(payload.orderId, asking)).filter(({ order }) => order.pays !== 'when-there'),
  }),
  tellOf(orderActs['receive-payment'], {
    ...work,
    name: 'payment.received',
    says: 'Người bán đã nhận tiền (gửi người mua)',
    sample,
    words: {
      vi: {
        subject: 'Đã nhận tiền đơn {code}',
        text: '{producer} đã nhận tiền của đơn {code} và sẽ giao hàng.',
        short: '{producer} da nhan tien don {code} va se giao hang.',
      },
      en: {
        subject: 'Payment of order {code} received',
        text: '{producer} has the money of order {code} and will hand over the goods.',
        short: '{producer} has the money of order {code}.',
      },
      km: {
        subject: 'បានទទួលប្រាក់នៃការបញ្ជាទិញ {code}',
        text: '{producer} បានទទួលប្រាក់នៃការបញ្ជាទិញ {code} ហើយនឹងប្រគល់ទំនិញ។',
        short: '{producer} da nhan tien don {code} va se giao hang.',
      },
    },
    // Of part of the money, or of money that came too late, nobody says that goods will follow.
    tell: async ({ payload }, asking) => (payload.payment === 'paid' || payload.payment === 'over' ? buyer(payload.orderId, asking) : []),
  }),
  tellOf(orderActs['receive-payment'], {
    ...work,
    name: 'payment.late',
    says: 'Tiền đến khi đơn đã đóng (gửi người mua)',
    sample: { ...sample, amount: '180.000 đ' },
    words: {
      vi: {
        subject: 'Tiền của đơn {code} đã đến, đơn đã đóng',
        text: '{producer} đã nhận {amount} của đơn {code}, nhưng đơn đã đóng. Người bán sẽ giữ lại hàng nếu còn, hoặc hoàn tiền cho bạn.',
        short: '{producer} da nhan {amount} don {code} da dong: se giu lai hang hoac hoan tien.',
      },
      en: {
        subject: 'Your money for order {code} came after it was closed',
        text: '{producer} has {amount} for order {code}, which was closed. The seller will keep the goods for you if there are any, or send the money back.',
        short: '{producer} has {amount} for closed order {code}: goods if there are any, or the money back.',
      },
      km: {
        subject: 'ប្រាក់នៃការបញ្ជាទិញ {code} មកដល់ក្រោយពេលបិទ',
        text: '{producer} បានទទួល {amount} សម្រាប់ការបញ្ជាទិញ {code} ដែលបានបិទ។ អ្នកលក់នឹងរក្សាទំនិញបើនៅមាន ឬប្រគល់ប្រាក់វិញ។',
        short: '{producer} da nhan {amount} don {code} da dong: se giu lai hang hoac hoan tien.',
      },
    },
    tell: async ({ payload }, asking) =>
      payload.payment === 'to-settle'
        ? (await buyer(payload.orderId, asking)).map(({ values, ...told }) => ({
            ...told,
            values: { ...values, amount: formatDong(dong(payload.amountVnd)) },
          }))
        : [],
  }),
  tellOf(orderActs['refund-payment'], {
    ...work,
    name: 'payment.refunded',
    says: 'Người bán đã hoàn tiền (gửi người mua)',
    sample,
    words: {
      vi: {
        subject: 'Đã hoàn tiền đơn {code}',
        text: '{producer} ghi nhận đã hoàn tiền cho đơn {code}.',
        short: '{producer} da hoan tien don {code}.',
      },
      en: {
        subject: 'Money of order {code} was paid back',
        text: '{producer} notes that the money of order {code} was paid back.',
        short: '{producer} paid back the money of order {code}.',
      },
      km: {
        subject: 'បានសងប្រាក់នៃការបញ្ជាទិញ {code}',
        text: '{producer} កត់ត្រាថាបានសងប្រាក់នៃការបញ្ជាទិញ {code}។',
        short: '{producer} da hoan tien don {code}.',
      },
    },
    tell: ({ payload }, asking) => buyer(payload.orderId, asking),
  }),
  tellOf(orderActs['hand-over'], {
    ...work,
    name: 'order.handed-over',
    says: 'Đã giao hàng (gửi người mua)',
    sample,
    words: {
      vi: { subject: 'Đơn {code} đã giao', text: '{producer} đã giao hàng của đơn {code}.', short: '{producer} da giao hang don {code}.' },
      en: {
        subject: 'Order {code} was handed over',
        text: '{producer} handed over the goods of order {code}.',
        short: '{producer} handed over order {code}.',
      },
      km: {
        subject: 'ការបញ្ជាទិញ {code} ត្រូវបានប្រគល់',
        text: '{producer} បានប្រគល់ទំនិញនៃការបញ្ជាទិញ {code}។',
        short: '{producer} da giao hang don {code}.',
      },
    },
    tell: ({ payload }, asking) => buyer(payload.orderId, asking),
  }),
  tellOf(lotActs.recall, {
    kind: 'safety',
    pace: 'at-once',
    name: 'lot.recalled-buyers',
    says: 'Lô hàng bị thu hồi (gửi người mua)',
    sample: {
      product: 'Mật hoa dừa',
      producer: 'HTX Dừa sáp Cầu Kè',
      lot: 'L2026-11',
      code: 'DS7K2M9XQ4',
      reason: 'kiểm nghiệm không đạt',
    },
    words: {
      vi: {
        subject: 'Thu hồi {product}, lô {lot}',
        text: '{product} của {producer} trong đơn {code}, lô {lot}, bị thu hồi. Lý do: {reason}. Hãy ngừng dùng và liên hệ người bán.',
        short: 'THU HOI: {product} lo {lot} trong don {code} cua ban. Hay ngung dung va goi {producer}.',
      },
      en: {
        subject: 'Recall of {product}, lot {lot}',
        text: '{product} of {producer} in your order {code}, lot {lot}, is recalled. Reason: {reason}. Stop using it and call the seller.',
        short: 'RECALL: {product} lot {lot} in your order {code}. Stop using it and call {producer}.',
      },
      km: {
        subject: 'ប្រមូល {product} ឡូតិ៍ {lot} មកវិញ',
        text: '{product} របស់ {producer} ក្នុងការបញ្ជាទិញ {code} ឡូតិ៍ {lot} ត្រូវប្រមូលមកវិញ។ មូលហេតុ៖ {reason}។ សូមឈប់ប្រើ ហើយទាក់ទងអ្នកលក់។',
        short: 'THU HOI: {product} lo {lot} trong don {code} cua ban. Hay ngung dung va goi {producer}.',
      },
    },
    tell: async ({ payload: { lotId, reason } }, { db }) =>
      (await selectBuyersOfLot(db, lotId)).map(({ orderId, code, groupId, userId, language, producerName, productName, lotNumber }) => ({
        to: buyersOf({ groupId, userId }),
        ...asBuyerReads({ language }),
        object: ['order', orderId] as const,
        values: { product: productName, producer: producerName, lot: lotNumber, code, reason },
      })),
  }),
]
