import { z } from 'zod'
import {
  atMost,
  between,
  declareTopics,
  distinctCodes,
  eachBetween,
  fieldBetween,
  isFalling,
  listed,
  sayCodes,
  topic,
} from '../law/rules.ts'
import type { ReadTopics } from '../law/rules.ts'
import { groundWords } from './words/grounds.ts'

const days = z.number().int()

/**
 * Where each rank may begin. Every decision since 2019 says 90, 70, 50, 30, 0; ten points up or down, twenty for the rank that nobody
 * recognises, is a reform of the scale, and more is another programme with other criteria. The lowest begins at 0: no result is without a rank.
 */
const beginnings: Readonly<Record<number, { least: number; most: number }>> = {
  5: { least: 80, most: 98 },
  4: { least: 60, most: 90 },
  3: { least: 40, most: 80 },
  2: { least: 10, most: 60 },
  1: { least: 0, most: 0 },
}

/** What dossiers read of the law. */
export const dossierTopics = declareTopics({
  'star.bands': topic(z.array(z.object({ level: z.number().int(), min: z.number().int() })), {
    title: 'Điểm của từng hạng sao',
    say: (bands) => bands.map(({ level, min }) => `${level} sao từ ${min} điểm`).join('; '),
    bounds: [
      // Certificates, registers and the criteria of all sets know these five ranks.
      {
        says: 'Phải ghi đủ năm hạng, từ 5 sao xuống 1 sao, mỗi hạng một lần.',
        holds: (bands) => bands.map(({ level }) => level).join() === '5,4,3,2,1',
      },
      {
        says: 'Điểm bắt đầu phải giảm dần từ 5 sao xuống 1 sao.',
        holds: (bands) => bands.every(({ min }, at) => at === 0 || min < bands[at - 1]!.min),
      },
      {
        says: `Điểm bắt đầu của từng hạng phải nằm trong khoảng: ${[5, 4, 3, 2].map((level) => `${level} sao từ ${beginnings[level]!.least} đến ${beginnings[level]!.most}`).join('; ')}; 1 sao từ 0, để điểm nào cũng có hạng.`,
        holds: (bands) => bands.every(({ level, min }) => beginnings[level]!.least <= min && min <= beginnings[level]!.most),
      },
    ],
  }),
  // 15 today; two months is the longest that a commune has for any procedure that we know.
  'dossier.commune-review-working-days': topic(days, { title: 'Thời gian cấp xã xét hồ sơ (ngày làm việc)', ...between(1, 60) }),
  // 45 today, 30 and 60 for dossiers of the transition; more than half a year passes the whole window of renewal.
  'renewal.finish-days': topic(days, { title: 'Thời gian đánh giá lại (ngày)', ...between(1, 180) }),
  // May be empty: a law that refuses nothing at once.
  'dossier.immediate-refusals': topic(z.array(z.string()), {
    title: 'Lý do loại hồ sơ ngay',
    say: sayCodes(groundWords),
    bounds: [atMost(30), distinctCodes],
  }),
  // How long the office of intellectual property has; nobody waits longer than five years for a stage, or is protected for less than five.
  'trademark.months': topic(
    z.object({ form: z.number().int(), publication: z.number().int(), substance: z.number().int(), protectionYears: z.number().int() }),
    {
      title: 'Thời gian xử lý đơn nhãn hiệu (ước)',
      say: ({ form, publication, substance, protectionYears }) =>
        `thẩm định hình thức ${form} tháng, công bố ${publication} tháng, thẩm định nội dung ${substance} tháng; bảo hộ ${protectionYears} năm từ ngày nộp`,
      bounds: [
        fieldBetween('form', 'Thẩm định hình thức (form, tháng)', 1, 60),
        fieldBetween('publication', 'Công bố đơn (publication, tháng)', 1, 60),
        fieldBetween('substance', 'Thẩm định nội dung (substance, tháng)', 1, 60),
        fieldBetween('protectionYears', 'Bảo hộ (protectionYears, năm)', 5, 50),
      ],
    },
  ),
  // The platform's own calendar: nobody is reminded of a paper more than a year ahead, nor twice of one day.
  'message.paper-reminder-days': topic(z.array(days), {
    title: 'Nhắc giấy sắp hết hạn (ngày trước)',
    say: (ahead) => ahead.join(', '),
    bounds: [
      listed(12),
      eachBetween(1, 365),
      { says: 'Các lần nhắc xếp từ xa đến gần ngày hết hạn, không lặp lại.', holds: (ahead: readonly number[]) => isFalling(ahead) },
    ],
  }),
  // The platform's own calendar of dossiers of the transition.
  'transition.reminder-days': topic(z.array(days), {
    title: 'Nhắc hồ sơ chuyển tiếp sắp hết hạn (ngày trước)',
    say: (ahead) => ahead.join(', '),
    bounds: [
      listed(12),
      eachBetween(1, 365),
      { says: 'Các lần nhắc xếp từ xa đến gần ngày hết hạn, không lặp lại.', holds: (ahead: readonly number[]) => isFalling(ahead) },
    ],
  }),
  // 60 and 30 today; a transition of more than a year is a law of its own.
  'transition.finish-days': topic(z.object({ 'first-or-upgrade': days, renewal: days }), {
    title: 'Thời gian làm xong hồ sơ chuyển tiếp (ngày)',
    bounds: [fieldBetween('first-or-upgrade', 'hồ sơ mới hoặc nâng hạng', 1, 365), fieldBetween('renewal', 'đánh giá lại', 1, 365)],
    say: (finish) => `hồ sơ mới hoặc nâng hạng: ${finish['first-or-upgrade']}; đánh giá lại: ${finish.renewal}`,
  }),
})

declare module '../law/topics.ts' {
  interface LegalTopics extends ReadTopics<typeof dossierTopics> {}
}
