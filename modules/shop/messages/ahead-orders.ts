import { dateInVietnam, formatDate, formatMoment } from '@dacsan/vietnam'
import { remindOf, tellOf } from '../../message.ts'
import type { Reminder, Telling } from '../../message.ts'
import { orderActs } from '../acts.ts'
import { selectLate } from '../orders/order-to-tell.store.ts'
import type { OrderToTell } from '../orders/order-to-tell.store.ts'
import { aboutOrder, buyersOf, sample, valuesOf } from './about-order.ts'

const work = { kind: 'work', pace: 'at-once' } as const
const { seller, buyer } = aboutOrder
const aheadSample = { ...sample, day: '20/01/2027' }

type About = { order: OrderToTell; values: ReturnType<typeof valuesOf> }

/** Only orders that were placed before their goods exist, each with the day by which they do. */
const aheadOf = <T extends About>(told: readonly T[], pays?: OrderToTell['pays']) =>
  told
    .filter(({ order }) => order.dueOn !== null && (pays === undefined || order.pays === pays))
    .map(({ order, values, ...rest }) => ({ ...rest, order, values: { ...values, day: formatDate(order.dueOn!) } }))
const withoutOrder = <T extends { order: OrderToTell }>(told: readonly T[]) => told.map(({ order: _order, ...rest }) => rest)

