import { z } from 'zod'
import { between, declareTopics, topic } from '../../law/rules.ts'
import type { ReadTopics } from '../../law/rules.ts'

const whole = z.number().int()

/** What the room reads of the law of contests. */
export const contestTopics = declareTopics({
  'contest.least-jurors': topic(whole, { title: 'Số giám khảo ít nhất của một cuộc thi', ...between(2, 15) }),
  'contest.entry-limits': topic(z.object({ perAddress: whole, minutes: whole, perPhone: whole }), {
    title: 'Giới hạn gửi bài dự thi',
    say: ({ perAddress, minutes, perPhone }) =>
      `${perAddress} lần gửi trong ${minutes} phút từ một nơi; ${perPhone} bài một ngày của một số điện thoại`,
    bounds: [
      {
        says: 'Từ 1 đến 1.000 lần, trong 1 đến 1.440 phút; từ 1 đến 50 bài một ngày.',
        holds: ({ perAddress, minutes, perPhone }) =>
          perAddress >= 1 && perAddress <= 1000 && minutes >= 1 && minutes <= 1440 && perPhone >= 1 && perPhone <= 50,
      },
    ],
  }),
  'contest.keep-months': topic(whole, { title: 'Số tháng giữ bài dự thi không đạt giải', ...between(1, 120) }),
})

declare module '../../law/topics.ts' {
  interface LegalTopics extends ReadTopics<typeof contestTopics> {}
}
