import { peopleOfProducer } from '../../catalogue/index.ts'
import { tellOf } from '../../message.ts'
import type { Telling } from '../../message.ts'
import { sellerActs } from '../acts.ts'
import { selectProducerName } from '../orders/order-to-tell.store.ts'

export const sellerMessages: readonly Telling[] = [
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
