import { dong, formatDate, formatDong } from '@dacsan/vietnam'
import { say, sayDong } from '../../say.ts'
import type { ShopRefusal } from '../rules.ts'
import { inVietnamese } from './buyer/spoken.ts'
import type { Spoken } from './buyer/spoken.ts'
import { zoneWords } from './delivery.ts'
import { fulfilmentWords } from './orders.ts'
import { paperUploadWords } from '../../upload-words.ts'
import { paperTags } from './seller-papers.ts'
import { listingTags, sayNumbers } from './selling.ts'
import { suspensionTags } from './suspensions.ts'

type Code = ShopRefusal['code']
type Of<C extends Code> = Extract<ShopRefusal, { code: C }>

const named = (items: readonly { name: string | null }[], { words }: Spoken) =>
  items.map((item) => item.name ?? words.cart.someGone).join(', ')
const plain =
  (code: keyof Spoken['words']['refusal']) =>
  (_: unknown, { words }: Spoken) =>
    words.refusal[code]

/** What is refused on the pages of a buyer, in each language; desks say the same in Vietnamese. */
const buyerRefusals = {
  'bill-closed': (_, { words }) => words.month.bill.closed,
  'reason-missing': (_, { words }) => words.month.bill.reasonMissing,
  'agreement-unknown': plain('agreement-unknown'),
  'already-paid': plain('already-paid'),
  'pays-by-month': plain('pays-by-month'),
  'pays-later': plain('pays-later'),
  'cart-empty': plain('cart-empty'),
  'pays-cash': plain('pays-cash'),
  'money-received': plain('money-received'),
  'order-packed': plain('order-packed'),
  'address-unclear': plain('address-unclear'),
  'merge-first': plain('merge-first'),
  'merge-ahead': plain('merge-ahead'),
  'merge-other-seller': plain('merge-other-seller'),
  'merge-other-receiver': plain('merge-other-receiver'),
  'merge-too-heavy': plain('merge-too-heavy'),
  'merge-taken': plain('merge-taken'),
  'cut-is-more': plain('cut-is-more'),
  'cut-everything': plain('cut-everything'),
  'cut-box': plain('cut-box'),
  'fee-differs': ({ promisedVnd }, { words, lang }) => say(words.refusal['fee-differs'], { promised: sayDong(lang, promisedVnd) }),
  'cut-number': ({ name, least, multiple }, { words }) =>
    say(words.refusal['cut-number'], { name, numbers: sayNumbers({ least, multiple }, words) }),
  'cut-price': ({ name, from }, { words }) => say(words.refusal['cut-price'], { name, from }),
  'cut-voucher': ({ voucher, fromVnd }, { words, lang }) => say(words.refusal['cut-voucher'], { voucher, from: sayDong(lang, fromVnd) }),
  'cut-free-delivery': ({ fromVnd }, { words, lang }) => say(words.refusal['cut-free-delivery'], { from: sayDong(lang, fromVnd) }),
  'order-unknown': plain('order-unknown'),
  'ordering-off': plain('ordering-off'),
  'request-key-reused': plain('request-key-reused'),
  'cart-full': ({ most }, { words }) => say(words.refusal['cart-full'], { most }),
  'lot-recalled': ({ lots }, { words }) => say(words.refusal['lot-recalled'], { lots: lots.join(', ') }),
  'too-many-open': ({ most }, { words }) => say(words.refusal['too-many-open'], { most }),
  'too-many-attempts': ({ minutes }, { words }) => say(words.refusal['too-many-attempts'], { minutes }),
  'order-closed': ({ status }, { words }) => say(words.refusal['order-closed'], { state: words.fulfilment[status] }),
  'age-unconfirmed': ({ leastAge, items }, spoken) =>
    say(spoken.words.refusal['age-unconfirmed'], { names: named(items, spoken), leastAge }),
  'not-for-sale': ({ items }, spoken) => say(spoken.words.refusal['not-for-sale'], { names: named(items, spoken) }),
  'not-delivered': ({ items }, { words }) => items.map(({ name, why }) => `${name}: ${words.noDelivery[why]}`).join(' '),
  'cash-refused': ({ items }, { words, lang }) =>
    items
      .map(
        ({ name, why, largestVnd }) => `${name}: ${say(words.noCash[why], { most: largestVnd === null ? '' : sayDong(lang, largestVnd) })}`,
      )
      .join(' '),
  'account-refused': ({ items }, { words, lang }) =>
    items
      .map(
        ({ name, why, leftVnd }) => `${name}: ${say(words.account.refused[why], { left: leftVnd === null ? '' : sayDong(lang, leftVnd) })}`,
      )
      .join(' '),
  'voucher-refused': ({ items }, { words, lang }) =>
    items
      .map(({ name, voucher, why, fromVnd }) =>
        say(words.refusal['voucher-refused'], { name, voucher, why: say(words.noVoucher[why], { from: sayDong(lang, fromVnd) }) }),
      )
      .join(' '),
  'division-mismatch': ({ items }, { words }) =>
    items.map(({ name, wanted, divided }) => say(words.refusal['division-mismatch'], { name, wanted, divided })).join(' '),
  'receiver-without-goods': ({ receivers }, { words }) => say(words.refusal['receiver-without-goods'], { receivers: receivers.join(', ') }),
  'too-much-unpaid': ({ items }, { words }) =>
    items.map(({ name, limit }) => say(words.refusal[limit > 0 ? 'too-much-unpaid' : 'unpaid-nearby'], { name, limit })).join(' '),
  'over-limit': ({ items }, { words }) => items.map(({ name, limit }) => say(words.refusal['over-limit'], { name, limit })).join(' '),
  'quantity-not-sold': ({ items }, { words }) =>
    items
      .map(({ name, next, ...numbers }) => say(words.refusal['quantity-not-sold'], { name, next, numbers: sayNumbers(numbers, words) }))
      .join(' '),
  'sold-out': ({ items }, { words }) =>
    items.map(({ name, available }) => say(words.refusal[available > 0 ? 'only-left' : 'sold-out'], { name, available })).join(' '),
  'price-changed': ({ nowVnd }, { words, lang }) => say(words.refusal['price-changed'], { now: sayDong(lang, nowVnd) }),
  'total-too-large': (_, { words, lang }) => say(words.refusal['total-too-large'], { most: sayDong(lang, dong(9_999_999_999_999)) }),
} satisfies { [C in Code]?: (refusal: Of<C>, spoken: Spoken) => string }

