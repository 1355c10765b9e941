import { z } from 'zod'
import { between, declareTopics, topic } from '../law/rules.ts'
import type { ReadTopics } from '../law/rules.ts'

const count = z.number().int()

/** What telling people reads of the law, and of the platform's own rules. */
export const notificationTopics = declareTopics({
  // 22 to 7 today (advertisements, NĐ 91/2020); for all else that rings it is the platform's own good manners.
  'message.quiet-hours': topic(z.object({ from: count, to: count }), {
    title: 'Giờ không nhắn vào điện thoại',
    say: ({ from, to }) => `từ ${from} giờ đến ${to} giờ`,
    bounds: [
      {
        says: 'Hai giờ phải từ 0 đến 23 và khác nhau.',
        holds: ({ from, to }) => [from, to].every((hour) => 0 <= hour && hour <= 23) && from !== to,
      },
    ],
  }),
  // 3 today (NĐ 91/2020). With none nobody who asked for news would get any; more than ten is no limit.
  'message.ads-per-day': topic(count, { title: 'Tin quảng cáo nhiều nhất tới một số trong 24 giờ', ...between(1, 10) }),
  // 7 today, before the office opens. Whoever reads mail at noon is as well served.
  'message.digest-hour': topic(count, { title: 'Giờ gửi thư gộp trong ngày', ...between(5, 20) }),
  // 12 today: the term of a log of the system. What the law wants kept is in the dossier, not in the message about it.
  'retention.message-months': topic(count, { title: 'Lưu tin đã gửi (tháng)', ...between(1, 120) }),
})

declare module '../law/topics.ts' {
  interface LegalTopics extends ReadTopics<typeof notificationTopics> {}
}
