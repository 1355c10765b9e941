import { formatDayOfYear } from '@dacsan/vietnam'
import { z } from 'zod'
import { declareTopics, fieldBetween, topic } from '../law/rules.ts'
import type { ReadTopics } from '../law/rules.ts'
import { riskGrounds } from './rules/risk.ts'
import { groundNames } from './words/names.ts'

const points = z.number().int().min(0).max(100)
const day = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/)

/** What the room reads of the platform's own rules: no paper gives these weights and days. */
export const inspectionTopics = declareTopics({
  'inspection.risk': topic(
    z.object({
      points: z.object(
        Object.fromEntries(riskGrounds.map((ground) => [ground, points])) as Record<(typeof riskGrounds)[number], typeof points>,
      ),
      proposeFrom: z.number().int(),
      lookBackMonths: z.number().int(),
      mostDoubts: z.number().int(),
      expiringDays: z.number().int(),
      scansPerLabel: z.number(),
      scansAtLeast: z.number().int(),
      visitEveryMonths: z.number().int(),
    }),
    {
      title: 'Điểm rủi ro để đề xuất hậu kiểm',
      say: ({ points: given, proposeFrom }) =>
        `đề xuất từ ${proposeFrom} điểm; ${riskGrounds.map((ground) => `${groundNames[ground].toLocaleLowerCase('vi')}: ${given[ground]}`).join('; ')}`,
      bounds: [
        fieldBetween('proposeFrom', 'Đề xuất từ số điểm (proposeFrom)', 1, 500),
        fieldBetween('lookBackMonths', 'Tính phản ánh, lượt quét của số tháng (lookBackMonths)', 1, 60),
        fieldBetween('mostDoubts', 'Số phản ánh tính điểm nhiều nhất (mostDoubts)', 1, 50),
        fieldBetween('expiringDays', 'Sắp hết hạn là còn số ngày (expiringDays)', 1, 366),
        fieldBetween('scansPerLabel', 'Lượt quét trên một tem (scansPerLabel)', 1, 1000),
        fieldBetween('scansAtLeast', 'Lượt quét ít nhất (scansAtLeast)', 1, 1_000_000),
        fieldBetween('visitEveryMonths', 'Hậu kiểm lại sau số tháng (visitEveryMonths)', 1, 120),
      ],
    },
  ),
  'inspection.mending-days': topic(z.object({ minor: z.number().int(), major: z.number().int(), serious: z.number().int() }), {
    title: 'Số ngày để khắc phục lỗi hậu kiểm',
    say: ({ minor, major, serious }) => `lỗi nhẹ ${minor} ngày, trung bình ${major} ngày, nặng ${serious} ngày`,
    bounds: [
      fieldBetween('minor', 'Lỗi nhẹ (minor)', 1, 366),
      fieldBetween('major', 'Lỗi trung bình (major)', 1, 366),
      fieldBetween('serious', 'Lỗi nặng (serious)', 1, 366),
    ],
  }),
  /** Month and day, both included: when communes are asked each year, and the last day on which they answer in time. */
  'production-check.season': topic(z.object({ opensOn: day, closesOn: day }), {
    title: 'Thời gian xã xác nhận còn sản xuất hằng năm',
    say: ({ opensOn, closesOn }) => `từ ${formatDayOfYear(opensOn)} đến hết ${formatDayOfYear(closesOn)}`,
    bounds: [{ says: 'Ngày mở (opensOn) phải trước ngày cuối (closesOn).', holds: ({ opensOn, closesOn }) => opensOn < closesOn }],
  }),
})

declare module '../law/topics.ts' {
  interface LegalTopics extends ReadTopics<typeof inspectionTopics> {}
}
