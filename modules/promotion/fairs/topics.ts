import { z } from 'zod'
import { between, declareTopics, topic } from '../../law/rules.ts'
import type { ReadTopics } from '../../law/rules.ts'

const whole = z.number().int()

/** What the room reads of the law of fairs. */
export const fairTopics = declareTopics({
  'fair.register-days-from': topic(whole, { title: 'Đăng ký hội chợ sớm nhất trước khai mạc (ngày)', ...between(30, 1000) }),
  'fair.register-days-to': topic(whole, { title: 'Đăng ký hội chợ muộn nhất trước khai mạc (ngày)', ...between(1, 365) }),
  'fair.answer-working-days': topic(whole, { title: 'Trả lời đăng ký hội chợ (ngày làm việc)', ...between(1, 60) }),
  'fair.change-days': topic(whole, { title: 'Thay đổi hội chợ muộn nhất trước khai mạc (ngày)', ...between(0, 365) }),
  'fair.report-days': topic(whole, { title: 'Báo cáo kết quả hội chợ sau bế mạc (ngày)', ...between(1, 365) }),
  'fair.calendar-days': topic(whole, { title: 'Lịch hội chợ công bố trước (ngày)', ...between(1, 365) }),
  'fair.confirm-working-days': topic(whole, { title: 'Hạn xác nhận gian hàng (ngày làm việc)', ...between(1, 30) }),
  'fair.appeal-working-days': topic(whole, { title: 'Hạn khiếu nại kết quả phân gian (ngày làm việc)', ...between(1, 30) }),
  'fair.result-days': topic(z.array(whole), {
    title: 'Ghi kết quả sau hội chợ (ngày)',
    say: (days) => days.join(', '),
    bounds: [
      {
        says: 'Một đến sáu mốc, tăng dần, mỗi mốc từ 1 đến 730 ngày.',
        holds: (days) =>
          days.length >= 1 &&
          days.length <= 6 &&
          days.every((one, index) => one >= 1 && one <= 730 && (index === 0 || one > days[index - 1]!)),
      },
    ],
  }),
  'fair.points': topic(
    z.object({
      leastStars: whole,
      stars: z.record(z.string().regex(/^[1-5]$/), whole),
      area: whole,
      firstTime: whole,
      absent: whole,
      fit: whole,
    }),
    {
      title: 'Điểm phân gian hội chợ',
      say: ({ leastStars, stars, area, firstTime, absent, fit }) =>
        `từ ${leastStars} sao; ${Object.entries(stars)
          .map(([star, points]) => `${star} sao ${points} điểm`)
          .join(', ')}; cân bằng địa bàn ${area}, lần đầu ${firstTime}, mỗi lần vắng mặt trừ ${absent}, đúng loại hàng cần ${fit}`,
      bounds: [
        {
          says: 'Từ 1 đến 5 sao; nhiều sao hơn không ít điểm hơn; điểm từ 0 đến 100.',
          holds: ({ leastStars, stars, ...points }) => {
            const rising = Object.entries(stars).toSorted(([a], [b]) => Number(a) - Number(b)).map(([, value]) => value) // prettier-ignore
            return (
              leastStars >= 1 &&
              leastStars <= 5 &&
              rising.every((value, index) => index === 0 || value >= rising[index - 1]!) &&
              [...rising, ...Object.values(points)].every((value) => value >= 0 && value <= 100)
            )
          },
        },
      ],
    },
  ),
})

declare module '../../law/topics.ts' {
  interface LegalTopics extends ReadTopics<typeof fairTopics> {}
}
