import { formatDayOfYear } from '@dacsan/vietnam'
import { z } from 'zod'
import { between, declareTopics, distinctCodes, eachBetween, isFalling, listed, sayCodes, sayYesOrNo, topic } from '../law/rules.ts'
import type { ReadTopics } from '../law/rules.ts'

const count = z.number().int()
const monthDay = z.object({ day: z.string().regex(/^\d\d-\d\d$/), yearOffset: z.number().int().min(0).max(1) })
const before = ({ day, yearOffset }: z.infer<typeof monthDay>) => `trước ${formatDayOfYear(day)}${yearOffset ? ' năm sau' : ''}`

type Round = Record<
  'communeProposesBefore' | 'provinceFinishesBefore' | 'sentToMinistryBefore' | 'ministryFinishesBefore',
  z.infer<typeof monthDay>
>

const stepsOf = (one: Round) => [
  one.communeProposesBefore,
  one.provinceFinishesBefore,
  one.sentToMinistryBefore,
  one.ministryFinishesBefore,
]
const keyOf = ({ day, yearOffset }: z.infer<typeof monthDay>) => `${yearOffset} ${day}`
/** Two steps may share their last day; none ends before the one that it follows. */
const isRising = (keys: readonly string[]) => keys.every((key, at) => at === 0 || key >= keys[at - 1]!)
/** 2025 has no 29 February. */
const isYearly = (day: string) => z.iso.date().safeParse(`2025-${day}`).success

const seats = {
  'chair-of-province': 'Chủ tịch Hội đồng là lãnh đạo Ủy ban nhân dân tỉnh (có thể ủy quyền thủ trưởng cơ quan chuyên môn)',
  agriculture: 'Sở Nông nghiệp và Môi trường',
  trade: 'Sở Công Thương',
  health: 'Sở Y tế',
  science: 'Sở Khoa học và Công nghệ',
  culture: 'Sở Văn hóa, Thể thao và Du lịch',
  'food-safety': 'Sở An toàn thực phẩm (nếu có)',
  'programme-office': 'cơ quan tham mưu OCOP',
  'expert-units': 'đơn vị chuyên môn',
  'invited-experts': 'chuyên gia được mời',
}

