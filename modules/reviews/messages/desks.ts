import { tellOf } from '../../message.ts'
import type { Telling } from '../../message.ts'
import { answerActs, questionActs, reviewActs } from '../acts.ts'
import { aboutAnswer, digest, judgesOfReview, sample, sellerOfQuestion, sellerOfReview, work } from './about-post.ts'

/** What the seller and the office are told. */
export const deskMessages: readonly Telling[] = [
  tellOf(reviewActs.write, {
    ...digest,
    sample,
    name: 'review.written',
    says: 'Có đánh giá mới (gửi người bán)',
    words: {
      vi: {
        subject: 'Đánh giá mới về {product}',
        text: 'Một người mua đã đánh giá {product}. Bạn trả lời công khai được trên trang Đánh giá.',
        short: 'Danh gia moi ve {product}.',
      },
      en: {
        subject: 'A new review of {product}',
        text: 'A buyer reviewed {product}. You may answer in public on the page of reviews.',
        short: 'A new review of {product}.',
      },
      km: {
        subject: 'ការវាយតម្លៃថ្មីអំពី {product}',
        text: 'អ្នកទិញម្នាក់បានវាយតម្លៃ {product}។ អ្នកអាចឆ្លើយជាសាធារណៈនៅទំព័រវាយតម្លៃ។',
        short: 'Danh gia moi ve {product}.',
      },
    },
    tell: ({ payload }, asking) => sellerOfReview(payload, asking),
  }),
  tellOf(questionActs.ask, {
    ...work,
    sample,
    name: 'question.asked',
    says: 'Khách hỏi về sản phẩm (gửi người bán)',
    words: {
      vi: {
        subject: 'Khách hỏi về {product}',
        text: 'Có câu hỏi mới về {product}. Trả lời trên trang Hỏi đáp.',
        short: 'Khach hoi ve {product}. Tra loi tren trang Hoi dap.',
      },
      en: {
        subject: 'A question about {product}',
        text: 'Somebody asked about {product}. Answer on the page of questions.',
        short: 'A question about {product} waits for your answer.',
      },
      km: {
        subject: 'អតិថិជនសួរអំពី {product}',
        text: 'មានសំណួរថ្មីអំពី {product}។ សូមឆ្លើយនៅទំព័រសំណួរចម្លើយ។',
        short: 'Khach hoi ve {product}. Tra loi tren trang Hoi dap.',
      },
    },
    tell: ({ payload }, asking) => sellerOfQuestion(payload, asking),
  }),
  tellOf(answerActs.return, {
    ...work,
    sample,
    name: 'seller-answer.returned',
    says: 'Câu trả lời bị gửi lại (gửi người bán)',
    words: {
      vi: {
        subject: 'Câu trả lời về {product} bị gửi lại',
        text: 'Câu trả lời của bạn về {product} chưa hiện ra được. Mở ra để đọc lý do và viết lại.',
        short: 'Cau tra loi ve {product} bi gui lai. Mo ra de doc ly do.',
      },
      en: {
        subject: 'Your answer about {product} was sent back',
        text: 'Your answer about {product} is not shown. Open it to read why, and write another.',
        short: 'Your answer about {product} was sent back. Open it to read why.',
      },
      km: {
        subject: 'ចម្លើយអំពី {product} ត្រូវបានផ្ញើត្រឡប់',
        text: 'ចម្លើយរបស់អ្នកអំពី {product} មិនទាន់បង្ហាញទេ។ សូមបើកអានមូលហេតុ ហើយសរសេរម្ដងទៀត។',
        short: 'Cau tra loi ve {product} bi gui lai. Mo ra de doc ly do.',
      },
    },
    tell: ({ payload }, asking) => aboutAnswer(payload, asking, 'seller'),
  }),
  tellOf(answerActs.write, {
    ...digest,
    sample,
    name: 'seller-answer.written',
    says: 'Câu trả lời chờ duyệt (gửi cơ quan)',
    words: {
      vi: {
        subject: 'Câu trả lời chờ duyệt: {product}',
        text: '{producer} đã trả lời công khai về {product}. Đọc rồi duyệt hoặc gửi lại.',
        short: 'Cau tra loi cho duyet: {product} ({producer}).',
      },
    },
    tell: ({ payload }, asking) => aboutAnswer(payload, asking, 'office'),
  }),
  ...(['report', 'object'] as const).map((act) =>
    tellOf(reviewActs[act], {
      ...work,
      sample,
      name: act === 'report' ? 'review.reported' : 'review.objected',
      says: act === 'report' ? 'Đánh giá bị báo vi phạm (gửi cơ quan)' : 'Người viết phản đối việc ẩn (gửi cơ quan)',
      words: {
        vi: {
          subject: act === 'report' ? 'Đánh giá bị báo: {product}' : 'Phản đối việc ẩn đánh giá: {product}',
          text:
            act === 'report'
              ? '{producer} báo một đánh giá về {product} là vi phạm. Xem rồi giữ hoặc ẩn.'
              : 'Người viết đánh giá về {product} ({producer}) phản đối việc ẩn. Xem lại rồi quyết định.',
          short: act === 'report' ? 'Danh gia bi bao: {product} ({producer}).' : 'Phan doi viec an danh gia: {product} ({producer}).',
        },
      },
      tell: ({ payload }, asking) => judgesOfReview(payload, asking),
    }),
  ),
]
