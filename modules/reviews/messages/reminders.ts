import { dateInVietnam, formatMoment } from '@dacsan/vietnam'
import { peopleOfProducer } from '../../catalogue/index.ts'
import { ruleOn } from '../../law/index.ts'
import { remindOf } from '../../message.ts'
import type { Reminder } from '../../message.ts'
import { aboutOrder, isSellersOwn, selectHandedOver } from '../../shop/index.ts'
import { withoutWord } from '../invitation.store.ts'
import { selectQuestionsDue } from '../questions/question.store.ts'
import { sample, work } from './about-post.ts'

const day = 86_400_000
/** An invitation that could not be sent by then is not sent any more. */
const invitedWithinDays = 30
/** A seller is told once more so many hours before the term of the answer ends. */
const hoursBefore = 12

export const reviewReminders: readonly Reminder[] = [
  remindOf({
    ...work,
    sample: { code: 'DS7K2M9XQ4', producer: sample.producer },
    name: 'review.invited',
    says: 'Mời đánh giá sau khi nhận hàng (gửi người mua, một lần)',
    words: {
      vi: {
        subject: 'Hàng của đơn {code} thế nào?',
        text: 'Bạn đã nhận hàng của {producer}. Mở trang đơn {code} để đánh giá; ở đó cũng tắt được lời mời này.',
        short: 'Danh gia hang cua {producer} (don {code}) tren trang don hang, hoac tat loi moi o do.',
      },
      en: {
        subject: 'How were the goods of order {code}?',
        text: 'You received goods of {producer}. Open the page of order {code} to review them; there you can turn such words off as well.',
        short: 'Review the goods of {producer} (order {code}) on the page of the order, or turn this off there.',
      },
      km: {
        subject: 'ទំនិញនៃការបញ្ជាទិញ {code} យ៉ាងណាដែរ?',
        text: 'អ្នកបានទទួលទំនិញរបស់ {producer}។ សូមបើកទំព័រការបញ្ជាទិញ {code} ដើម្បីវាយតម្លៃ អ្នកក៏អាចបិទសារនេះនៅទីនោះដែរ។',
        short: 'Danh gia hang cua {producer} (don {code}) tren trang don hang, hoac tat loi moi o do.',
      },
    },
    due: async (asking) => {
      const { value: days } = await ruleOn(asking.db, 'reviews.invite-days', dateInVietnam(asking.now))
      const back = (count: number) => new Date(asking.now.getTime() - count * day)
      const orders = await withoutWord(
        asking.db,
        await selectHandedOver(asking.db, { from: back(days + invitedWithinDays), to: back(days) }),
      )
      const told = await Promise.all(
        orders.map(async ({ id }) =>
          (await isSellersOwn(asking.db, id))
            ? []
            : (await aboutOrder.buyer(id, asking)).map(({ to, path, object, values: { code, producer } }) => ({
                fact: id,
                to,
                path,
                object,
                values: { code, producer },
              })),
        ),
      )
      return told.flat()
    },
  }),
  remindOf({
    ...work,
    sample: { ...sample, until: '09:30 01/12' },
    name: 'question.answer-due',
    says: 'Sắp hết hạn trả lời câu hỏi (gửi người bán)',
    words: {
      vi: {
        subject: 'Trả lời câu hỏi về {product} trước {until}',
        text: 'Câu hỏi của khách về {product} chờ trả lời trước {until}.',
        short: 'Tra loi cau hoi ve {product} truoc {until}.',
      },
      en: {
        subject: 'Answer the question about {product} before {until}',
        text: 'A question about {product} waits for your answer before {until}.',
        short: 'Answer the question about {product} before {until}.',
      },
      km: {
        subject: 'សូមឆ្លើយសំណួរអំពី {product} មុន {until}',
        text: 'សំណួររបស់អតិថិជនអំពី {product} រង់ចាំចម្លើយមុន {until}។',
        short: 'Tra loi cau hoi ve {product} truoc {until}.',
      },
    },
    due: async (asking) => {
      const due = await selectQuestionsDue(asking.db, { from: asking.now, to: new Date(asking.now.getTime() + hoursBefore * 3_600_000) })
      return Promise.all(
        due.map(async ({ id, producerId, productName, producerName, answerBy }) => ({
          fact: id,
          to: await peopleOfProducer(asking, producerId),
          path: `/van-phong/ban-hang/hoi-dap/${id}`,
          object: ['question', id] as const,
          values: { product: productName, producer: producerName, until: formatMoment(answerBy) },
        })),
      )
    },
  }),
]
