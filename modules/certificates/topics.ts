import { z } from 'zod'
import { declareTopics, sayCodes, topic, unimplementedTopic } from '../law/rules.ts'
import type { ReadTopics } from '../law/rules.ts'

const count = z.number().int().positive()

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
  'certificate.validity-months': topic(count, { title: 'Thời hạn giấy chứng nhận (tháng)' }),
  'renewal.finish-days': unimplementedTopic(count, { title: 'Thời gian đánh giá lại (ngày)' }),
  'renewal.reminder-days': unimplementedTopic(z.array(count), {
    title: 'Lịch nhắc hết hạn (ngày trước hết hạn)',
    say: (days) => days.join(', '),
  }),
  'withdrawal.decide-days': topic(count, { title: 'Thời gian quyết định thu hồi (ngày)' }),
  'withdrawal.reasons': topic(z.array(z.string()), { title: 'Lý do thu hồi', say: sayCodes(reasons) }),
})

declare module '../law/topics.ts' {
  interface LegalTopics extends ReadTopics<typeof certificateTopics> {}
}
