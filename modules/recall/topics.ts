import { z } from 'zod'
import { between, declareTopics, isDistinct, sayCodes, topic } from '../law/rules.ts'
import type { ReadTopics } from '../law/rules.ts'
import { authorities } from './acts.ts'
import { authorityWords } from './words/names.ts'

const risk = z.object({ key: z.string().regex(/^[a-z][a-z-]{1,20}$/), says: z.string().min(2).max(60), days: z.number().int() })

/** What the room reads of the law. */
export const recallTopics = declareTopics({
  /** Hours in which the authority decides after a recall began. */
  'recall.decision-hours': topic(z.number().int(), { title: 'Số giờ để cơ quan quyết định về thu hồi', ...between(1, 720) }),
  /** The classes of risk, the gravest first, each with the days in which everything should be accounted for. */
  'recall.risk-classes': topic(z.array(risk), {
    title: 'Mức rủi ro của hàng bị thu hồi',
    say: (classes) => classes.map(({ says, days }) => `${says}: xong trong ${days} ngày`).join('; '),
    bounds: [
      {
        says: 'Có ít nhất một mức, không mức nào lặp lại, mỗi mức từ 1 đến 366 ngày.',
        holds: (classes) =>
          classes.length > 0 && isDistinct(classes.map(({ key }) => key)) && classes.every(({ days }) => days >= 1 && days <= 366),
      },
    ],
  }),
  /** Who may order a recall and decide about one, beside the maker itself. */
  'recall.authorities': topic(z.array(z.enum(authorities)), {
    title: 'Cơ quan được quyết định thu hồi',
    say: sayCodes(authorityWords),
    bounds: [
      {
        says: 'Phải có provincial-officer (cơ quan OCOP tỉnh), và không mục nào lặp lại.',
        holds: (given) => given.includes('provincial-officer') && isDistinct(given),
      },
    ],
  }),
  /** How long a drill should take, from the first search to the close. */
  'recall.drill-minutes': topic(z.number().int(), { title: 'Số phút của một lần diễn tập thu hồi', ...between(5, 1440) }),
})

declare module '../law/topics.ts' {
  interface LegalTopics extends ReadTopics<typeof recallTopics> {}
}