/** What rounds, councils and sessions read of the law. */
export const appraisalTopics = declareTopics({
  // 2 today; with more than one a month nobody could file, judge and send to the ministry in between.
  'round.minimum-a-year': topic(count, {
    title: 'Số đợt đánh giá ít nhất mỗi năm',
    ...between(1, 12),
    relations: [
      {
        topic: 'round.deadlines',
        says: 'Mục “Hạn của từng đợt” phải ghi ít nhất chừng ấy đợt.',
        holds: (least, rounds) => (rounds as readonly unknown[]).length >= least,
      },
    ],
  }),
  'round.deadlines': topic(
    z.array(
      z.object({
        round: count,
        communeProposesBefore: monthDay,
        provinceFinishesBefore: monthDay,
        sentToMinistryBefore: monthDay,
        ministryFinishesBefore: monthDay,
      }),
    ),
    {
      title: 'Hạn của từng đợt',
      // A deadline is a day that every year has. Within a round the four follow each other, as the dossier goes; the rounds of a year too.
      bounds: [
        listed(12),
        {
          says: 'Các đợt đánh số 1, 2, 3… theo thứ tự, không bỏ số.',
          holds: (rounds) => rounds.every(({ round }, at) => round === at + 1),
        },
        {
          says: 'Mỗi hạn là một ngày có trong mọi năm, viết tháng-ngày, ví dụ 04-30.',
          holds: (rounds) => rounds.every((one) => stepsOf(one).every(({ day }) => isYearly(day))),
        },
        {
          says: 'Bốn hạn của một đợt phải theo thứ tự: xã đề nghị, tỉnh xong, gửi Bộ, Bộ xong.',
          holds: (rounds) => rounds.every((one) => isRising(stepsOf(one).map(keyOf))),
        },
        {
          says: 'Hạn của đợt sau phải sau hạn của đợt trước.',
          holds: (rounds) =>
            rounds.every((one, at) => at === 0 || keyOf(one.communeProposesBefore) > keyOf(rounds[at - 1]!.communeProposesBefore)),
        },
      ],
      say: (rounds) =>
        rounds
          .map(
            (one) =>
              `đợt ${one.round}: xã đề nghị ${before(one.communeProposesBefore)}, tỉnh xong ${before(one.provinceFinishesBefore)}, ` +
              `gửi Bộ ${before(one.sentToMinistryBefore)}, Bộ xong ${before(one.ministryFinishesBefore)}`,
          )
          .join('; '),
    },
  ),
  /** Sets whose products are places: nobody reads them off papers. */
  'advisory.visit-before-report': topic(z.array(z.number().int().min(1).max(99)), {
    title: 'Bộ tiêu chí phải khảo sát thực địa trước khi nộp báo cáo Tổ tư vấn',
    say: (sets) => (sets.length === 0 ? 'không bộ nào' : `bộ ${sets.join(', ')}`),
    bounds: [listed(26)],
  }),
  /** Who sits on it by the national frame: the chair first. How many, and who exactly, the province decides. */
  'council.composition': topic(z.array(z.string()), {
    title: 'Thành phần Hội đồng',
    say: sayCodes(seats),
    bounds: [listed(30), distinctCodes],
  }),
  // The regulations that we know say two thirds to three quarters; what less than half of a council finds is no finding of the council.
  'council.quorum-percent': topic(z.number().int(), { title: 'Túc số họp Hội đồng (phần trăm thành viên)', ...between(50, 100) }),
  'council.quorum-needs-chair': topic(z.boolean(), { title: 'Họp phải có Chủ tịch Hội đồng', say: sayYesOrNo }),
  // 10 of 100 in the regulations that we know. 0: whatever differs is discussed; above half of the scale nothing ever would be.
  'council.deviation-points': topic(z.number().int(), { title: 'Độ lệch điểm phải thảo luận', ...between(0, 50) }),
  // 1 in the decision before; 0 is a law that asks for no lead. A month fits between no two deadlines of a round.
  // 90 in the law on complaints. Less than a week nobody has read the answer; more than a year is no result to build on.
  'appeal.file-days': topic(count, { title: 'Thời hạn chủ thể khiếu nại kết quả, từ chối (ngày)', ...between(7, 365) }),
  'appeal.accept-days': topic(count, { title: 'Thời hạn thụ lý khiếu nại (ngày)', ...between(1, 30) }),
  'appeal.answer-days': topic(z.object({ ordinary: count, complex: count }), {
    title: 'Thời hạn trả lời khiếu nại từ ngày thụ lý (ngày)',
    say: ({ ordinary, complex }) => `${ordinary} ngày; vụ việc phức tạp ${complex} ngày`,
    bounds: [
      {
        says: 'Từ 5 đến 180 ngày, và vụ việc phức tạp không ngắn hơn vụ việc thường.',
        holds: ({ ordinary, complex }) => ordinary >= 5 && complex >= ordinary && complex <= 180,
      },
    ],
  }),
  // The platform's own calendar: 0 is the last day itself; nobody is asked in writing for longer than two months.
  'council.reminder-days': topic(z.array(count), {
    title: 'Nhắc thành viên cho ý kiến bằng văn bản (ngày trước hạn)',
    say: (days) => days.join(', '),
    bounds: [
      listed(12),
      eachBetween(0, 60),
      { says: 'Các lần nhắc xếp từ xa đến gần ngày cuối, không lặp lại.', holds: (days: readonly number[]) => isFalling(days) },
    ],
  }),
  'council.papers-lead-working-days': topic(count, { title: 'Gửi hồ sơ cho thành viên trước họp (ngày làm việc)', ...between(0, 30) }),
})

declare module '../law/topics.ts' {
  interface LegalTopics extends ReadTopics<typeof appraisalTopics> {}
}
