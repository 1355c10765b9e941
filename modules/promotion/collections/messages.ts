import { dateInVietnam } from '@dacsan/vietnam'
import { peopleWith } from '../../identity/index.ts'
import { remindOf } from '../../message.ts'
import type { Reminder } from '../../message.ts'
import { fallenProducts } from './read-collection.ts'

export const collectionReminders: readonly Reminder[] = [
  remindOf({
    kind: 'work',
    pace: 'digest',
    sample: { product: 'Mứt dừa sáp', collection: 'Quà Tết' },
    name: 'collection.product-fell-out',
    says: 'Sản phẩm rời khỏi bộ sưu tập vì hết công nhận (gửi cơ quan)',
    words: {
      vi: {
        subject: '{product} không còn hiện trong {collection}',
        text: '{product} không còn được công nhận nên đã tự rời khỏi bộ sưu tập {collection}. Được công nhận lại thì tự trở vào; nếu không, sửa bộ sưu tập.',
        short: '{product} roi khoi bo suu tap {collection}.',
      },
    },
    due: async ({ db, now }) => {
      const fallen = await fallenProducts(db, now)
      if (fallen.length === 0) return []
      const to = await peopleWith(db, ['provincial-officer', 'trade-department'], { today: dateInVietnam(now) })
      return fallen.map(({ collectionId, title, productId, name, state }) => ({
        to,
        path: `/van-phong/bo-suu-tap/${collectionId}`,
        object: ['collection', collectionId] as const,
        values: { product: name, collection: title },
        fact: `${collectionId}:${productId}:${state}`,
      }))
    },
  }),
]
