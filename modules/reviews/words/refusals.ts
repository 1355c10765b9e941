import { photoUploadRefusals } from '../../upload-refusals.ts'
import { paperUploadWords, sayType, scanWords } from '../../upload-words.ts'
import type { ReviewsRefusal } from '../rules/refusals.ts'
import { answerStatusWords, questionStatusWords, reviewStatusWords } from './names.ts'

type RefusalOf<Code extends ReviewsRefusal['code']> = Extract<ReviewsRefusal, { code: Code }>
const reload = 'Tải lại trang để xem.'

const refusalWords = {
  'review-closed': ({ status }: RefusalOf<'review-closed'>) =>
    `Đánh giá này: ${reviewStatusWords[status].toLocaleLowerCase('vi')}. ${reload}`,
  'question-closed': ({ status }: RefusalOf<'question-closed'>) =>
    `Câu hỏi này: ${questionStatusWords[status].toLocaleLowerCase('vi')}. ${reload}`,
  'answer-closed': ({ status }: RefusalOf<'answer-closed'>) =>
    `Câu trả lời này: ${answerStatusWords[status].toLocaleLowerCase('vi')}. ${reload}`,
  'too-many-attempts': ({ minutes }: RefusalOf<'too-many-attempts'>) => `Gửi quá nhiều lần. Hãy thử lại sau ${minutes} phút.`,
  'not-delivered': () => 'Đơn này chưa giao hàng: nhận hàng rồi mới đánh giá.',
  'line-of-other-order': () => 'Mặt hàng này không thuộc đơn.',
  'sellers-own': () => 'Đơn này do chính người bán đặt nên không đánh giá được.',
  'typed-by-seller': () => 'Đơn này do người bán ghi hộ nên không đánh giá được.',
  'too-late': ({ days }: RefusalOf<'too-late'>) => `Đã quá ${days} ngày từ khi giao hàng.`,
  'written-before': () => 'Mặt hàng này của đơn đã có đánh giá.',
  'has-contact': () => 'Đừng ghi số điện thoại, thư điện tử hay đường dẫn.',
  'too-many-photos': ({ most }: RefusalOf<'too-many-photos'>) => `Gửi nhiều nhất ${most} ảnh.`,
  'edit-over': () => 'Đã hết thời gian sửa đánh giá.',
  'reason-unknown': () => 'Chọn một lý do trong danh sách đã công bố.',
  'reported-before': () => 'Đánh giá này đã được báo một lần.',
  'none-reported': () => 'Không ai báo đánh giá này.',
  'objected-before': () => 'Chỉ phản đối được một lần.',
  'nobody-sells': () => 'Sản phẩm này chưa có ai bán nên không hỏi được.',
  'phone-wrong': () => 'Số điện thoại di động có 10 số, ví dụ 0912 345 678; không muốn để lại thì bỏ trống.',
  'same-words': () => 'Câu trả lời này giống bản đang có.',
  'file-empty': paperUploadWords['file-empty'],
  'file-too-large': paperUploadWords['file-too-large'],
  'file-type-refused': ({ found }: RefusalOf<'file-type-refused'>) =>
    sayType(found, 'Không nhận loại tệp này. Hãy gửi ảnh (JPG, PNG, WEBP).'),
  'image-broken': paperUploadWords['image-broken'],
  'image-too-many-pixels': paperUploadWords['image-too-many-pixels'],
  ...scanWords,
} satisfies { [Code in ReviewsRefusal['code']]: (refusal: RefusalOf<Code>) => string }

export function sayRefusal(refusal: ReviewsRefusal): string {
  return (refusalWords[refusal.code] as (refusal: ReviewsRefusal) => string)(refusal)
}

/** The field of a form beside which a refusal is said; others stand above the form. */
export const refusalFields: Partial<Record<ReviewsRefusal['code'], string>> = {
  'has-contact': 'words',
  'too-many-photos': 'photo',
  'reason-unknown': 'reason',
  'phone-wrong': 'phone',
  'same-words': 'words',
  ...(Object.fromEntries(photoUploadRefusals.map((code) => [code, 'photo'])) as Record<(typeof photoUploadRefusals)[number], string>),
}
