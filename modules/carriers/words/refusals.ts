import { formatDong, dong } from '@dacsan/vietnam'
import { sayTableProblem } from '../../table-words.ts'
import type { CarriersRefusal } from '../rules/refusals.ts'
import { credentialWords } from './names.ts'

type RefusalOf<Code extends CarriersRefusal['code']> = Extract<CarriersRefusal, { code: Code }>

/** What the carrier said by a code of ours. */
const saidWords: Readonly<Record<string, string>> = {
  token: 'Hãng không nhận mã truy cập. Kiểm tra lại ở trang Kết nối.',
  'not-found': 'Hãng trả lời là không có vận đơn này.',
  exists: 'Hãng trả lời là đã có vận đơn với mã này.',
  '': 'Hãng từ chối và không nói vì sao.',
}
export const sayCarrier = (says: string): string => (Object.hasOwn(saidWords, says) ? saidWords[says]! : `Hãng trả lời: “${says}”`)

const kilograms = (grams: number) => `${(grams / 1000).toLocaleString('vi-VN')} kg`

const refusalWords = {
  'producer-missing': () => 'Tài khoản này chưa gắn với chủ thể nào, nên chưa kết nối được.',
  'connected-before': () => 'Hãng này đã kết nối. Muốn đổi mã truy cập thì dùng nút Lưu thay đổi.',
  'credentials-missing': ({ fields }: RefusalOf<'credentials-missing'>) =>
    `Còn thiếu: ${fields.map((name) => credentialWords[name]?.label ?? name).join(', ')}.`,
  'carrier-refuses': ({ says }: RefusalOf<'carrier-refuses'>) => sayCarrier(says),
  'carrier-silent': () => 'Hãng chưa trả lời. Thử lại sau ít phút; những gì bạn ghi vẫn còn đây.',
  'account-ended': () => 'Kết nối này đã ngắt.',
  'parcels-on-way': ({ count }: RefusalOf<'parcels-on-way'>) =>
    `Còn ${count} vận đơn chưa xong với hãng này. Ngắt khi các vận đơn đã xong.`,
  'account-missing': () => 'Chưa kết nối hãng vận chuyển này.',
  'order-closed': () => 'Đơn đã hủy hoặc hết hạn, không tạo vận đơn được.',
  'order-not-weighed': () =>
    'Đơn có hàng bán theo cân thực chưa cân. Hãy ghi cân ở trang Đóng gói trước, rồi tạo vận đơn với đúng tiền thu hộ.',
  'gift-asks-money': () => 'Đơn này là quà tặng: không thu tiền của người nhận. Hãy ghi tiền thu hộ là 0.',
  'in-other-parcel': ({ order }: RefusalOf<'in-other-parcel'>) => `Đơn này đi cùng gói với đơn ${order}. Hãy tạo vận đơn ở đơn đó.`,
  'goods-recalled': () => 'Trong đơn có lô đang thu hồi, không gửi đi được.',
  'too-heavy': ({ most }: RefusalOf<'too-heavy'>) => `Quá nặng: hãng nhận nhiều nhất ${kilograms(most)}.`,
  'too-large': ({ most }: RefusalOf<'too-large'>) => `Quá dài: hãng nhận cạnh dài nhất ${most / 10} cm.`,
  'cod-too-high': ({ most }: RefusalOf<'cod-too-high'>) => `Tiền thu hộ quá cao: hãng thu nhiều nhất ${formatDong(dong(most))}.`,
  'no-cold-chain': () => 'Hãng không nhận hàng phải giữ lạnh qua cách này. Hãy tự giao hoặc gọi hãng.',
  'request-key-reused': () => 'Biểu mẫu này đã gửi với nội dung khác. Tải lại trang rồi làm lại.',
  'parcel-gone': () => 'Vận đơn không còn chờ lấy hàng, không hủy được nữa.',
  'parcel-known': () => 'Hãng đã trả lời về vận đơn này rồi. Tải lại trang để xem.',
  'code-taken': () => 'Mã này đã là của một vận đơn khác.',
  'being-asked': () => 'Đang chờ hãng trả lời. Thử lại sau hai phút.',
  'no-label': () => 'Chưa có mã vận đơn nên chưa in được nhãn.',
  'table-rejected': ({ problems }: RefusalOf<'table-rejected'>) =>
    problems.length === 1 ? sayTableProblem(problems[0]!) : `Chưa ghi gì: ${problems.length} chỗ sai. Xem danh sách bên dưới.`,
  'payout-known': () => 'Tệp này đã ghi vào sổ rồi.',
  'rows-missing': () => 'Tệp không có dòng vận đơn nào.',
  'payout-taken': () => 'Bảng đối soát này đã ghi vào sổ rồi.',
  'credit-missing': () => 'Chọn khoản tiền về, hoặc ghi số tiền và ngày tiền về.',
  'credit-used': () => 'Khoản tiền này đã có trả lời. Chọn khoản khác.',
  'sum-differs': ({ netVnd, receivedVnd }: RefusalOf<'sum-differs'>) =>
    `Tệp cộng lại ${signed(netVnd)}, tiền về ${formatDong(dong(receivedVnd))}. Nếu đúng là như vậy, ghi lý do vào ô Ghi chú rồi bấm lại.`,
  'received-in-future': () => 'Ngày tiền về không thể sau hôm nay.',
  'line-answered': () => 'Dòng này đã có trả lời. Tải lại trang để xem.',
  'answer-not-offered': () => 'Không trả lời như vậy cho dòng này được.',
  'parcel-missing': () => 'Không có vận đơn nào của bạn mang mã này.',
  'reason-missing': () => 'Ghi lý do, để sau này còn nhớ.',
  'amount-invalid': () => 'Số tiền phải là số nguyên đồng lớn hơn 0.',
} satisfies { [Code in CarriersRefusal['code']]: (refusal: RefusalOf<Code>) => string }

/** A sum may be less than nothing: the fees were more than what buyers gave. */
export const signed = (vnd: number): string => (vnd < 0 ? `−${formatDong(dong(-vnd))}` : formatDong(dong(vnd)))

export function sayRefusal(refusal: CarriersRefusal): string {
  return (refusalWords[refusal.code] as (refusal: CarriersRefusal) => string)(refusal)
}

/** The field of a form beside which a refusal is said; others stand above the form. */
export const refusalFields: Partial<Record<CarriersRefusal['code'], string>> = {
  'too-heavy': 'grams',
  'too-large': 'lengthCentimetres',
  'cod-too-high': 'codVnd',
  'no-cold-chain': 'needsCold',
  'code-taken': 'carrierCode',
  'table-rejected': 'file',
  'payout-known': 'file',
  'rows-missing': 'file',
  'credit-missing': 'bankLineId',
  'credit-used': 'bankLineId',
  'sum-differs': 'note',
  'received-in-future': 'receivedOn',
  'parcel-missing': 'parcelCode',
  'reason-missing': 'note',
}

/** Everything that is wrong with a file, with its places. */
export const sayFaults = (refusal: CarriersRefusal): string[] =>
  refusal.code === 'table-rejected' && refusal.problems.length > 1 ? refusal.problems.map(sayTableProblem) : []
