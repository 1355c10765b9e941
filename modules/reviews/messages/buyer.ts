import { tellOf } from '../../message.ts'
import type { Telling } from '../../message.ts'
import { answerActs, reviewActs } from '../acts.ts'
import { asker, digest, law, orderSample, sample, work, writer } from './about-post.ts'

/** What whoever wrote, or asked, is told. */
export const buyerMessages: readonly Telling[] = [
  tellOf(reviewActs.hide, {
    ...law,
    sample: orderSample,
    name: 'review.hidden',
    says: 'Đánh giá bị ẩn, có lý do (gửi người viết)',
    words: {
      vi: {
        subject: 'Đánh giá {product} của bạn đã bị ẩn',
        text: 'Cơ quan đã ẩn đánh giá {product} trong đơn {order}. Mở trang đơn hàng để đọc lý do; bạn được phản đối một lần ở đó.',
        short: 'Danh gia {product} (don {order}) da bi an. Xem ly do, phan doi tren trang don hang.',
      },
      en: {
        subject: 'Your review of {product} was hidden',
        text: 'The office hid your review of {product} in order {order}. Open the page of the order to read why; there you may object once.',
        short: 'Your review of {product} (order {order}) was hidden. Read why and object on its page.',
      },
      km: {
        subject: 'ការវាយតម្លៃ {product} របស់អ្នកត្រូវបានលាក់',
        text: 'ការិយាល័យបានលាក់ការវាយតម្លៃ {product} ក្នុងការបញ្ជាទិញ {order}។ សូមបើកទំព័រការបញ្ជាទិញ ដើម្បីអានមូលហេតុ អ្នកអាចជំទាស់បានម្ដងនៅទីនោះ។',
        short: 'Danh gia {product} (don {order}) da bi an. Xem ly do, phan doi tren trang don hang.',
      },
    },
    tell: ({ payload }, asking) => writer(payload, asking),
  }),
  tellOf(reviewActs.restore, {
    ...law,
    sample: orderSample,
    name: 'review.restored',
    says: 'Đánh giá hiện lại (gửi người viết)',
    words: {
      vi: {
        subject: 'Đánh giá {product} của bạn đã hiện lại',
        text: 'Cơ quan đã xem lại: đánh giá {product} trong đơn {order} đã hiện lại.',
        short: 'Danh gia {product} (don {order}) da hien lai.',
      },
      en: {
        subject: 'Your review of {product} is shown again',
        text: 'The office looked again: your review of {product} in order {order} is shown again.',
        short: 'Your review of {product} (order {order}) is shown again.',
      },
      km: {
        subject: 'ការវាយតម្លៃ {product} របស់អ្នកបង្ហាញឡើងវិញ',
        text: 'ការិយាល័យបានពិនិត្យឡើងវិញ៖ ការវាយតម្លៃ {product} ក្នុងការបញ្ជាទិញ {order} បង្ហាញឡើងវិញហើយ។',
        short: 'Danh gia {product} (don {order}) da hien lai.',
      },
    },
    tell: ({ payload }, asking) => writer(payload, asking),
  }),
  tellOf(reviewActs.uphold, {
    ...law,
    sample: orderSample,
    name: 'review.upheld',
    says: 'Việc ẩn đánh giá được giữ nguyên (gửi người viết)',
    words: {
      vi: {
        subject: 'Đánh giá {product} của bạn vẫn bị ẩn',
        text: 'Cơ quan đã đọc phản đối của bạn và giữ nguyên việc ẩn đánh giá {product} trong đơn {order}. Lý do có trên trang đơn hàng.',
        short: 'Danh gia {product} (don {order}) van bi an. Ly do co tren trang don hang.',
      },
      en: {
        subject: 'Your review of {product} stays hidden',
        text: 'The office read your objection; your review of {product} in order {order} stays hidden. Why stands on the page of the order.',
        short: 'Your review of {product} (order {order}) stays hidden. Why stands on its page.',
      },
      km: {
        subject: 'ការវាយតម្លៃ {product} របស់អ្នកនៅតែលាក់',
        text: 'ការិយាល័យបានអានការជំទាស់របស់អ្នក ហើយរក្សាការលាក់ការវាយតម្លៃ {product} ក្នុងការបញ្ជាទិញ {order}។ មូលហេតុមាននៅទំព័រការបញ្ជាទិញ។',
        short: 'Danh gia {product} (don {order}) van bi an. Ly do co tren trang don hang.',
      },
    },
    tell: ({ payload }, asking) => writer(payload, asking),
  }),
  tellOf(answerActs.publish, {
    ...work,
    sample,
    name: 'question.answered',
    says: 'Câu hỏi đã có trả lời (gửi người hỏi)',
    words: {
      vi: {
        subject: '{producer} đã trả lời câu hỏi về {product}',
        text: '{producer} đã trả lời câu hỏi của bạn về {product}. Câu trả lời ở trang sản phẩm.',
        short: '{producer} da tra loi cau hoi cua ban ve {product}.',
      },
      en: {
        subject: '{producer} answered your question about {product}',
        text: '{producer} answered your question about {product}. The answer stands on the page of the product.',
        short: '{producer} answered your question about {product}.',
      },
      km: {
        subject: '{producer} បានឆ្លើយសំណួរអំពី {product}',
        text: '{producer} បានឆ្លើយសំណួររបស់អ្នកអំពី {product}។ ចម្លើយមាននៅទំព័រផលិតផល។',
        short: '{producer} da tra loi cau hoi cua ban ve {product}.',
      },
    },
    tell: ({ payload }, asking) => asker(payload, asking),
  }),
  tellOf(answerActs.publish, {
    ...digest,
    sample: orderSample,
    name: 'review.answered',
    says: 'Người bán trả lời đánh giá (gửi người viết)',
    words: {
      vi: {
        subject: '{producer} đã trả lời đánh giá của bạn',
        text: '{producer} đã trả lời đánh giá {product} trong đơn {order}. Câu trả lời ở trang sản phẩm.',
        short: '{producer} da tra loi danh gia {product} cua ban.',
      },
      en: {
        subject: '{producer} answered your review',
        text: '{producer} answered your review of {product} in order {order}. The answer stands on the page of the product.',
        short: '{producer} answered your review of {product}.',
      },
      km: {
        subject: '{producer} បានឆ្លើយការវាយតម្លៃរបស់អ្នក',
        text: '{producer} បានឆ្លើយការវាយតម្លៃ {product} ក្នុងការបញ្ជាទិញ {order}។ ចម្លើយមាននៅទំព័រផលិតផល។',
        short: '{producer} da tra loi danh gia {product} cua ban.',
      },
    },
    tell: async ({ payload: { reviewId } }, asking) => (reviewId ? writer({ reviewId }, asking) : []),
  }),
]
