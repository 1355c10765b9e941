import { formatDate } from '@dacsan/vietnam'
import type { DiaryKind, DoubtStatus, LabelFact, LotStatus, TraceabilityRefusal } from './rules.ts'

export const lotStatusWords = { open: 'Đang bán', closed: 'Đã đóng', recalled: 'Đã thu hồi' } as const satisfies Record<LotStatus, string>

/** The page of one lot. */
export const lotWords = {
  recalled: 'Lô này đã thu hồi',
  recalledMeans: 'Ai quét tem cũng thấy cảnh báo; gian hàng không bán lô này nữa.',
  recallMeans: 'Mọi người quét tem sẽ thấy ngay “Đừng dùng”. Gian hàng ngừng bán lô này. Không rút lại được.',
  diaryEmpty: 'Chưa ghi việc nào. Người mua tin hơn khi thấy ngày thu hoạch và đóng gói.',
  diaryNote: 'Đã ghi thì không sửa được. Ghi sai thì bấm “Đính chính” và nói rõ.',
  surplusLabels: ({ labelsPrinted, quantity, unit }: { labelsPrinted: number; quantity: number; unit: string }) =>
    `Đã in ${labelsPrinted} tem cho ${quantity} ${unit}. Tem thừa hãy hủy để không bị dán lên hàng khác.`,
} as const

export const diaryKindWords = {
  grow: 'Chăm sóc',
  harvest: 'Thu hoạch',
  'buy-material': 'Nhập nguyên liệu',
  prepare: 'Sơ chế',
  process: 'Chế biến',
  dry: 'Phơi, sấy',
  check: 'Kiểm tra',
  pack: 'Đóng gói',
  store: 'Nhập kho',
  ship: 'Giao hàng',
  correction: 'Đính chính',
} as const satisfies Record<DiaryKind, string>

export const labelFactWords = {
  place: 'Xã, tỉnh của cơ sở: nhờ cán bộ xã bổ sung vào thông tin chủ thể.',
  'net-content': 'Khối lượng hoặc thể tích (ví dụ 500 g): điền ở trang thông tin sản phẩm.',
  expiry: 'Hạn sử dụng của lô: mở lô khác có hạn sử dụng.',
} as const satisfies Record<LabelFact, string>

/** The page that prints labels. */
export const labelWords = {
  noStars: 'không in: giấy chứng nhận không còn hoặc chưa có hiệu lực',
  symbolOfGtin: 'Mã QR theo chuẩn GS1 Digital Link.',
  symbolOfTraceCode: 'Sản phẩm chưa có GTIN nên tem dùng mã truy vết của nền tảng. Chúng tôi không tự đặt ra mã 893.',
  notPermitted: 'Chỉ cơ sở làm ra lô này mới in được tem.',
} as const

export const doubtStatusWords = { new: 'Mới nhận', checking: 'Đang xác minh', closed: 'Đã trả lời' } as const satisfies Record<
  DoubtStatus,
  string
>

export const doubtWords = {
  noProduct: 'không có trong hệ thống',
  noCode: 'mã không có trong hệ thống',
  noContact: 'người báo không để lại',
  answerHint: 'Người báo đọc câu này bằng mã phản ánh. Đừng ghi tên, số điện thoại của ai.',
} as const

/** The two lists of doubts, with the part of the address that asks for each. */
export const doubtTrays = {
  open: { label: 'Đang chờ', query: '', empty: 'Không có phản ánh nào đang chờ' },
  closed: { label: 'Đã trả lời', query: '?xem=da-tra-loi', empty: 'Chưa trả lời phản ánh nào' },
} as const

/** What the fields of the forms of this room ask for. */
export const formWords = {
  day: 'Hãy chọn một ngày có thật.',
  lotNumber: 'Số lô gồm 1 đến 20 chữ không dấu, số, dấu gạch; không có khoảng trắng. Ví dụ 261123-01.',
  quantity: 'Nhập số lượng bằng số.',
  quantityTooLarge: 'Số lượng quá lớn.',
  number: 'Nhập bằng số.',
  whole: 'Nhập số nguyên.',
  notNegative: 'Không âm.',
  atLeast: (least: number) => `Ít nhất là ${least}.`,
  longest: (most: number) => `Nhiều nhất ${most.toLocaleString('vi')} chữ.`,
  unit: 'Hãy chọn đơn vị.',
  recallReason: 'Ghi rõ lý do để người đã mua biết phải làm gì.',
  recallConfirmed: 'Hãy đánh dấu vào ô xác nhận: đã thu hồi thì không rút lại được.',
  moment: 'Hãy chọn ngày và giờ.',
  realMoment: 'Hãy chọn ngày và giờ có thật.',
  diaryKind: 'Hãy chọn việc đã làm.',
  labelCount: 'Nhập số tem bằng số.',
  fewestLabels: 'Ít nhất 1 tem.',
  mostLabels: (most: number) => `Mỗi lần nhiều nhất ${most.toLocaleString('vi')} tem.`,
  doubt: 'Hãy ghi điều bạn thấy nghi ngờ, ít nhất vài chữ.',
  doubtAnswer: 'Hãy ghi câu trả lời cho người phản ánh, ít nhất một câu.',
} as const

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
  'lot-recalled': () => recalledLot,
  'lot-not-open': ({ status }: RefusalOf<'lot-not-open'>) => labelsClosedWords[status],
  'lot-expired': ({ expiresOn }: RefusalOf<'lot-expired'>) => `Lô đã hết hạn ngày ${formatDate(expiresOn)} nên không in tem được.`,
  'label-facts-missing': ({ missing }: RefusalOf<'label-facts-missing'>) =>
    `Chưa in được tem vì còn thiếu: ${missing.map((fact) => labelFactWords[fact]).join(' ')}`,
  'unknown-layout': () => 'Hãy chọn một khổ giấy trong danh sách.',
  'skip-outside-sheet': ({ places }: RefusalOf<'skip-outside-sheet'>) => `Tờ này chỉ có ${places} tem, hãy bỏ trống ít hơn.`,
  'file-empty': () => 'Tệp trống. Hãy chọn lại ảnh.',
  'file-too-large': ({ limit }: RefusalOf<'file-too-large'>) => `Ảnh quá lớn, nhiều nhất ${megabytes(limit)}. Hãy chụp lại ảnh nhỏ hơn.`,
  'file-type-refused': () => 'Chỉ nhận ảnh JPG, PNG hoặc WEBP.',
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