export const aheadMessages: readonly Telling[] = [
  tellOf(orderActs.place, {
    ...work,
    name: 'order.ahead-placed',
    says: 'Có đơn đặt trước mới (gửi người bán)',
    sample: aheadSample,
    words: {
      vi: {
        subject: 'Đơn đặt trước {code}: {total}',
        text: 'Có đơn đặt trước {code}, {total}, hẹn có hàng ngày {day}. Hàng chưa có nên chưa giữ gì trên kệ; khi nhập kho, hàng được chia theo thứ tự đặt.',
        short: 'Don dat truoc {code}: {total}, hen co hang {day}.',
      },
      en: {
        subject: 'Order ahead {code}: {total}',
        text: 'There is an order ahead {code}, {total}, promised for {day}. Nothing of it lies on the shelf yet; once it does, goods go to whoever ordered first.',
        short: 'Order ahead {code}: {total}, promised for {day}.',
      },
      km: {
        subject: 'ការបញ្ជាទិញមុន {code}៖ {total}',
        text: 'មានការបញ្ជាទិញមុន {code} តម្លៃ {total} សន្យាមានទំនិញថ្ងៃ {day}។ ទំនិញមិនទាន់មាន ពេលចូលឃ្លាំង នឹងចែកតាមលំដាប់បញ្ជាទិញ។',
        short: 'Don dat truoc {code}: {total}, hen co hang {day}.',
      },
    },
    tell: async ({ payload }, asking) => withoutOrder(aheadOf(await seller(payload.orderId, asking))),
  }),
  tellOf(orderActs.place, {
    ...work,
    name: 'order.ahead-placed-buyer',
    says: 'Đã đặt trước, chuyển khoản ngay (gửi người mua)',
    sample: { ...aheadSample, until: '09:30 01/12' },
    words: {
      vi: {
        subject: 'Đã đặt trước: đơn {code}',
        text: 'Bạn đặt trước đơn {code} của {producer}, {total}, hẹn có hàng ngày {day}. Phần của bạn được giữ đến {until}: hãy chuyển khoản đúng nội dung là mã đơn. Quá ngày hẹn mà chưa có hàng, bạn được hủy và nhận lại đủ tiền.',
        short: 'Dat truoc don {code}, {total}, co hang {day}. Chuyen khoan truoc {until}, noi dung {code}.',
      },
      en: {
        subject: 'Your order ahead {code}',
        text: 'You ordered {code} of {producer} ahead, {total}, promised for {day}. Your part is kept until {until}: write the code of the order into your transfer. If the goods are late, you may cancel and get all your money back.',
        short: 'Order ahead {code}, {total}, goods on {day}. Pay before {until}, text: {code}.',
      },
      km: {
        subject: 'បានបញ្ជាទិញមុន៖ {code}',
        text: 'អ្នកបានបញ្ជាទិញមុន {code} ពី {producer} តម្លៃ {total} សន្យាមានទំនិញថ្ងៃ {day}។ ចំណែករបស់អ្នករក្សាទុកដល់ {until}៖ សូមផ្ទេរប្រាក់ដោយសរសេរលេខកូដបញ្ជាទិញ។ បើទំនិញយឺត អ្នកអាចបោះបង់ ហើយទទួលប្រាក់វិញទាំងអស់។',
        short: 'Dat truoc don {code}, {total}, co hang {day}. Chuyen khoan truoc {until}, noi dung {code}.',
      },
    },
    tell: async ({ payload }, asking) =>
      aheadOf(await buyer(payload.orderId, asking), 'now').map(({ order, values, ...told }) => ({
        ...told,
        values: { ...values, until: formatMoment(order.holdUntil) },
      })),
  }),
  tellOf(orderActs.place, {
    ...work,
    name: 'order.ahead-placed-pays-later',
    says: 'Đã đặt trước, trả tiền khi có hàng (gửi người mua)',
    sample: aheadSample,
    words: {
      vi: {
        subject: 'Đã đặt trước: đơn {code}',
        text: 'Bạn đặt trước đơn {code} của {producer}, {total}, hẹn có hàng ngày {day}. Bạn chưa phải trả gì: khi có hàng, bạn được báo để chuyển khoản.',
        short: 'Dat truoc don {code}, {total}, co hang {day}. Chua phai tra tien, se bao khi co hang.',
      },
      en: {
        subject: 'Your order ahead {code}',
        text: 'You ordered {code} of {producer} ahead, {total}, promised for {day}. Nothing is to be paid yet: you are told once the goods are there.',
        short: 'Order ahead {code}, {total}, goods on {day}. Nothing to pay yet.',
      },
      km: {
        subject: 'បានបញ្ជាទិញមុន៖ {code}',
        text: 'អ្នកបានបញ្ជាទិញមុន {code} ពី {producer} តម្លៃ {total} សន្យាមានទំនិញថ្ងៃ {day}។ មិនទាន់ត្រូវបង់ប្រាក់ទេ៖ ពេលមានទំនិញ អ្នកនឹងទទួលដំណឹង។',
        short: 'Dat truoc don {code}, {total}, co hang {day}. Chua phai tra tien, se bao khi co hang.',
      },
    },
    tell: async ({ payload }, asking) => withoutOrder(aheadOf(await buyer(payload.orderId, asking), 'when-there')),
  }),
  tellOf(orderActs.allot, {
    ...work,
    name: 'order.allotted',
    says: 'Đơn đặt trước đã có hàng (gửi người mua)',
    sample,
    words: {
      vi: {
        subject: 'Đơn {code} đã có hàng',
        text: 'Hàng bạn đặt trước ở đơn {code} của {producer} đã có và được giữ cho bạn. Người bán đang chuẩn bị giao.',
        short: 'Don {code} da co hang, {producer} dang chuan bi giao.',
      },
      en: {
        subject: 'The goods of order {code} are there',
        text: 'What you ordered ahead in {code} of {producer} is there and kept for you. The seller prepares to hand it over.',
        short: 'The goods of order {code} are there, {producer} prepares them.',
      },
      km: {
        subject: 'ការបញ្ជាទិញ {code} មានទំនិញហើយ',
        text: 'ទំនិញដែលអ្នកបញ្ជាទិញមុនក្នុង {code} ពី {producer} មានហើយ និងរក្សាទុកសម្រាប់អ្នក។ អ្នកលក់កំពុងរៀបចំប្រគល់។',
        short: 'Don {code} da co hang, {producer} dang chuan bi giao.',
      },
    },
    tell: async ({ payload }, asking) => withoutOrder((await buyer(payload.orderId, asking)).filter(({ order }) => order.pays === 'now')),
  }),
  tellOf(orderActs.allot, {
    ...work,
    name: 'order.allotted-to-pay',
    says: 'Đơn đặt trước đã có hàng, mời trả tiền (gửi người mua)',
    sample: { ...sample, until: '09:30 01/12' },
    words: {
      vi: {
        subject: 'Đơn {code} đã có hàng, mời chuyển khoản',
        text: 'Hàng bạn đặt trước ở đơn {code} của {producer} đã có và được giữ đến {until}. Hãy mở trang đơn hàng và chuyển khoản {total}, nội dung là mã đơn.',
        short: 'Don {code} da co hang. Chuyen khoan {total} truoc {until}, noi dung {code}.',
      },
      en: {
        subject: 'The goods of order {code} are there, please pay',
        text: 'What you ordered ahead in {code} of {producer} is there and kept until {until}. Open the page of the order and transfer {total} with its code.',
        short: 'The goods of order {code} are there. Pay {total} before {until}, text: {code}.',
      },
      km: {
        subject: 'ការបញ្ជាទិញ {code} មានទំនិញហើយ សូមផ្ទេរប្រាក់',
        text: 'ទំនិញដែលអ្នកបញ្ជាទិញមុនក្នុង {code} ពី {producer} មានហើយ និងរក្សាទុកដល់ {until}។ សូមបើកទំព័របញ្ជាទិញ ហើយផ្ទេរ {total} ដោយសរសេរលេខកូដ។',
        short: 'Don {code} da co hang. Chuyen khoan {total} truoc {until}, noi dung {code}.',
      },
    },
    tell: async ({ payload }, asking) =>
      (await buyer(payload.orderId, asking))
        .filter(({ order }) => order.pays === 'when-there')
        .map(({ order, values, ...told }) => ({ ...told, values: { ...values, until: formatMoment(order.holdUntil) } })),
  }),
  tellOf(orderActs['run-short'], {
    ...work,
    name: 'order.run-short',
    says: 'Đơn đặt trước bị thiếu hàng (gửi người mua)',
    sample,
    words: {
      vi: {
        subject: 'Đơn {code} bị thiếu hàng: chờ hoặc nhận lại tiền',
        text: '{producer} báo không đủ hàng cho đơn đặt trước {code}, {total}. Bạn có thể chờ: phần của bạn được chia sau khi đủ hàng. Hoặc mở trang đơn hàng và hủy đơn: bạn được hoàn đủ số tiền đã trả.',
        short: 'Don {code} thieu hang. Ban co the cho, hoac huy tren trang don hang va nhan lai du tien.',
      },
      en: {
        subject: 'There is too little for order {code}: wait, or get your money back',
        text: '{producer} says that there is too little for your order ahead {code}, {total}. You may wait: your part comes once there is enough. Or open the page of the order and cancel it: all you paid goes back to you.',
        short: 'Too little for order {code}. Wait, or cancel on its page and get all your money back.',
      },
      km: {
        subject: 'ការបញ្ជាទិញ {code} ខ្វះទំនិញ៖ រង់ចាំ ឬទទួលប្រាក់វិញ',
        text: '{producer} ប្រាប់ថាមិនមានទំនិញគ្រប់សម្រាប់ការបញ្ជាទិញមុន {code} តម្លៃ {total}។ អ្នកអាចរង់ចាំ ឬបើកទំព័របញ្ជាទិញ ហើយបោះបង់៖ អ្នកនឹងទទួលប្រាក់វិញទាំងអស់។',
        short: 'Don {code} thieu hang. Ban co the cho, hoac huy tren trang don hang va nhan lai du tien.',
      },
    },
    tell: async ({ payload }, asking) => withoutOrder(await buyer(payload.orderId, asking)),
  }),
  tellOf(orderActs.expire, {
    ...work,
    name: 'order.ahead-ended',
    says: 'Đơn đặt trước chưa trả tiền đã đóng (gửi người mua)',
    sample,
    words: {
      vi: {
        subject: 'Đơn đặt trước {code} đã đóng',
        text: 'Đơn đặt trước {code} của {producer} đã đóng vì hàng không có kịp, hoặc chưa thấy tiền trong hạn sau khi có hàng. Bạn không nợ gì. Nếu bạn đã chuyển khoản, hãy gọi {producer}.',
        short: 'Don dat truoc {code} da dong, ban khong no gi. Neu da chuyen khoan, hay goi {producer}.',
      },
      en: {
        subject: 'Order ahead {code} is closed',
        text: 'Your order ahead {code} of {producer} is closed: the goods did not come in time, or no money was seen in time once they were there. You owe nothing. If you have paid, call {producer}.',
        short: 'Order ahead {code} is closed, you owe nothing. If you have paid, call {producer}.',
      },
      km: {
        subject: 'ការបញ្ជាទិញមុន {code} បានបិទ',
        text: 'ការបញ្ជាទិញមុន {code} ពី {producer} បានបិទ ព្រោះទំនិញមិនមកទាន់ពេល ឬមិនឃើញប្រាក់ក្នុងកំណត់ក្រោយមានទំនិញ។ អ្នកមិនជំពាក់អ្វីទេ។ បើអ្នកបានផ្ទេរហើយ សូមទូរស័ព្ទទៅ {producer}។',
        short: 'Don dat truoc {code} da dong, ban khong no gi. Neu da chuyen khoan, hay goi {producer}.',
      },
    },
    tell: async ({ payload }, asking) =>
      withoutOrder((await buyer(payload.orderId, asking)).filter(({ order }) => order.pays === 'when-there')),
  }),
]