const keptBackWords = {
  'not-paid': 'chưa ghi nhận tiền về.',
  'not-confirmed': 'chưa bấm nhận đơn.',
  'short-paid': 'còn thiếu tiền.',
  'lot-recalled': 'có lô đã thu hồi.',
  other: 'hãy mở đơn đó để xem.',
} as const

const officeWords = {
  'nothing-to-bill': () => 'Không có đơn trả sau nào chưa vào bảng kê, đặt đến hết ngày này.',
  'bill-day-ahead': () => 'Ngày cuối của bảng kê không thể sau hôm nay.',
  'bill-day-early': ({ from }) => `Bảng kê trước đã gồm các ngày đến đó. Hãy chọn từ ngày ${formatDate(from)}.`,
  'account-missing': () => 'Chưa có tài khoản nhận tiền. Hãy khai tài khoản trước.',
  'bill-undisputed': () => 'Khách không báo chỗ nào chưa đúng trong bảng kê này, hoặc bảng kê đã trả hết.',
  'parcel-not-ready': ({ order, why }) => `Đơn ${order} cùng gói chưa giao được: ${keptBackWords[why]}`,
  'buyer-known': () => 'Bạn đã có khách dùng số điện thoại này.',
  'buyer-status': () => 'Đã ngừng bán theo thỏa thuận cho khách này.',
  'terms-backwards': () => 'Ngày cuối phải từ ngày đầu trở đi.',
  'terms-empty': () => 'Hãy ghi phần trăm giảm, hoặc giá của ít nhất một quy cách.',
  'terms-not-multiple': ({ multiple, next }) => `Số lượng ít nhất phải là bội số của ${multiple}, ví dụ ${next}.`,
  'terms-pack-unknown': () => 'Có quy cách không phải của bạn. Hãy tải lại trang và ghi lại.',
  'terms-past': () => 'Ngày cuối phải là hôm nay hoặc sau hôm nay.',
  'order-not-promised': ({ status }) => `Đơn ở trạng thái “${fulfilmentWords[status]}”: chỉ đơn đặt trước đang chờ hàng mới chia được.`,
  'goods-not-there': () => 'Chưa đủ hàng trên kệ cho cả đơn này, hoặc còn đơn đặt trước nó chưa được chia.',
  'short-told': () => 'Người mua đã được báo thiếu hàng.',
  'ahead-stands': () => 'Quy cách này đang bán trước, hoặc còn đơn đặt trước chưa giao. Hãy giao hết rồi mở đợt mới.',
  'lead-backwards': () => 'Số ngày lâu nhất không được ít hơn số ngày nhanh nhất.',
  'last-order-past': () => 'Ngày cuối nhận đặt phải là hôm nay hoặc sau hôm nay.',
  'delivery-before-order': () => 'Ngày giao đầu tiên không được trước ngày cuối nhận đặt.',
  'delivery-too-far': () => 'Chỉ nhận đặt trước cho mùa trong 18 tháng tới.',
  'ahead-status': () => 'Đợt bán trước này đã ngừng nhận đặt.',
  'period-backwards': () => 'Ngày cuối kỳ phải từ ngày đầu kỳ trở đi.',
  'format-unknown': () => 'Hãy chọn mẫu cột trong danh sách.',
  'not-weighed': () => 'Đơn có hàng bán theo cân thực: hãy ghi cân từng phần trước khi đóng gói, giao hàng.',
  'not-by-weight': () => 'Đơn này không có hàng bán theo cân thực.',
  'weights-missing': ({ pieces }) => `Còn ${pieces} ô chưa ghi cân.`,
  'packed-already': () => 'Đơn đã đóng gói. Bấm “Chưa đóng gói xong” rồi cân lại.',
  'refunded-by-weight': ({ mostVnd }) => `Đã hoàn tiền theo lần cân trước: tổng đơn không thể cao hơn ${formatDong(mostVnd)} nữa.`,
  'weights-backwards': ({ least }) => `Mức nặng nhất không được nhẹ hơn ${least.toLocaleString('vi-VN')} g.`,
  'steps-by-weight': () => 'Hàng bán theo cân thực không có giá sỉ theo số lượng. Hãy xóa trống các mức giá sỉ.',
  'part-not-sold': ({ row }) => `Món ${row + 1} trong hộp phải là một quy cách khác của chính quý vị, đang bán riêng trên kệ.`,
  'part-by-weight': ({ row }) => `Món ${row + 1} bán theo cân thực nên không cho vào hộp được.`,
  'part-ahead': ({ row }) => `Món ${row + 1} đang bán trước (đặt trước, làm theo đơn) nên không cho vào hộp được.`,
  'part-is-box': ({ row }) => `Món ${row + 1} cũng là một hộp quà. Hãy chọn từng món bên trong.`,
  'part-twice': ({ row }) => `Món ${row + 1} đã có ở dòng trên. Hãy ghi số lượng ở một dòng.`,
  'box-by-weight': () => 'Hộp quà không bán theo cân thực. Hãy xóa trống phần bán theo cân.',
  'box-ahead': () => 'Quy cách này đang bán trước nên chưa làm hộp quà được. Hãy kết thúc đợt bán trước.',
  'box-in-box': () => 'Quy cách này đang nằm trong một hộp quà khác nên không làm hộp quà được.',
  'box-of-one': () => 'Hộp quà phải có từ hai món trở lên.',
  'box-too-cheap': ({ pieces }) => `Giá hộp phải từ ${pieces} đồng trở lên, để mỗi món bên trong có giá của mình.`,
  'ahead-box': () => 'Hộp quà bán từ hàng có sẵn, không bán trước được.',
  'rate-unknown': () => 'Hãy chọn thuế suất đang áp dụng vào ngày cuối kỳ.',
  'nothing-to-export': ({ before }) =>
    before > 0 ? `Cả ${before} đơn đã giao trong kỳ đều đã xuất. Muốn xuất lại, hãy đánh dấu và ghi lý do.` : 'Kỳ này chưa giao đơn nào.',
  'already-verified': () => 'Người bán này đã được xác minh.',
  'amount-invalid': () => 'Số tiền phải là số nguyên đồng, lớn hơn 0.',
  'bank-unknown': () => 'Hãy chọn ngân hàng trong danh sách.',
  'not-certified': () =>
    'Sản phẩm không có giấy chứng nhận OCOP còn hiệu lực (đã hết hạn, bị thu hồi hoặc chưa có) nên chưa đăng bán được.',
  'listing-status': ({ status }) => `Tin bán đang ở trạng thái “${listingTags[status].words}”, không thực hiện được thao tác này.`,
  'changed-since-read': () => 'Người bán vừa sửa mặt hàng này. Hãy đọc lại rồi duyệt hoặc trả lại.',
  'delivery-empty': () => 'Hãy ghi phí của ít nhất một vùng, hoặc chọn một nơi để khách đến lấy.',
  'steps-not-rising': () => 'Các mức cân nặng phải tăng dần.',
  'fee-missing': ({ zone }) => `${zoneWords[zone]}: phí phải ghi từ mức nhẹ nhất trở lên, không bỏ trống ở giữa.`,
  'fees-not-rising': ({ zone }) => `${zoneWords[zone]}: gói nặng hơn không thể rẻ hơn.`,
  'pickup-unknown': () => 'Nơi đến lấy hàng này không còn. Hãy chọn nơi khác.',
  'voucher-code-taken': () => 'Bạn đã có mã này. Hãy đặt mã khác.',
  'voucher-day-past': () => 'Ngày cuối phải là hôm nay hoặc sau hôm nay.',
  'voucher-amount-from': () => 'Số tiền giảm phải nhỏ hơn tiền hàng tối thiểu, để đơn nào cũng còn tiền phải trả.',
  'voucher-pack-unknown': () => 'Có quy cách không phải của bạn. Hãy tải lại trang và chọn lại.',
  'voucher-status': () => 'Mã này đã ngừng.',
  'no-cash-asked': () => 'Đơn này không chờ bạn nhận.',
  'no-cash-due': () => 'Đơn này không còn tiền mặt phải thu.',
  'not-confirmed': () => 'Hãy bấm nhận đơn trước khi giao: người mua trả tiền khi nhận hàng.',
  'order-not-out': ({ status }) => `Đơn ở trạng thái “${fulfilmentWords[status]}”: chỉ làm được khi hàng đã giao đi.`,
  'no-delivery-table': () => 'Hãy lưu bảng phí giao hàng trước: chỉ thu tiền khi giao nơi bạn giao tới.',
  'zone-not-in-table': ({ zone }) => `${zoneWords[zone]}: bảng phí chưa giao tới đây nên không thu tiền khi giao được.`,
  'not-overdue': () => 'Đơn chưa hết giờ giữ hàng.',
  'not-paid': () => 'Chưa ghi nhận tiền về. Hãy xác nhận đã nhận tiền trước khi giao hàng.',
  'note-missing': () => 'Hãy ghi lý do.',
  'nothing-received': () => 'Chưa có tiền về cho đơn này nên không mở lại được.',
  'nothing-to-refund': () => 'Đơn này không có khoản tiền nào phải hoàn. Muốn hoàn toàn bộ, hãy hủy đơn trước.',
  'order-open': () => 'Đơn vẫn đang mở hoặc đã giao, không cần mở lại.',
  'least-not-multiple': ({ multiple, next }) => `Số lượng ít nhất phải là bội số của ${multiple}, ví dụ ${next}.`,
  'limit-below-least': ({ least }) => `Mỗi đơn mua tối đa không được ít hơn số lượng ít nhất (${least}).`,
  'price-step-not-rising': ({ above }) => `Mức số lượng này phải lớn hơn ${above}.`,
  'price-step-not-falling': ({ below }) => `Mua nhiều hơn thì giá mỗi đơn vị phải thấp hơn ${formatDong(below)}.`,
  'password-wrong': () => 'Mật khẩu chưa đúng. Thay đổi tài khoản nhận tiền cần nhập lại mật khẩu đăng nhập.',
  'producer-missing': () => 'Chưa có thông tin cơ sở của bạn. Hãy khai thông tin cơ sở trước, rồi khai tài khoản nhận tiền.',
  'refund-too-large': ({ refundableVnd }) => `Chỉ có thể hoàn tối đa ${formatDong(refundableVnd)}.`,
  'seller-run-out': () => 'Có giấy tờ của người bán đã hết hạn. Hãy nộp giấy mới ở mục Giấy tờ; được xác minh xong thì bán tiếp.',
  'seller-suspended': () => 'Gian hàng đang bị tạm ngừng nên chưa đăng bán được. Xem mục Tạm ngừng để biết lý do và trả lời.',
  'papers-missing': ({ papers }) => `Còn thiếu giấy tờ đã xác minh và còn hạn: ${papers.join('; ')}.`,
  'policies-not-accepted': () => 'Có điều khoản của trang bạn chưa đồng ý. Hãy đọc và đồng ý ở mục Điều khoản, rồi làm lại.',
  'policies-changed': () => 'Vừa có bản mới của điều khoản. Hãy đọc bản mới rồi đồng ý.',
  'paper-not-asked': () => 'Giấy này không nằm trong danh sách phải nộp của bạn. Hãy tải lại trang.',
  'paper-ended': () => 'Giấy này đã hết hạn. Hãy nộp giấy còn hạn.',
  'paper-status': ({ status }) => `Giấy này đang ở trạng thái “${paperTags[status].words}”, không thực hiện được thao tác này.`,
  'issued-in-future': () => 'Ngày cấp không thể sau hôm nay.',
  'file-missing': () => 'Hãy chọn ảnh hoặc tệp PDF của giấy.',
  'notice-too-short': ({ days, from }) => `Phải báo trước ít nhất ${days} ngày: sớm nhất từ ngày ${formatDate(from)}.`,
  'received-in-future': () => 'Giờ nhận không thể sau bây giờ.',
  'suspension-status': ({ status }) =>
    `Việc tạm ngừng này ở trạng thái “${suspensionTags[status].words}”, không thực hiện được thao tác này.`,
  ...paperUploadWords,
  'seller-missing': () => 'Chưa có tài khoản nhận tiền của người bán.',
  'seller-unverified': () => 'Người bán chưa được cơ quan cấp tỉnh xác minh nên chưa đăng bán được.',
  'short-paid': ({ missingVnd }) => `Còn thiếu ${formatDong(missingVnd)}. Nếu vẫn giao, hãy đánh dấu “chấp nhận thiếu” và ghi lý do.`,
} satisfies { [C in Exclude<Code, keyof typeof buyerRefusals>]: (refusal: Of<C>) => string }

type Sayings = Partial<Record<Code, (refusal: ShopRefusal, spoken: Spoken) => string>>

/** The sentence of a refusal. What only desks are refused has none in another language than theirs. */
export function sayRefusal(refusal: ShopRefusal, spoken: Spoken = inVietnamese): string {
  const said = (buyerRefusals as Sayings)[refusal.code]
  if (said) return said(refusal, spoken)
  return spoken.lang === 'vi' ? (officeWords as unknown as Sayings)[refusal.code]!(refusal, spoken) : spoken.words.refusal.other
}
