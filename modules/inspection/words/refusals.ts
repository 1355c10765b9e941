import { sayRefusal as sayProposalRefusal } from '../../certificates/words.ts'
import { sayType, scanWords } from '../../upload-words.ts'
import { uploadRefusals } from '../../upload-refusals.ts'
import type { InspectionRefusal } from '../rules/refusals.ts'
import { findingStatusWords, inspectionStatusWords } from './names.ts'

type RefusalOf<Code extends InspectionRefusal['code']> = Extract<InspectionRefusal, { code: Code }>
const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`
const missingWords = { visitedAt: 'ngày giờ kiểm tra', place: 'nơi kiểm tra', met: 'người làm việc phía cơ sở' }

const refusalWords = {
  'plan-approved': () => 'Kế hoạch này đã phê duyệt nên không đổi được. Cần kiểm tra thêm thì lập một cuộc hậu kiểm đột xuất.',
  'plan-empty': () => 'Kế hoạch chưa có sản phẩm nào. Đưa ít nhất một sản phẩm vào rồi phê duyệt.',
  'approved-in-future': () => 'Ngày phê duyệt không thể sau hôm nay.',
  'never-recognised': () => 'Chỉ hậu kiểm sản phẩm đã được công nhận và giấy chưa bị thu hồi. Hãy chọn sản phẩm khác.',
  'inspection-open': ({ inspectionCode }: RefusalOf<'inspection-open'>) =>
    `Sản phẩm này đang có cuộc hậu kiểm ${inspectionCode} chưa xong. Làm xong cuộc đó rồi mới lập cuộc mới.`,
  'inspection-closed': ({ status }: RefusalOf<'inspection-closed'>) =>
    `Cuộc hậu kiểm này đang ở bước “${inspectionStatusWords[status]}” nên không làm được việc này. Hãy tải lại trang.`,
  'not-an-inspector': () => 'Người này không thuộc cơ quan OCOP tỉnh hay Tổ tư vấn. Chọn người trong danh sách.',
  'changed-elsewhere': () => 'Phiếu vừa được ghi ở nơi khác. Chữ bạn gõ còn ở đây; hãy mở lại trang, so rồi ghi lại.',
  'visited-in-future': () => 'Giờ kiểm tra không thể sau lúc này.',
  'taken-in-future': () => 'Giờ chụp không thể sau lúc này.',
  'photo-missing': () => 'Chọn hoặc chụp một ảnh.',
  'deadline-over': () => 'Hạn khắc phục phải từ hôm nay trở đi.',
  'items-unanswered': ({ items }: RefusalOf<'items-unanswered'>) => `Còn ${items.length} nội dung chưa chọn: ${items.join('; ')}.`,
  'failing-without-finding': ({ items }: RefusalOf<'failing-without-finding'>) =>
    `Nội dung không đạt mà chưa ghi lỗi phải khắc phục: ${items.join('; ')}.`,
  'sheet-incomplete': ({ missing }: RefusalOf<'sheet-incomplete'>) =>
    `Phiếu còn thiếu: ${missing.map((field) => missingWords[field]).join(', ')}. Ghi rồi lưu phiếu, sau đó kết thúc.`,
  'finding-closed': ({ status }: RefusalOf<'finding-closed'>) =>
    `Lỗi này đang ở bước “${findingStatusWords[status]}” nên không làm được việc này. Hãy tải lại trang.`,
  'proof-missing': () => 'Chụp ảnh hoặc chọn giấy cho thấy đã khắc phục.',
  'nothing-grave': () =>
    'Không còn lỗi nặng hay lỗi quá hạn nào chưa khắc phục, nên biên bản này không là căn cứ thu hồi. Hãy tải lại trang.',
  'not-active': sayProposalRefusal,
  'already-proposed': sayProposalRefusal,
  'reason-not-in-law': sayProposalRefusal,
  'note-missing': sayProposalRefusal,
  'conclusion-in-future': sayProposalRefusal,
  'file-empty': () => 'Tệp trống. Hãy chọn lại.',
  'file-too-large': ({ limit }: RefusalOf<'file-too-large'>) => `Tệp quá lớn, nhiều nhất ${megabytes(limit)}. Hãy chụp lại ảnh nhỏ hơn.`,
  'file-type-refused': ({ found }: RefusalOf<'file-type-refused'>) =>
    sayType(found, 'Không nhận loại tệp này. Hãy gửi ảnh (JPG, PNG, WEBP) hoặc PDF.'),
  'image-broken': () => 'Ảnh bị hỏng, không mở được. Hãy chụp lại.',
  'image-too-many-pixels': () => 'Ảnh quá nhiều điểm ảnh. Hãy chụp lại ở cỡ thường.',
  'pdf-refused': () => 'Tệp PDF này không nhận được. Hãy chụp ảnh tờ giấy rồi gửi ảnh.',
  'office-macros': () => 'Tệp có chương trình bên trong nên không nhận. Hãy lưu thành PDF, hoặc gửi ảnh.',
  'office-unpacks-too-large': () => 'Tệp này mở ra quá lớn nên không nhận. Hãy lưu thành PDF, hoặc gửi ảnh.',
  'office-broken': () => 'Tệp bị hỏng, không mở được. Hãy lưu thành PDF, hoặc gửi ảnh.',
  ...scanWords,
} satisfies { [Code in InspectionRefusal['code']]: (refusal: RefusalOf<Code>) => string }

export function sayRefusal(refusal: InspectionRefusal): string {
  return (refusalWords[refusal.code] as (refusal: InspectionRefusal) => string)(refusal)
}

/** The field of a form beside which a refusal is said; others stand above the form. */
export const refusalFields: Partial<Record<InspectionRefusal['code'], string>> = {
  'approved-in-future': 'approvedOn',
  'not-an-inspector': 'inspectorId',
  'never-recognised': 'productId',
  'visited-in-future': 'visitedAt',
  'taken-in-future': 'takenAt',
  'deadline-over': 'dueOn',
  'photo-missing': 'file',
  'proof-missing': 'file',
  'reason-not-in-law': 'reason',
  'note-missing': 'note',
  ...(Object.fromEntries(uploadRefusals.map((code) => [code, 'file'])) as Record<(typeof uploadRefusals)[number], string>),
}
