import { formatMoment } from '@dacsan/vietnam'
import { remindOf } from '../../message.ts'
import type { Reminder } from '../../message.ts'
import { selectDue } from '../watch.store.ts'
import { law, sample, seller } from './about-return.ts'

/** A seller is told once more so many hours before the term of the answer ends. */
const hoursBefore = 24

export const returnReminders: readonly Reminder[] = [
  remindOf({
    ...law,
    sample: { ...sample, until: '09:30 01/12' },
    name: 'return.answer-due',
    says: 'Sắp hết hạn trả lời khiếu nại (gửi người bán)',
    words: {
      vi: {
        subject: 'Trả lời khiếu nại {code} trước {until}',
        text: 'Khiếu nại {code} về đơn {order} chờ trả lời trước {until}.',
        short: 'Tra loi khieu nai {code} truoc {until}.',
      },
      en: {
        subject: 'Answer complaint {code} before {until}',
        text: 'Complaint {code} about order {order} waits for your answer before {until}.',
        short: 'Answer complaint {code} before {until}.',
      },
      km: {
        subject: 'សូមឆ្លើយបណ្ដឹង {code} មុន {until}',
        text: 'បណ្ដឹង {code} អំពីការបញ្ជាទិញ {order} រង់ចាំចម្លើយមុន {until}។',
        short: 'Tra loi khieu nai {code} truoc {until}.',
      },
    },
    due: async (asking) => {
      const cases = await selectDue(asking.db, { from: asking.now, to: new Date(asking.now.getTime() + hoursBefore * 3_600_000) })
      const told = await Promise.all(
        cases.map(async ({ id, code, orderId, producerId, answerBy }) =>
          (await seller({ returnId: id, code, orderId, producerId, side: 'clock' }, asking)).map(({ values, ...one }) => ({
            ...one,
            fact: `${id}:${answerBy.toISOString()}`,
            values: { ...values, until: formatMoment(answerBy) },
          })),
        ),
      )
      return told.flat()
    },
  }),
]
