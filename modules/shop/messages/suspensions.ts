import { formatDate, dateInVietnam } from '@dacsan/vietnam'
import { peopleOfProducer } from '../../catalogue/index.ts'
import { remindOf, tellOf } from '../../message.ts'
import type { Asking, Reminder, Telling } from '../../message.ts'
import { suspensionActs } from '../acts.ts'
import { selectInForce, selectSuspension } from '../sellers/suspension.store.ts'
import type { Suspension } from '../sellers/suspension.store.ts'
import { selectOpenOf } from '../sellers/suspended-orders.store.ts'
import type { SuspensionId } from '../rules/ids.ts'
import { buyersOf } from './about-order.ts'

const law = { kind: 'law', pace: 'at-once' } as const
const path = '/van-phong/ban-hang/tam-ngung'

/** What a seller is told of one suspension. */
async function toSeller({ suspensionId }: { suspensionId: SuspensionId }, asking: Asking) {
  const found = await selectSuspension(asking.db, suspensionId)
  return found ? [await toldSeller(found, asking)] : []
}

async function toldSeller(found: Suspension, asking: Asking) {
  const from = found.startsAt === null ? '' : formatDate(dateInVietnam(found.startsAt))
  const order = found.kind === 'order' ? ` (${found.authority}, ${found.documentNumber})` : ''
  return {
    to: await peopleOfProducer(asking, found.producerId),
    path,
    object: ['seller-suspension', found.id] as const,
    values: { producer: found.producerName, reason: found.reason + order, from },
  }
}

const sample = { producer: 'HTX Dừa sáp Cầu Kè', reason: 'thiếu giấy tờ', from: '10/12/2026' }

const endedWords = {
  withdraw: {
    vi: {
      subject: 'Gian hàng không bị tạm ngừng nữa',
      text: 'Việc tạm ngừng gian hàng của {producer} đã được rút lại. Bạn bán tiếp như thường.',
      short: 'Viec tam ngung gian hang cua {producer} da duoc rut lai.',
    },
    en: {
      subject: 'Your stall will not be suspended',
      text: 'The suspension of the stall of {producer} was withdrawn. You sell on as before.',
      short: 'The suspension of {producer} was withdrawn.',
    },
    km: {
      subject: 'តូបរបស់អ្នកលែងត្រូវផ្អាក',
      text: 'ការផ្អាកតូបរបស់ {producer} ត្រូវបានដកវិញ។ អ្នកលក់បន្តដូចធម្មតា។',
      short: 'Viec tam ngung gian hang cua {producer} da duoc rut lai.',
    },
  },
  lift: {
    vi: {
      subject: 'Gian hàng được bán lại',
      text: 'Việc tạm ngừng gian hàng của {producer} đã được bỏ. Hàng của bạn hiện lại trên trang, nếu giấy tờ còn hạn.',
      short: 'Gian hang cua {producer} duoc ban lai.',
    },
    en: {
      subject: 'Your stall is open again',
      text: 'The suspension of the stall of {producer} was lifted. Your goods are shown again, if your papers are in force.',
      short: 'The stall of {producer} is open again.',
    },
    km: {
      subject: 'តូបរបស់អ្នកអាចលក់វិញបាន',
      text: 'ការផ្អាកតូបរបស់ {producer} ត្រូវបានលើក។ ទំនិញរបស់អ្នកបង្ហាញវិញ បើឯកសារនៅមានសុពលភាព។',
      short: 'Gian hang cua {producer} duoc ban lai.',
    },
  },
}

