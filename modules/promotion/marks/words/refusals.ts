import { paperUploadWords } from '../../../upload-words.ts'
import type { MarkRefusal } from '../rules/refusals.ts'
import { misuseStatusWords } from './names.ts'

type RefusalOf<Code extends MarkRefusal['code']> = Extract<MarkRefusal, { code: Code }>

const refusalWords = {
  ...paperUploadWords,
  'owner-unknown': () => 'Không có đơn vị này. Lập đơn vị ở trang Quản trị trước, rồi chọn.',
  'step-not-next': () => 'Bước này không đến lượt: nộp đơn, chấp nhận, công bố, cấp, gia hạn, chấm dứt theo thứ tự. Tải lại trang để xem.',
  'step-before-last': () => 'Ngày này trước ngày của bước liền trước.',
  'step-in-future': () => 'Ngày không thể sau hôm nay.',
  'paper-missing': () => 'Chọn tệp.',
  'paper-twice': () => 'Tệp này đã lưu rồi.',
  'paper-in-future': () => 'Ngày của giấy không thể sau hôm nay.',
  'product-unknown': ({ said }: RefusalOf<'product-unknown'>) =>
    `Không có sản phẩm “${said}”. Mở trang sản phẩm rồi chép địa chỉ của trang vào đây.`,
  'already-admitted': () => 'Sản phẩm này đang được dùng nhãn hiệu. Chấm dứt quyền cũ trước khi ghi quyền mới.',
  'ocop-by-certificate': () => 'Biểu trưng OCOP đi theo giấy chứng nhận còn hạn của từng sản phẩm, không ghi tay.',
  'until-before-from': () => 'Ngày hết phải sau ngày bắt đầu.',
  'regulation-missing': () => 'Lưu quy chế sử dụng trước, rồi mới ghi ai được dùng.',
  'use-ended-before': () => 'Quyền dùng này đã chấm dứt. Tải lại trang để xem.',
  'too-many-reports': ({ minutes }: RefusalOf<'too-many-reports'>) => `Đã gửi nhiều lần. Thử lại sau ${minutes} phút.`,
  'mark-unknown': () => 'Không có nhãn hiệu này.',
  'contact-consent-missing': () => 'Đánh dấu đồng ý cho lưu cách liên hệ, hoặc để trống ô ấy.',
  'misuse-closed': ({ status }: RefusalOf<'misuse-closed'>) =>
    `Tin báo này: ${misuseStatusWords[status].toLocaleLowerCase('vi')}. Tải lại trang để xem.`,
} satisfies { [Code in MarkRefusal['code']]: (refusal: RefusalOf<Code>) => string }

export const sayMarkRefusal = (refusal: MarkRefusal): string => (refusalWords[refusal.code] as (refusal: MarkRefusal) => string)(refusal)

/** Beside which field a refusal stands; the others stand above the form. */
export const markRefusalFields: Partial<Record<MarkRefusal['code'], string>> = {
  'owner-unknown': 'ownerId',
  'step-not-next': 'step',
  'step-before-last': 'on',
  'step-in-future': 'on',
  'paper-missing': 'file',
  'paper-twice': 'file',
  'paper-in-future': 'datedOn',
  'product-unknown': 'product',
  'already-admitted': 'product',
  'until-before-from': 'until',
  'file-empty': 'file',
  'file-too-large': 'file',
  'file-type-refused': 'file',
  'image-broken': 'file',
  'image-too-many-pixels': 'file',
}
