import { formatDong } from '@dacsan/vietnam'
import { peopleOfProducer } from '../catalogue/index.ts'
import type { ReadDb } from '../context.ts'
import { remindOf, tellOf } from '../message.ts'
import type { Asking, Contact, Recipient, Reminder, Telling } from '../message.ts'
import { lotActs } from '../traceability/rules.ts'
import { orderActs, sellerActs } from './acts.ts'
import { selectOrderToTell, selectHoldsEnding, selectBuyersOfLot, selectBuyer, selectProducerName } from './orders/order-to-tell.store.ts'
import type { OrderToTell } from './orders/order-to-tell.store.ts'
import type { OrderGroupId, OrderId } from './rules/ids.ts'

const work = { kind: 'work', pace: 'at-once' } as const
const sample = { code: 'DS7K2M9XQ4', producer: 'HTX Dừa sáp Cầu Kè', total: '180.000 đ' }

const when = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
})

const valuesOf = ({ code, producerName, totalVnd }: OrderToTell) => ({ code, producer: producerName, total: formatDong(totalVnd) })

type Side = 'seller' | 'buyer'
const aboutOrder = (side: Side) => async (orderId: OrderId, asking: Asking) => {
  const order = await selectOrderToTell(asking.db, orderId)
  if (!order) return []
  const to: Recipient[] = side === 'seller' ? await peopleOfProducer(asking, order.producerId) : buyersOf(order)
  // The secret link of a purchase is in nobody's list: whoever has no account finds the order by its code and telephone.
  const path = side === 'seller' ? `/van-phong/ban-hang/don/${order.id}` : '/don-hang'
  return [{ to, path, object: ['order', order.id] as const, values: valuesOf(order), order }]
}
const buyersOf = ({ groupId, userId }: { groupId: OrderGroupId; userId: OrderToTell['userId'] }): Recipient[] =>
  userId === null ? [groupId] : [groupId, userId]

const seller = aboutOrder('seller')
const buyer = aboutOrder('buyer')

export const shopMessages: readonly Telling[] = [
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
    tell: ({ payload }, asking) => seller(payload.orderId, asking),
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
      (await buyer(payload.orderId, asking)).map(({ order, values, ...told }) => ({
        ...told,
        values: { ...values, until: when.format(order.holdUntil) },
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
    tell: ({ payload }, asking) => buyer(payload.orderId, asking),
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
    tell: ({ payload }, asking) => buyer(payload.orderId, asking),
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
      (await selectBuyersOfLot(db, lotId)).map(({ orderId, code, groupId, userId, producerName, productName, lotNumber }) => ({
        to: buyersOf({ groupId, userId }),
        path: '/don-hang',
        object: ['order', orderId] as const,
        values: { product: productName, producer: producerName, lot: lotNumber, code, reason },
      })),
  }),
  tellOf(sellerActs.verify, {
    kind: 'law',
    pace: 'at-once',
    name: 'seller.verified',
    says: 'Đã xác minh người bán (gửi người bán)',
    sample: { producer: 'HTX Dừa sáp Cầu Kè' },
    words: {
      vi: {
        subject: 'Gian hàng đã được xác minh',
        text: '{producer} đã được xác minh là người bán. Bạn có thể đưa hàng lên kệ.',
        short: '{producer} da duoc xac minh la nguoi ban.',
      },
      en: {
        subject: 'Your stall is verified',
        text: '{producer} is verified as a seller. You can put goods on the shelf.',
        short: '{producer} is verified as a seller.',
      },
      km: {
        subject: 'តូបរបស់អ្នកត្រូវបានផ្ទៀងផ្ទាត់',
        text: '{producer} ត្រូវបានផ្ទៀងផ្ទាត់ជាអ្នកលក់។ អ្នកអាចដាក់ទំនិញលក់បាន។',
        short: '{producer} da duoc xac minh la nguoi ban.',
      },
    },
    tell: async ({ payload: { producerId } }, asking) => [
      {
        to: await peopleOfProducer(asking, producerId),
        path: '/van-phong/ban-hang/ke',
        object: ['producer', producerId] as const,
        values: { producer: await selectProducerName(asking.db, producerId) },
      },
    ],
  }),
  tellOf(sellerActs.suspend, {
    kind: 'law',
    pace: 'at-once',
    name: 'seller.suspended',
    says: 'Tạm ngừng người bán (gửi người bán)',
    sample: { producer: 'HTX Dừa sáp Cầu Kè', reason: 'thiếu giấy tờ' },
    words: {
      vi: {
        subject: 'Gian hàng bị tạm ngừng',
        text: 'Gian hàng của {producer} bị tạm ngừng. Lý do: {reason}. Hãy liên hệ cơ quan để khắc phục.',
        short: 'Gian hang cua {producer} bi tam ngung: {reason}.',
      },
      en: {
        subject: 'Your stall is suspended',
        text: 'The stall of {producer} is suspended. Reason: {reason}. Ask the office how to mend it.',
        short: 'The stall of {producer} is suspended: {reason}.',
      },
      km: {
        subject: 'តូបត្រូវបានផ្អាក',
        text: 'តូបរបស់ {producer} ត្រូវបានផ្អាក។ មូលហេតុ៖ {reason}។ សូមទាក់ទងការិយាល័យដើម្បីដោះស្រាយ។',
        short: 'Gian hang cua {producer} bi tam ngung: {reason}.',
      },
    },
    tell: async ({ payload: { producerId, reason } }, asking) => [
      {
        to: await peopleOfProducer(asking, producerId),
        path: '/van-phong/ban-hang',
        object: ['producer', producerId] as const,
        values: { producer: await selectProducerName(asking.db, producerId), reason },
      },
    ],
  }),
]

/** A hold ends so soon that its buyer, or the seller who has to look for the money, is told (minutes). */
const soon = { awaiting: 20, reported: 24 * 60 }

export const shopReminders: readonly Reminder[] = [
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
          path: '/don-hang',
          object: ['order', order.id] as const,
          values: { ...valuesOf(order), until: when.format(order.holdUntil) },
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
    due: async (asking) => {
      const to = new Date(asking.now.getTime() + soon.reported * 60_000)
      const orders = await selectHoldsEnding(asking.db, { payment: 'reported', from: asking.now, to })
      return Promise.all(
        orders.map(async (order) => ({
          fact: `${order.id}:${order.holdUntil.toISOString()}`,
          to: await peopleOfProducer(asking, order.producerId),
          path: `/van-phong/ban-hang/don/${order.id}`,
          object: ['order', order.id] as const,
          values: { ...valuesOf(order), until: when.format(order.holdUntil) },
        })),
      )
    },
  }),
]

/** Whoever bought without an account is reached by the telephone of the purchase, about that purchase alone, until it is erased. */
export const shopContacts = {
  grp: async (db: ReadDb, id: string): Promise<Contact | null> => {
    const found = await selectBuyer(db, id as OrderGroupId)
    return found?.phone ? { name: found.name, phone: found.phone, language: 'vi' } : null
  },
}
