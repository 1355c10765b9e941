import { z } from 'zod'
import { between, declareTopics, topic } from '../../law/rules.ts'
import type { ReadTopics } from '../../law/rules.ts'
import { stages } from './rules/stages.ts'
import { stageWords } from './words/names.ts'

const whole = z.number().int()

/** What the room reads of how long buyers wait, relations stand still and papers stay open. */
export const buyerTopics = declareTopics({
  'buyers.answer-working-days': topic(whole, { title: 'Trả lời nhu cầu mua (ngày làm việc)', ...between(1, 30) }),
  'buyers.papers-days': topic(whole, { title: 'Bộ giấy tờ gửi bên mua mở được (ngày)', ...between(1, 365) }),
  'buyers.stage-days': topic(z.partialRecord(z.enum(stages), whole), {
    title: 'Kết nối đứng yên quá lâu (ngày)',
    say: (days) =>
      stages
        .filter((stage) => days[stage] !== undefined)
        .map((stage) => `${stageWords[stage].toLocaleLowerCase('vi')} ${days[stage]}`)
        .join(', '),
    bounds: [
      {
        says: 'Mỗi bước từ 1 đến 365 ngày; bước “kết thúc” không có hạn.',
        holds: (days) => days.ended === undefined && Object.values(days).every((one) => one >= 1 && one <= 365),
      },
    ],
  }),
})

declare module '../../law/topics.ts' {
  interface LegalTopics extends ReadTopics<typeof buyerTopics> {}
}
