import { z } from 'zod'
import { between, declareTopics, topic } from '../../law/rules.ts'
import type { ReadTopics } from '../../law/rules.ts'

const whole = z.number().int()

/** What the room reads of the law of training. */
export const trainingTopics = declareTopics({
  'training.class-size': topic(z.object({ least: whole, most: whole }), {
    title: 'Số học viên một lớp tập huấn OCOP',
    say: ({ least, most }) => `từ ${least} đến ${most} người`,
    bounds: [{ says: 'Từ 1 đến 500 người.', holds: ({ least, most }) => least >= 1 && most >= least && most <= 500 }],
  }),
  'training.least-by-kind': topic(z.object({ 'start-up': whole, management: whole, 'in-depth': whole, 'on-site': whole }), {
    title: 'Số học viên ít nhất một lớp hỗ trợ doanh nghiệp nhỏ và vừa',
    say: (least) =>
      `khởi sự kinh doanh ${least['start-up']}, quản trị ${least.management}, chuyên sâu ${least['in-depth']}, tại doanh nghiệp ${least['on-site']}`,
    bounds: [{ says: 'Mỗi loại từ 1 đến 200 người.', holds: (least) => Object.values(least).every((one) => one >= 1 && one <= 200) }],
  }),
  'training.need': topic(z.object({ belowPercent: whole, leastProducts: whole, papersWithinDays: whole }), {
    title: 'Nhu cầu tập huấn phần mềm tự thấy',
    say: ({ belowPercent, leastProducts, papersWithinDays }) =>
      `tiêu chí dưới ${belowPercent}% điểm của ít nhất ${leastProducts} sản phẩm; giấy tờ hết hạn trong ${papersWithinDays} ngày`,
    bounds: [
      {
        says: 'Phần trăm từ 1 đến 100, sản phẩm từ 1 đến 100, ngày từ 1 đến 730.',
        holds: ({ belowPercent, leastProducts, papersWithinDays }) =>
          belowPercent >= 1 &&
          belowPercent <= 100 &&
          leastProducts >= 1 &&
          leastProducts <= 100 &&
          papersWithinDays >= 1 &&
          papersWithinDays <= 730,
      },
    ],
  }),
  'training.keep-months': topic(whole, { title: 'Số tháng giữ số điện thoại của học viên', ...between(1, 120) }),
})

declare module '../../law/topics.ts' {
  interface LegalTopics extends ReadTopics<typeof trainingTopics> {}
}