export const aheadReminders: readonly Reminder[] = [
  remindOf({
    ...work,
    name: 'order.ahead-late',
    says: 'Đơn đặt trước quá ngày hẹn (gửi người mua)',
    sample: aheadSample,
    words: {
      vi: {
        subject: 'Đơn {code} quá ngày hẹn có hàng',
        text: 'Đơn đặt trước {code} của {producer} hẹn có hàng ngày {day} nhưng chưa có. Bạn có thể chờ, hoặc mở trang đơn hàng và hủy: bạn được hoàn đủ số tiền đã trả.',
        short: 'Don {code} hen {day} chua co hang. Ban co the cho, hoac huy tren trang don hang va nhan lai du tien.',
      },
      en: {
        subject: 'The goods of order {code} are late',
        text: 'The goods of your order ahead {code} of {producer} were promised for {day} and are not there. You may wait, or open the page of the order and cancel it: all you paid goes back to you.',
        short: 'Order {code}, promised for {day}, is late. Wait, or cancel on its page and get all your money back.',
      },
      km: {
        subject: 'ទំនិញនៃការបញ្ជាទិញ {code} យឺត',
        text: 'ការបញ្ជាទិញមុន {code} ពី {producer} សន្យាមានទំនិញថ្ងៃ {day} តែមិនទាន់មាន។ អ្នកអាចរង់ចាំ ឬបើកទំព័របញ្ជាទិញ ហើយបោះបង់៖ អ្នកនឹងទទួលប្រាក់វិញទាំងអស់។',
        short: 'Don {code} hen {day} chua co hang. Ban co the cho, hoac huy tren trang don hang va nhan lai du tien.',
      },
    },
    due: async ({ db, now }) =>
      (await selectLate(db, dateInVietnam(now))).map((order) => ({
        fact: `${order.id}:late`,
        to: buyersOf(order),
        path: '/don-hang',
        object: ['order', order.id] as const,
        values: { ...valuesOf(order), day: formatDate(order.dueOn!) },
      })),
  }),
]
