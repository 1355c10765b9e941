import { z } from 'zod'
import { atMost, between, declareTopics, distinctCodes, fieldBetween, listed, sayCodes, topic } from '../law/rules.ts'
import type { ReadTopics } from '../law/rules.ts'

const days = z.number().int()

const kinds = {
  cooperative: 'hợp tác xã',
  'cooperative-group': 'tổ hợp tác',
  company: 'doanh nghiệp nhỏ và vừa',
  farm: 'trang trại',
  household: 'hộ có đăng ký kinh doanh',
  'tourism-association': 'hội, hiệp hội, trung tâm điều hành du lịch',
}

/** What the catalogue reads of the law. */
export const catalogueTopics = declareTopics({
  // A programme that nobody may join is none.
  'producer.kinds': topic(z.array(z.string()), {
    title: 'Loại hình chủ thể được tham gia',
    say: sayCodes(kinds),
    bounds: [listed(30), distinctCodes],
  }),
  // One set today, that of tourism.
  'producer.kinds-of-sets': topic(z.record(z.string(), z.array(z.string())), {
    title: 'Loại hình được tham gia thêm, theo bộ sản phẩm',
    say: (sets) =>
      Object.entries(sets)
        .map(([set, codes]) => `${set}: ${sayCodes(kinds)(codes)}`)
        .join('. '),
    bounds: [
      {
        says: 'Nhiều nhất 60 bộ sản phẩm, mỗi bộ ít nhất một loại hình.',
        holds: (sets) => Object.keys(sets).length <= 60 && Object.values(sets).every((codes) => codes.length > 0),
      },
    ],
  }),
  'producer.kinds-with-registration': topic(z.array(z.string()), {
    title: 'Loại hình phải có số đăng ký kinh doanh hoặc mã số thuế',
    say: sayCodes(kinds),
    bounds: [atMost(30), distinctCodes],
  }),
  // 180 to 120 today. Two years before the end most of a term of three is still to come; 0 is a law that lets one file through the last day.
  'renewal.window-days': topic(z.object({ from: days, to: days }), {
    title: 'Cửa sổ nộp đánh giá lại (ngày trước hết hạn)',
    say: ({ from, to }) => `từ ${from} đến ${to}`,
    bounds: [
      fieldBetween('from', 'from', 1, 730),
      fieldBetween('to', 'to', 0, 729),
      // Both count back from the last day of the certificate, so the window begins with the larger one.
      { says: 'Cửa sổ phải mở trước khi đóng: số ngày “from” phải lớn hơn số ngày “to”.', holds: ({ from, to }) => from > to },
    ],
  }),
  // 180 today. 0 is a law without extension; beyond a year it would be a new term, not an extension.
  'certificate.extension-days': topic(days, { title: 'Kéo dài giấy khi đánh giá lại chậm (ngày)', ...between(0, 365) }),
})

declare module '../law/topics.ts' {
  interface LegalTopics extends ReadTopics<typeof catalogueTopics> {}
}
