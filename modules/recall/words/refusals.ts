import { uploadRefusals } from '../../upload-refusals.ts'
import { sayType, scanWords } from '../../upload-words.ts'
import type { RecallRefusal } from '../rules/refusals.ts'
import { recallStatusWords } from './names.ts'

type RefusalOf<Code extends RecallRefusal['code']> = Extract<RecallRefusal, { code: Code }>
const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`

const refusalWords = {
  'nothing-chosen': () => 'Chọn ít nhất một lô để thu hồi.',
  'lot-recalled-before': ({ lots }: RefusalOf<'lot-recalled-before'>) => `Lô ${lots.join(', ')} đã thu hồi rồi. Bỏ chọn rồi gửi lại.`,
  'not-the-authority': () => 'Theo quy định hiện hành, cơ quan của bạn không quyết định việc thu hồi. Hãy báo cơ quan OCOP tỉnh.',
  'recall-closed': ({ status }: RefusalOf<'recall-closed'>) =>
    `Đợt thu hồi này: ${recallStatusWords[status].toLocaleLowerCase('vi')}. Tải lại trang để xem.`,
  'decided-before': () => 'Đợt thu hồi này đã có quyết định. Tải lại trang để xem.',
  'decided-in-future': () => 'Ngày quyết định không thể sau hôm nay.',
  'lot-of-other-recall': () => 'Lô này không thuộc đợt thu hồi. Chọn lô trong danh sách.',
  'note-missing': () => 'Ghi số âm để sửa dòng ghi nhầm thì phải nói rõ nhầm gì.',
  'proof-missing': () => 'Tiêu hủy phải có người chứng kiến và ảnh hoặc biên bản kèm theo.',
  'less-than-nothing': ({ counted }: RefusalOf<'less-than-nothing'>) => `Mới ghi ${counted}, không trừ được nhiều hơn thế.`,
  'more-than-made': ({ over }: RefusalOf<'more-than-made'>) =>
    `Nhiều hơn số đã làm ra ${over} đơn vị. Đếm lại, hoặc sửa dòng ghi nhầm bằng số âm.`,
  'more-than-sold': ({ over }: RefusalOf<'more-than-sold'>) =>
    `Trả lại nhiều hơn đã bán ${over} đơn vị. Nếu bán cả ngoài gian hàng này, hãy ghi dòng “Đã bán ngoài gian hàng này” trước.`,
  'more-than-found': ({ over }: RefusalOf<'more-than-found'>) =>
    `Nhiều hơn số tìm thấy và trả lại ${over} đơn vị. Hãy ghi số tìm thấy hoặc trả lại trước.`,
  'ordered-by-authority': () => 'Thu hồi bắt buộc do cơ quan kết thúc. Hãy ghi đủ sổ rồi báo cơ quan.',
  'not-decided': () => 'Cơ quan chưa quyết định về đợt thu hồi này nên chưa kết thúc được.',
  'remainder-unexplained': ({ missing, inHand }: RefusalOf<'remainder-unexplained'>) =>
    `Còn ${missing} đơn vị chưa rõ ở đâu, ${inHand} đơn vị còn giữ. Ghi rõ lý do thì kết thúc được.`,
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
} satisfies { [Code in RecallRefusal['code']]: (refusal: RefusalOf<Code>) => string }

export function sayRefusal(refusal: RecallRefusal): string {
  return (refusalWords[refusal.code] as (refusal: RecallRefusal) => string)(refusal)
}

/** The field of a form beside which a refusal is said; others stand above the form. */
export const refusalFields: Partial<Record<RecallRefusal['code'], string>> = {
  'nothing-chosen': 'lotId',
  'lot-recalled-before': 'lotId',
  'decided-in-future': 'decidedOn',
  'lot-of-other-recall': 'lotId',
  'note-missing': 'note',
  'proof-missing': 'file',
  'less-than-nothing': 'quantity',
  'more-than-made': 'quantity',
  'more-than-sold': 'quantity',
  'more-than-found': 'quantity',
  'remainder-unexplained': 'remainderReason',
  ...(Object.fromEntries(uploadRefusals.map((code) => [code, 'file'])) as Record<(typeof uploadRefusals)[number], string>),
}
