import { paperUploadWords, sayType } from '../../upload-words.ts'
import { formatDate } from '@dacsan/vietnam'
import type { LotStatus, TraceabilityRefusal } from '../rules.ts'
import { doubtStatusWords } from './doubts.ts'
import { labelFactWords, sayFitting, sayMillimetres } from './labels.ts'
import { lotStatusWords } from './lots.ts'
import { sayOff, sayShort } from './materials.ts'
import { sayAmount } from './units.ts'

type RefusalOf<Code extends TraceabilityRefusal['code']> = Extract<TraceabilityRefusal, { code: Code }>

const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`

const recalledLot = 'Lô đã thu hồi: không in tem, không ghi thêm việc mới; chỉ ghi được dòng đính chính.'
const labelsClosedWords = { open: '', closed: 'Lô đã đóng. Hãy mở lại lô rồi in tem.', recalled: recalledLot } as const satisfies Record<
  LotStatus,
  string
>

const refusalWords = {
  'made-in-future': ({ madeOn }: RefusalOf<'made-in-future'>) =>
    `Ngày sản xuất ${formatDate(madeOn)} chưa tới. Hãy chọn hôm nay hoặc ngày đã qua.`,
  'made-too-long-ago': ({ earliest }: RefusalOf<'made-too-long-ago'>) =>
    `Ngày sản xuất đã quá lâu. Chỉ nhận từ ${formatDate(earliest)} đến nay.`,
  'expires-before-made': ({ madeOn }: RefusalOf<'expires-before-made'>) =>
    `Hạn sử dụng phải từ ngày sản xuất ${formatDate(madeOn)} trở đi.`,
  'number-taken': ({ number, free }: RefusalOf<'number-taken'>) => `Sản phẩm này đã có lô ${number}. Hãy dùng số khác, ví dụ ${free}.`,
  'request-key-reused': () => 'Biểu mẫu này đã được gửi cho việc khác. Hãy mở lại trang rồi làm lại.',
  'lot-not-in-status': ({ status }: RefusalOf<'lot-not-in-status'>) =>
    `Lô đang ở trạng thái “${lotStatusWords[status]}” nên không làm được việc này.`,
  'already-recalled': () => 'Lô này đã thu hồi rồi.',
  'entry-in-future': () => 'Giờ ghi chưa tới. Hãy chọn giờ đã qua, hoặc để trống là bây giờ.',
  'entry-too-old': () => 'Việc đã quá lâu, không ghi vào nhật ký của lô được nữa.',
  'correction-without-words': () => 'Đính chính phải ghi rõ dòng nào sai và đúng là gì.',
  'voice-refused': () =>
    'Ghi âm này không nhận được. Chỉ nhận tiếng (WEBM, OGG, MP4, M4A, MP3, WAV) dưới 10 MB, không nhận phim. Hãy ghi lại.',
  'lot-recalled': () => recalledLot,
  'lot-not-open': ({ status }: RefusalOf<'lot-not-open'>) => labelsClosedWords[status],
  'lot-expired': ({ expiresOn }: RefusalOf<'lot-expired'>) => `Lô đã hết hạn ngày ${formatDate(expiresOn)} nên không in tem được.`,
  'label-facts-missing': ({ missing }: RefusalOf<'label-facts-missing'>) =>
    `Chưa in được tem vì còn thiếu: ${missing.map((fact) => labelFactWords[fact]).join(' ')}`,
  'unknown-layout': () => 'Hãy chọn một khổ giấy trong danh sách.',
  'skip-outside-sheet': ({ places }: RefusalOf<'skip-outside-sheet'>) => `Tờ này chỉ có ${places} tem, hãy bỏ trống ít hơn.`,
  'pack-not-offered': () => 'Quy cách này không còn dùng cho lô. Hãy chọn quy cách khác.',
  'more-labels-than-goods': ({ of, goods, printed, spoiled, left }: RefusalOf<'more-labels-than-goods'>) =>
    `${of === 'made' ? `Lô chỉ có ${goods} đơn vị hàng` : `Quy cách này mới đóng ${goods} gói theo sổ kho`}, đã in ${printed} tem, trong đó ${spoiled} tem đã báo hỏng, nên chỉ in thêm được ${left} tem. Tem nào hỏng hay thừa: hủy đi rồi ghi “Tem hỏng” ở trang lô, sau đó in lại được.`,
  'labels-already-applied': () => 'Lần in này đã báo dán xong rồi.',
  'labels-all-spoiled': () => 'Tem của lần in này đã báo hỏng hết. Hãy in tem khác.',
  'more-spoiled-than-printed': ({ left }: RefusalOf<'more-spoiled-than-printed'>) => `Lần in này chỉ còn ${left} tem chưa báo hỏng.`,
  'no-room-for-till': ({ least, fitting }: RefusalOf<'no-room-for-till'>) =>
    `Tem này nhỏ quá: mã QR mang GTIN phải có mỗi ô từ ${sayMillimetres(least)} mm thì máy tính tiền mới đọc được. ${sayFitting(fitting)}`,
  'more-than-bought': ({ short }: RefusalOf<'more-than-bought'>) =>
    `Không đủ nguyên liệu: ${short.map(sayShort).join('; ')}. Hãy ghi lần mua còn thiếu trước, hoặc sửa số đã dùng.`,
  'yield-unexplained': ({ off }: RefusalOf<'yield-unexplained'>) =>
    `Lệch định mức: ${off.map(sayOff).join('; ')}. Hãy sửa số đã dùng, hoặc ghi lý do; cơ quan quản lý sẽ đọc lý do này.`,
  'used-unread': ({ material }: RefusalOf<'used-unread'>) =>
    `Số đã dùng của ${material} chưa đúng. Nhập ví dụ 12 hoặc 12,5; để trống là theo định mức.`,
  'recipe-line-unread': ({ material }: RefusalOf<'recipe-line-unread'>) =>
    `Dòng ${material} chưa đúng: lượng dùng phải lớn hơn 0, ví dụ 12,5; dung sai là số nguyên từ 0 đến 100.`,
  'bought-in-future': ({ boughtOn }: RefusalOf<'bought-in-future'>) =>
    `Ngày mua ${formatDate(boughtOn)} chưa tới. Hãy chọn hôm nay hoặc ngày đã qua.`,
  'bought-too-long-ago': ({ earliest }: RefusalOf<'bought-too-long-ago'>) =>
    `Ngày mua đã quá lâu. Chỉ nhận từ ${formatDate(earliest)} đến nay.`,
  'material-has-unit': ({ material, unit }: RefusalOf<'material-has-unit'>) =>
    `${material} đã ghi bằng ${unit}. Hãy đổi số lượng sang ${unit}, hoặc đặt tên khác cho nguyên liệu.`,
  'supplier-unnamed': () => 'Hãy chọn người bán trong sổ, hoặc ghi tên người bán mới.',
  'supplier-merged': () => 'Người bán này đã gộp vào người khác. Hãy mở lại sổ người bán.',
  'supplier-named-so': ({ name }: RefusalOf<'supplier-named-so'>) =>
    `Trong sổ đã có ${name}. Nếu là cùng một người bán, hãy gộp hai dòng ở cuối trang; nếu không, hãy ghi tên phân biệt được.`,
  'supplier-is-itself': () => 'Hãy chọn một người bán khác để gộp vào.',
  'unknown-commune': () => 'Hãy chọn một xã trong danh sách.',
  'more-than-left': ({ left, unit }: RefusalOf<'more-than-left'>) => `Lần mua này chỉ còn ${sayAmount(left, unit)}. Hãy ghi ít hơn.`,
  'counted-more-than-bought': ({ bought, unit }: RefusalOf<'counted-more-than-bought'>) =>
    `Lần mua này chỉ có ${sayAmount(bought, unit)}. Nếu trong kho nhiều hơn, hãy ghi lần mua còn thiếu.`,
  'count-agrees': () => 'Số đếm bằng số trong sổ, không cần ghi gì.',
  'recipe-repeats': ({ material }: RefusalOf<'recipe-repeats'>) => `${material} có hai dòng. Hãy gộp thành một dòng.`,
  ...paperUploadWords,
  'file-empty': () => 'Tệp trống. Hãy chọn lại ảnh.',
  'file-too-large': ({ limit }: RefusalOf<'file-too-large'>) => `Ảnh quá lớn, nhiều nhất ${megabytes(limit)}. Hãy chụp lại ảnh nhỏ hơn.`,
  'file-type-refused': ({ found }: RefusalOf<'file-type-refused'>) => sayType(found, 'Chỉ nhận ảnh JPG, PNG hoặc WEBP.'),
  'image-broken': () => 'Ảnh bị hỏng, không mở được. Hãy chụp lại.',
  'image-too-many-pixels': () => 'Ảnh quá nhiều điểm ảnh. Hãy chụp lại ở cỡ thường.',
  'too-many-reports': ({ minutes }: RefusalOf<'too-many-reports'>) =>
    `Bạn vừa gửi nhiều phản ánh. Xin chờ ${minutes} phút rồi gửi lại; điều bạn gõ còn nguyên.`,
  'doubt-not-in-status': ({ status }: RefusalOf<'doubt-not-in-status'>) =>
    `Phản ánh này ${doubtStatusWords[status].toLowerCase()}. Mở lại trang để xem bản mới.`,
} as const satisfies { [Code in TraceabilityRefusal['code']]: (refusal: RefusalOf<Code>) => string }

export function sayRefusal(refusal: TraceabilityRefusal): string {
  return (refusalWords[refusal.code] as (refusal: TraceabilityRefusal) => string)(refusal)
}
