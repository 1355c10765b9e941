import { z } from 'zod'
import { declareTopics, sayCodes, topic, unimplementedTopic } from '../law/rules.ts'
import type { ReadTopics } from '../law/rules.ts'

const days = z.number().int().positive()

const kinds = {
  cooperative: 'hợp tác xã',
  'cooperative-group': 'tổ hợp tác',
  company: 'doanh nghiệp nhỏ và vừa',
  farm: 'trang trại',
  household: 'hộ có đăng ký kinh doanh',
}

/** What the catalogue reads of the law. */
export const catalogueTopics = declareTopics({
  'producer.kinds': unimplementedTopic(z.array(z.string()), { title: 'Loại hình chủ thể được tham gia', say: sayCodes(kinds) }),
  'renewal.window-days': topic(z.object({ from: days, to: days }), {
    title: 'Cửa sổ nộp đánh giá lại (ngày trước hết hạn)',
    say: ({ from, to }) => `từ ${from} đến ${to}`,
  }),
  'certificate.extension-days': topic(days, { title: 'Kéo dài giấy khi đánh giá lại chậm (ngày)' }),
})

declare module '../law/topics.ts' {
  interface LegalTopics extends ReadTopics<typeof catalogueTopics> {}
}