export const suspensionMessages: readonly Telling[] = [
  tellOf(suspensionActs.announce, {
    ...law,
    name: 'seller-suspension.announced',
    says: 'Báo trước tạm ngừng (gửi người bán)',
    sample,
    words: {
      vi: {
        subject: 'Gian hàng sẽ bị tạm ngừng từ {from}',
        text: 'Gian hàng của {producer} sẽ bị tạm ngừng từ {from}. Lý do: {reason}. Bạn có thể trả lời trên trang Tạm ngừng.',
        short: 'Gian hang cua {producer} se bi tam ngung tu {from}.',
      },
      en: {
        subject: 'Your stall will be suspended from {from}',
        text: 'The stall of {producer} will be suspended from {from}. Reason: {reason}. You can answer on the page of the suspension.',
        short: 'The stall of {producer} will be suspended from {from}.',
      },
      km: {
        subject: 'តូបរបស់អ្នកនឹងត្រូវផ្អាកចាប់ពី {from}',
        text: 'តូបរបស់ {producer} នឹងត្រូវផ្អាកចាប់ពី {from}។ មូលហេតុ៖ {reason}។ អ្នកអាចឆ្លើយនៅទំព័រផ្អាក។',
        short: 'Gian hang cua {producer} se bi tam ngung tu {from}.',
      },
    },
    tell: async ({ payload }, asking) => toSeller(payload, asking),
  }),
  tellOf(suspensionActs['carry-out'], {
    ...law,
    name: 'seller.suspended',
    says: 'Tạm ngừng người bán (gửi người bán)',
    sample: { producer: sample.producer, reason: sample.reason },
    words: {
      vi: {
        subject: 'Gian hàng bị tạm ngừng',
        text: 'Gian hàng của {producer} bị tạm ngừng. Lý do: {reason}. Đơn chưa trả tiền bị hủy; đơn đã trả tiền bạn vẫn phải giao hoặc hoàn tiền.',
        short: 'Gian hang cua {producer} bi tam ngung. Don da tra tien van phai giao hoac hoan tien.',
      },
      en: {
        subject: 'Your stall is suspended',
        text: 'The stall of {producer} is suspended. Reason: {reason}. Unpaid orders are cancelled; paid ones you still hand over or pay back.',
        short: 'The stall of {producer} is suspended. Hand over or pay back what is paid.',
      },
      km: {
        subject: 'តូបត្រូវបានផ្អាក',
        text: 'តូបរបស់ {producer} ត្រូវបានផ្អាក។ មូលហេតុ៖ {reason}។ ការបញ្ជាទិញមិនទាន់បង់ប្រាក់ត្រូវបានលុបចោល ការបញ្ជាទិញបានបង់ហើយ អ្នកនៅតែត្រូវប្រគល់ ឬសងប្រាក់វិញ។',
        short: 'Gian hang cua {producer} bi tam ngung. Don da tra tien van phai giao hoac hoan tien.',
      },
    },
    tell: async ({ payload }, asking) =>
      (await toSeller(payload, asking)).map(({ values: { producer, reason }, ...told }) => ({ ...told, values: { producer, reason } })),
  }),
  ...(['withdraw', 'lift'] as const).map((act) =>
    tellOf(suspensionActs[act], {
      ...law,
      name: act === 'lift' ? 'seller-suspension.lifted' : 'seller-suspension.withdrawn',
      says: act === 'lift' ? 'Bỏ tạm ngừng (gửi người bán)' : 'Rút việc tạm ngừng (gửi người bán)',
      sample: { producer: sample.producer },
      words: endedWords[act],
      tell: async ({ payload }, asking) => {
        const found = await selectSuspension(asking.db, payload.suspensionId)
        // An order that was withdrawn before it was carried out: its seller never heard of it.
        if (!found || (act === 'withdraw' && found.kind === 'order')) return []
        const { to, object, values } = await toldSeller(found, asking)
        return [{ to, path, object, values: { producer: values.producer } }]
      },
    }),
  ),
]

