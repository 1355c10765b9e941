import { z } from 'zod'
import { between, declareTopics, distinctCodes, eachBetween, isFalling, listed, sayCodes, sayYesOrNo, topic } from '../law/rules.ts'
import type { ReadTopics } from '../law/rules.ts'

const count = z.number().int()

const reasons = {
  'false-or-forged': 'khai sai, giả mạo',
  'criteria-no-longer-met': 'không còn đáp ứng tiêu chí',
  'law-broken': 'vi phạm pháp luật',
  'mark-misused': 'dùng sai dấu hiệu OCOP',
  'production-stopped': 'ngừng sản xuất',
  other: 'lý do khác',
}

/** What decisions and certificates read of the law. */
export const certificateTopics = declareTopics({
  // Whether the province may, not that it must: an officer chooses for each product.
  'star.meanwhile-recognition': topic(z.boolean(), {
    title: 'Tỉnh được công nhận 3, 4 sao trong lúc Bộ xem xét 5 sao',
    say: sayYesOrNo,
  }),
  // 36 in every decision since 2019. Below a year no round could judge again in time (two rounds a year, and the window opens half a year
  // before the end); ten years is twice the longest term of any certificate of quality that we know.
  'certificate.validity-months': topic(count, {
    title: 'Thời hạn giấy chứng nhận (tháng)',
    ...between(12, 120),
    relations: [
      {
        topic: 'renewal.window-days',
        says: 'Thời hạn giấy phải dài hơn cửa sổ nộp đánh giá lại (mỗi tháng tính 30 ngày).',
        holds: (months, window) => months * 30 > (window as { from: number }).from,
      },
    ],
  }),
  // The platform's own calendar: nobody is reminded more than three years ahead, the term of a certificate, nor twice of one day.
  'renewal.reminder-days': topic(z.array(count), {
    title: 'Lịch nhắc hết hạn (ngày trước hết hạn)',
    say: (days) => days.join(', '),
    bounds: [
      listed(12),
      eachBetween(1, 1095),
      { says: 'Các lần nhắc xếp từ xa đến gần ngày hết hạn, không lặp lại.', holds: (days: readonly number[]) => isFalling(days) },
    ],
  }),
  // 15 today; terms of administrative decisions are counted in days, and three months is the longest that we know.
  'withdrawal.decide-days': topic(count, { title: 'Thời gian quyết định thu hồi (ngày)', ...between(1, 90) }),
  // Without a reason on the list no certificate could be withdrawn, whatever happened.
  'withdrawal.reasons': topic(z.array(z.string()), { title: 'Lý do thu hồi', say: sayCodes(reasons), bounds: [listed(30), distinctCodes] }),
})

declare module '../law/topics.ts' {
  interface LegalTopics extends ReadTopics<typeof certificateTopics> {}
}
