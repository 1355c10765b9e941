import { z } from 'zod'
import { declareTopics, sayCodes, topic, unimplementedTopic } from '../law/rules.ts'
import type { ReadTopics } from '../law/rules.ts'

const days = z.number().int().positive()

const grounds = {
  forged: 'giả mạo hồ sơ',
  'food-safety-breach': 'không tuân thủ giấy chứng nhận đủ điều kiện an toàn thực phẩm',
  'registration-improper': 'hồ sơ đăng ký không đúng quy định',
}

/** What dossiers read of the law. */
export const dossierTopics = declareTopics({
  'star.bands': topic(z.array(z.object({ level: z.number().int().min(1).max(5), min: z.number().int().min(0).max(100) })), {
    title: 'Điểm của từng hạng sao',
    say: (bands) => bands.map(({ level, min }) => `${level} sao từ ${min} điểm`).join('; '),
  }),
  'dossier.commune-review-working-days': topic(days, { title: 'Thời gian cấp xã xét hồ sơ (ngày làm việc)' }),
  'dossier.immediate-refusals': topic(z.array(z.string()), { title: 'Lý do loại hồ sơ ngay', say: sayCodes(grounds) }),
  'transition.finish-days': unimplementedTopic(z.object({ 'first-or-upgrade': days, renewal: days }), {
    title: 'Thời gian làm xong hồ sơ chuyển tiếp (ngày)',
    say: (finish) => `hồ sơ mới hoặc nâng hạng: ${finish['first-or-upgrade']}; đánh giá lại: ${finish.renewal}`,
  }),
})

declare module '../law/topics.ts' {
  interface LegalTopics extends ReadTopics<typeof dossierTopics> {}
}
