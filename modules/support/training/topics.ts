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
  'training.check-in-minutes': topic(z.object({ before: whole, after: whole }), {
    title: 'Mã điểm danh mở trước và đóng sau giờ học (phút)',
    say: ({ before, after }) => `mở trước ${before} phút, đóng sau ${after} phút`,
    bounds: [{ says: 'Từ 0 đến 180 phút.', holds: ({ before, after }) => before >= 0 && before <= 180 && after >= 0 && after <= 180 }],
  }),
  'training.check-in-limits': topic(z.object({ perAddress: whole, minutes: whole }), {
    title: 'Giới hạn thử điểm danh bằng mã từ một nơi',
    say: ({ perAddress, minutes }) => `${perAddress} lần trong ${minutes} phút`,
    bounds: [
      {
        says: 'Từ 1 đến 1.000 lần, trong 1 đến 1.440 phút.',
        holds: ({ perAddress, minutes }) => perAddress >= 1 && perAddress <= 1000 && minutes >= 1 && minutes <= 1440,
      },
    ],
  }),
  'training.certificate': topic(z.object({ attendPercent: whole, passPercent: whole }), {
    title: 'Điều kiện cấp giấy chứng nhận tập huấn',
    say: ({ attendPercent, passPercent }) => `dự ít nhất ${attendPercent}% số buổi, đạt ít nhất ${passPercent}% điểm kiểm tra nếu có`,
    bounds: [
      {
        says: 'Phần trăm từ 1 đến 100.',
        holds: ({ attendPercent, passPercent }) => attendPercent >= 1 && attendPercent <= 100 && passPercent >= 1 && passPercent <= 100,
      },
    ],
  }),
  'training.applied-months': topic(whole, { title: 'Hỏi học viên đã áp dụng chưa, sau lớp (tháng)', ...between(1, 24) }),
  'training.norm-write-text': topic(whole, { title: 'Biên soạn tài liệu, một trang chuẩn (đồng)', ...between(1, 10_000_000) }),
  'training.norm-edit-text': topic(whole, { title: 'Biên tập tài liệu, một trang chuẩn (đồng)', ...between(1, 10_000_000) }),
  'training.norm-appraise-text': topic(whole, { title: 'Thẩm định tài liệu, một trang chuẩn (đồng)', ...between(1, 10_000_000) }),
  'training.norm-online-hour': topic(whole, {
    title: 'Tư vấn trực tuyến, người không hưởng lương, một giờ (đồng)',
    ...between(1, 10_000_000),
  }),
  'training.keep-months': topic(whole, { title: 'Số tháng giữ số điện thoại của học viên', ...between(1, 120) }),
})

declare module '../../law/topics.ts' {
  interface LegalTopics extends ReadTopics<typeof trainingTopics> {}
}