export const suspensionReminders: readonly Reminder[] = [
  remindOf({
    ...law,
    name: 'seller-suspension.began',
    says: 'Bắt đầu tạm ngừng theo ngày đã báo (gửi người bán)',
    sample: { producer: sample.producer, reason: sample.reason },
    words: {
      vi: {
        subject: 'Gian hàng bị tạm ngừng từ hôm nay',
        text: 'Gian hàng của {producer} bị tạm ngừng như đã báo. Lý do: {reason}. Đơn chưa trả tiền bị hủy; đơn đã trả tiền bạn vẫn phải giao hoặc hoàn tiền.',
        short: 'Gian hang cua {producer} bi tam ngung tu hom nay, nhu da bao.',
      },
      en: {
        subject: 'Your stall is suspended from today',
        text: 'The stall of {producer} is suspended as announced. Reason: {reason}. Unpaid orders are cancelled; paid ones you still hand over or pay back.',
        short: 'The stall of {producer} is suspended from today, as announced.',
      },
      km: {
        subject: 'តូបត្រូវបានផ្អាកចាប់ពីថ្ងៃនេះ',
        text: 'តូបរបស់ {producer} ត្រូវបានផ្អាកដូចបានជូនដំណឹង។ មូលហេតុ៖ {reason}។ ការបញ្ជាទិញមិនទាន់បង់ប្រាក់ត្រូវបានលុបចោល ការបញ្ជាទិញបានបង់ហើយ អ្នកនៅតែត្រូវប្រគល់ ឬសងប្រាក់វិញ។',
        short: 'Gian hang cua {producer} bi tam ngung tu hom nay, nhu da bao.',
      },
    },
    due: async (asking) => {
      const begun = (await selectInForce(asking.db, asking.now)).filter(({ kind }) => kind === 'notice')
      return Promise.all(
        begun.map(async (one) => {
          const { values, ...told } = await toldSeller(one, asking)
          return { ...told, fact: one.id, values: { producer: values.producer, reason: values.reason } }
        }),
      )
    },
  }),
  remindOf({
    ...law,
    name: 'order.seller-suspended',
    says: 'Người bán bị tạm ngừng, đơn đã trả tiền (gửi người mua)',
    sample: { code: 'DS7K2M9XQ4', producer: sample.producer },
    words: {
      vi: {
        subject: 'Đơn {code}: người bán đang bị tạm ngừng',
        text: '{producer} đang bị tạm ngừng bán. Đơn {code} của bạn vẫn được giao, hoặc người bán phải hoàn tiền. Nếu không thấy giao, hãy mở trang đơn hàng và khiếu nại.',
        short: 'Don {code}: {producer} bi tam ngung ban. Don van duoc giao hoac hoan tien.',
      },
      en: {
        subject: 'Order {code}: its seller is suspended',
        text: '{producer} may not sell for now. Your order {code} is still handed over, or the seller must pay you back. If nothing comes, complain on the page of the order.',
        short: 'Order {code}: {producer} is suspended. It is still handed over or paid back.',
      },
      km: {
        subject: 'ការបញ្ជាទិញ {code}៖ អ្នកលក់ត្រូវបានផ្អាក',
        text: '{producer} ត្រូវបានផ្អាកការលក់។ ការបញ្ជាទិញ {code} របស់អ្នកនៅតែត្រូវប្រគល់ ឬអ្នកលក់ត្រូវសងប្រាក់វិញ។ បើមិនឃើញប្រគល់ សូមបើកទំព័រការបញ្ជាទិញ ហើយតវ៉ា។',
        short: 'Don {code}: {producer} bi tam ngung ban. Don van duoc giao hoac hoan tien.',
      },
    },
    due: async ({ db, now }) => {
      const inForce = await selectInForce(db, now)
      const orders = await selectOpenOf(db, [...new Set(inForce.map(({ producerId }) => producerId))])
      return orders.map((order) => ({
        fact: `${inForce.find(({ producerId }) => producerId === order.producerId)!.id}:${order.id}`,
        to: buyersOf(order),
        path: '/don-hang',
        object: ['order', order.id] as const,
        values: { code: order.code, producer: order.producerName },
      }))
    },
  }),
]
