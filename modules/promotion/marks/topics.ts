import { z } from 'zod'
import { between, declareTopics, topic } from '../../law/rules.ts'
import type { ReadTopics } from '../../law/rules.ts'

const whole = z.number().int()
const term = z.object({ years: whole.min(1).max(100).nullable() })

/** What the room reads of the law of marks. */
export const markTopics = declareTopics({
  'mark.terms': topic(z.object({ trademark: term, collective: term, certification: term, gi: term }), {
    title: 'Thời hạn bảo hộ nhãn hiệu, chỉ dẫn địa lý',
    say: (terms) =>
      (['trademark', 'collective', 'certification', 'gi'] as const)
        .map((kind) => `${kindNames[kind]}: ${terms[kind].years === null ? 'vô thời hạn' : `${terms[kind].years} năm`}`)
        .join('; '),
    bounds: [
      {
        says: 'Nhãn hiệu có thời hạn.',
        holds: ({ trademark, collective, certification }) => [trademark, collective, certification].every(({ years }) => years !== null),
      },
    ],
  }),
  'mark.remind-months': topic(whole, { title: 'Nhắc trước khi hết hạn bảo hộ (tháng)', ...between(1, 24) }),
  'mark.misuse-days': topic(whole, { title: 'Trả lời tin báo dùng sai nhãn hiệu (ngày làm việc)', ...between(1, 90) }),
})
const kindNames = { trademark: 'nhãn hiệu', collective: 'nhãn hiệu tập thể', certification: 'nhãn hiệu chứng nhận', gi: 'chỉ dẫn địa lý' }

declare module '../../law/topics.ts' {
  interface LegalTopics extends ReadTopics<typeof markTopics> {}
}
