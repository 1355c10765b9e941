import { formatMoment } from '@dacsan/vietnam'
import { paperUploadWords } from '../../../upload-words.ts'
import type { NewsRefusal } from '../rules/refusals.ts'
import { inputWords } from './inputs.ts'
import { newsRequestStatusWords, newsStatusWords } from './names.ts'

type RefusalOf<Code extends NewsRefusal['code']> = Extract<NewsRefusal, { code: Code }>

const { 'pdf-refused': _, 'office-macros': __, 'office-unpacks-too-large': ___, 'office-broken': ____, ...photoWords } = paperUploadWords

const refusalWords = {
  ...photoWords,
  'request-key-reused': () => 'Mẫu này đã gửi rồi. Hãy tải lại trang.',
  'news-closed': ({ status }: RefusalOf<'news-closed'>) =>
    `Tin này: ${newsStatusWords[status].toLocaleLowerCase('vi')}. Tải lại trang để xem.`,
  'request-answered': ({ status }: RefusalOf<'request-answered'>) =>
    `Đề nghị này: ${newsRequestStatusWords[status].toLocaleLowerCase('vi')}. Tải lại trang để xem.`,
  'product-unknown': ({ said }: RefusalOf<'product-unknown'>) =>
    `Không có sản phẩm “${said}”. Mở trang sản phẩm rồi chép địa chỉ của trang vào đây.`,
  'commune-unknown': ({ said }: RefusalOf<'commune-unknown'>) => `Không rõ xã, phường “${said}”. Ghi tên hiện nay, hoặc mã xã.`,
  'fair-unknown': () => 'Có hội chợ không còn. Tải lại trang rồi chọn lại.',
  'changed-elsewhere': () => 'Có người vừa lưu bản khác. Mở trang của tin ở thẻ khác để xem, rồi chép phần bạn sửa sang.',
  'made-in-future': () => 'Ngày có thông tin không thể sau hôm nay.',
  'photo-missing': () => 'Chọn ảnh.',
  'photo-twice': () => 'Ảnh này đã có trong tin.',
  'too-many-photos': ({ most }: RefusalOf<'too-many-photos'>) => `Mỗi tin nhiều nhất ${most} ảnh. Gỡ một ảnh trước.`,
  'consent-missing': () => 'Ảnh có người nhận ra được: ghi ai đồng ý, khi nào, bằng cách nào.',
  'own-text': () => 'Bạn đã viết tin này: người khác duyệt.',
  'not-yet': ({ at }: RefusalOf<'not-yet'>) => `Chưa đến giờ đăng (${formatMoment(at)}).`,
  'nothing-changed': () => 'Chưa sửa chữ nào so với bản đang đăng.',
  'dish-lists': () => inputWords.recipe,
  'too-many-requests': ({ minutes }: RefusalOf<'too-many-requests'>) => `Đã gửi nhiều lần. Thử lại sau ${minutes} phút.`,
  'news-not-public': () => 'Tin này không còn đăng.',
} satisfies { [Code in NewsRefusal['code']]: (refusal: RefusalOf<Code>) => string }

export function sayNewsRefusal(refusal: NewsRefusal): string {
  return (refusalWords[refusal.code] as (refusal: NewsRefusal) => string)(refusal)
}

/** The field of a form beside which a refusal is said; others stand above the form. */
export const newsRefusalFields: Partial<Record<NewsRefusal['code'], string>> = {
  'product-unknown': 'products',
  'commune-unknown': 'communes',
  'fair-unknown': 'fairs',
  'made-in-future': 'madeOn',
  'nothing-changed': 'body',
  'dish-lists': 'body',
  'consent-missing': 'consent',
  'photo-missing': 'photo',
  'photo-twice': 'photo',
  'file-empty': 'photo',
  'file-too-large': 'photo',
  'file-type-refused': 'photo',
  'image-broken': 'photo',
  'image-too-many-pixels': 'photo',
  'file-infected': 'photo',
  'scanner-silent': 'photo',
}
