import { paperUploadWords } from '../../../upload-words.ts'
import type { PointRefusal } from '../rules/refusals.ts'
import { pointStatusWords } from './names.ts'

type RefusalOf<Code extends PointRefusal['code']> = Extract<PointRefusal, { code: Code }>

const refusalWords = {
  ...paperUploadWords,
  'request-key-reused': () => 'Mẫu này đã gửi rồi. Hãy tải lại trang.',
  'point-closed': ({ status }: RefusalOf<'point-closed'>) =>
    `Điểm bán này: ${pointStatusWords[status].toLocaleLowerCase('vi')}. Tải lại trang để xem.`,
  'commune-unknown': () => 'Không có xã, phường này trong danh mục. Chọn lại.',
  'operator-unknown': () => 'Không có đơn vị này. Lập đơn vị ở trang Quản trị trước, rồi chọn.',
  'visit-in-future': () => 'Ngày kiểm tra không thể ở sau hôm nay.',
  'criteria-changed': () => 'Bộ tiêu chí đã đổi từ lúc bạn mở trang. Những gì đã đánh dấu còn đây, xem lại theo bộ mới rồi lưu.',
  'inspection-missing': () => 'Chưa có lần kiểm tra nào theo bộ tiêu chí hiện hành. Kiểm tra rồi công nhận.',
  'inspection-failed': ({ unmet }: RefusalOf<'inspection-failed'>) =>
    `Lần kiểm tra mới nhất còn ${unmet} tiêu chí bắt buộc chưa đạt, chưa công nhận được.`,
  'photo-missing': () => 'Chọn một ảnh.',
} satisfies { [Code in PointRefusal['code']]: (refusal: RefusalOf<Code>) => string }

/** The sentence of a refusal. */
export const sayPointRefusal = (refusal: PointRefusal): string => (refusalWords[refusal.code] as (refusal: PointRefusal) => string)(refusal)

/** Beside which field a refusal stands; the others stand above the form. */
export const pointRefusalFields: Partial<Record<PointRefusal['code'], string>> = {
  'commune-unknown': 'communeCode',
  'operator-unknown': 'operatorId',
  'visit-in-future': 'visitedOn',
  'photo-missing': 'file',
  'file-empty': 'file',
  'file-too-large': 'file',
  'file-type-refused': 'file',
  'image-broken': 'file',
  'image-too-many-pixels': 'file',
}
