import { uploadRefusals } from '../../upload-refusals.ts'
import { sayType, scanWords } from '../../upload-words.ts'
import type { RecallRefusal } from '../rules/refusals.ts'
import { amountOf, recallStatusWords } from './names.ts'

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
  'lot-of-other-recall': () => 'Hàng này không thuộc đợt thu hồi. Chọn trong danh sách.',
  'note-missing': () => 'Ghi số âm để sửa dòng ghi nhầm thì phải nói rõ nhầm gì.',
  'packs-are-whole': () => 'Hàng đã đóng gói đếm theo gói: ghi số nguyên. Hàng chưa đóng gói mới ghi số lẻ.',
  'proof-missing': () => 'Tiêu hủy, lấy mẫu phải có người chứng kiến và ảnh hoặc biên bản kèm theo.',
  'less-than-nothing': ({ counted }: RefusalOf<'less-than-nothing'>) => `Mới ghi ${amountOf(counted)}, không trừ được nhiều hơn thế.`,
  'more-than-books': ({ free }: RefusalOf<'more-than-books'>) =>
    `Sổ kho ở đây còn ${amountOf(free, 'gói')} chưa ghi. Đếm được nhiều hơn thì kiểm kê kho trước, rồi ghi lại.`,
  'more-than-loose': ({ left, unit }: RefusalOf<'more-than-loose'>) =>
    `Ngoài sổ kho chỉ còn ${amountOf(left, unit)}. Hàng đã đóng gói thì chọn quy cách và nơi để.`,
  'more-than-made': ({ over, unit }: RefusalOf<'more-than-made'>) =>
    `Nhiều hơn số đã làm ra ${amountOf(over, unit)}. Đếm lại, hoặc sửa dòng ghi nhầm bằng số âm.`,
  'more-than-sold': ({ over, unit }: RefusalOf<'more-than-sold'>) =>
    `Trả lại nhiều hơn đã bán ${amountOf(over, unit ?? 'gói')}. Nếu bán cả ngoài gian hàng này, hãy ghi dòng “Đã bán ngoài gian hàng này” trước.`,
  'more-than-found': ({ over, unit }: RefusalOf<'more-than-found'>) =>
    `Nhiều hơn số tìm thấy và trả lại ${amountOf(over, unit)}. Hãy ghi số tìm thấy hoặc trả lại trước.`,
  'ordered-by-authority': () => 'Thu hồi bắt buộc do cơ quan kết thúc. Hãy ghi đủ sổ rồi báo cơ quan.',
  'not-decided': () => 'Cơ quan chưa quyết định về đợt thu hồi này nên chưa kết thúc được.',
  'remainder-unexplained': ({ rest }: RefusalOf<'remainder-unexplained'>) =>
    `Còn ${rest.map(({ missing, inHand, unit }) => `${amountOf(missing, unit)} chưa rõ ở đâu, ${amountOf(inHand, unit)} còn giữ`).join('; ')}. Ghi rõ lý do thì kết thúc được.`,
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
  'lot-of-other-recall': 'goods',
  'packs-are-whole': 'quantity',
  'more-than-books': 'quantity',
  'more-than-loose': 'quantity',
  'note-missing': 'note',
  'proof-missing': 'file',
  'less-than-nothing': 'quantity',
  'more-than-made': 'quantity',
  'more-than-sold': 'quantity',
  'more-than-found': 'quantity',
  'remainder-unexplained': 'remainderReason',
  ...(Object.fromEntries(uploadRefusals.map((code) => [code, 'file'])) as Record<(typeof uploadRefusals)[number], string>),
}
