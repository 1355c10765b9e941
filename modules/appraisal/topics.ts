import { formatDayOfYear } from '@dacsan/vietnam'
import { z } from 'zod'
import { declareTopics, sayCodes, sayYesOrNo, topic } from '../law/rules.ts'
import type { ReadTopics } from '../law/rules.ts'

const count = z.number().int().positive()
const monthDay = z.object({ day: z.string().regex(/^\d\d-\d\d$/), yearOffset: z.number().int().min(0).max(1) })
const before = ({ day, yearOffset }: z.infer<typeof monthDay>) => `trước ${formatDayOfYear(day)}${yearOffset ? ' năm sau' : ''}`

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
  'round.minimum-a-year': topic(count, { title: 'Số đợt đánh giá ít nhất mỗi năm' }),
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
  /** Who sits on it by the national frame: the chair first. How many, and who exactly, the province decides. */
  'council.composition': topic(z.array(z.string()), { title: 'Thành phần Hội đồng', say: sayCodes(seats) }),
  'council.quorum-percent': topic(z.number().int().min(1).max(100), { title: 'Túc số họp Hội đồng (phần trăm thành viên)' }),
  'council.quorum-needs-chair': topic(z.boolean(), { title: 'Họp phải có Chủ tịch Hội đồng', say: sayYesOrNo }),
  'council.deviation-points': topic(z.number().int().min(0).max(100), { title: 'Độ lệch điểm phải thảo luận' }),
  'council.papers-lead-working-days': topic(count, { title: 'Gửi hồ sơ cho thành viên trước họp (ngày làm việc)' }),
})

declare module '../law/topics.ts' {
  interface LegalTopics extends ReadTopics<typeof appraisalTopics> {}
}
