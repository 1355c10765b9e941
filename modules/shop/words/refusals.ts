import { dong, formatDong } from '@dacsan/vietnam'
import type { ShopRefusal } from '../rules.ts'
import { noVoucherWords } from './vouchers.ts'
import { noCashWords, noDeliveryWords, zoneWords } from './delivery.ts'
import { fulfilmentWords } from './orders.ts'
import { listingTags, sayNumbers } from './selling.ts'

type Of<Code extends ShopRefusal['code']> = Extract<ShopRefusal, { code: Code }>

const named = (items: readonly { name: string | null }[]) => items.map((item) => item.name ?? 'một sản phẩm đã gỡ').join(', ')

const refusalWords = {
  'agreement-unknown': () => 'Không có giá thỏa thuận nào với số điện thoại và mã này. Hãy xem lại từng chữ, hoặc hỏi người bán.',
  'buyer-known': () => 'Bạn đã có khách dùng số điện thoại này.',
  'buyer-status': () => 'Đã ngừng bán theo thỏa thuận cho khách này.',
  'terms-backwards': () => 'Ngày cuối phải từ ngày đầu trở đi.',
  'terms-empty': () => 'Hãy ghi phần trăm giảm, hoặc giá của ít nhất một quy cách.',
  'terms-not-multiple': ({ multiple, next }) => `Số lượng ít nhất phải là bội số của ${multiple}, ví dụ ${next}.`,
  'terms-pack-unknown': () => 'Có quy cách không phải của bạn. Hãy tải lại trang và ghi lại.',
  'terms-past': () => 'Ngày cuối phải là hôm nay hoặc sau hôm nay.',
  'period-backwards': () => 'Ngày cuối kỳ phải từ ngày đầu kỳ trở đi.',
  'format-unknown': () => 'Hãy chọn mẫu cột trong danh sách.',
  'rate-unknown': () => 'Hãy chọn thuế suất đang áp dụng vào ngày cuối kỳ.',
  'nothing-to-export': ({ before }) =>
    before > 0 ? `Cả ${before} đơn đã giao trong kỳ đều đã xuất. Muốn xuất lại, hãy đánh dấu và ghi lý do.` : 'Kỳ này chưa giao đơn nào.',
  'already-paid': () => 'Bạn đã báo chuyển khoản hoặc người bán đã nhận tiền của đơn này.',
  'already-verified': () => 'Người bán này đã được xác minh.',
  'amount-invalid': () => 'Số tiền phải là số nguyên đồng, lớn hơn 0.',
  'bank-unknown': () => 'Hãy chọn ngân hàng trong danh sách.',
  'cart-empty': () => 'Giỏ hàng đang trống. Hãy chọn ít nhất một sản phẩm.',
  'cart-full': ({ most }) => `Giỏ hàng chứa tối đa ${most} sản phẩm khác nhau.`,
  'not-certified': () =>
    'Sản phẩm không có giấy chứng nhận OCOP còn hiệu lực (đã hết hạn, bị thu hồi hoặc chưa có) nên chưa đăng bán được.',
  'listing-status': ({ status }) => `Tin bán đang ở trạng thái “${listingTags[status].words}”, không thực hiện được thao tác này.`,
  'changed-since-read': () => 'Người bán vừa sửa mặt hàng này. Hãy đọc lại rồi duyệt hoặc trả lại.',
  'lot-recalled': ({ lots }) =>
    `Lô ${lots.join(', ')} đã bị thu hồi nên không giao được: đừng chuyển khoản nữa. Người bán hủy đơn và hoàn số tiền đã nhận.`,
  'delivery-empty': () => 'Hãy ghi phí của ít nhất một vùng, hoặc chọn một nơi để khách đến lấy.',
  'steps-not-rising': () => 'Các mức cân nặng phải tăng dần.',
  'fee-missing': ({ zone }) => `${zoneWords[zone]}: phí phải ghi từ mức nhẹ nhất trở lên, không bỏ trống ở giữa.`,
  'fees-not-rising': ({ zone }) => `${zoneWords[zone]}: gói nặng hơn không thể rẻ hơn.`,
  'pickup-unknown': () => 'Nơi đến lấy hàng này không còn. Hãy chọn nơi khác.',
  'not-delivered': ({ items }) => items.map(({ name, why }) => `${name}: ${noDeliveryWords[why]}`).join(' '),
  'cash-refused': ({ items }) =>
    items.map(({ name, why, largestVnd }) => `${name}: ${noCashWords[why](largestVnd === null ? '' : formatDong(largestVnd))}`).join(' '),
  'voucher-refused': ({ items }) =>
    items.map(({ name, voucher, why, fromVnd }) => `${name}, mã ${voucher}: ${noVoucherWords[why](formatDong(fromVnd))}`).join(' '),
  'voucher-code-taken': () => 'Bạn đã có mã này. Hãy đặt mã khác.',
  'voucher-day-past': () => 'Ngày cuối phải là hôm nay hoặc sau hôm nay.',
  'voucher-amount-from': () => 'Số tiền giảm phải nhỏ hơn tiền hàng tối thiểu, để đơn nào cũng còn tiền phải trả.',
  'voucher-pack-unknown': () => 'Có quy cách không phải của bạn. Hãy tải lại trang và chọn lại.',
  'voucher-status': () => 'Mã này đã ngừng.',
  'pays-later': () => 'Đơn này trả tiền khi có hàng. Bạn sẽ được báo khi đến lúc chuyển khoản.',
  'order-not-promised': ({ status }) => `Đơn ở trạng thái “${fulfilmentWords[status]}”: chỉ đơn đặt trước đang chờ hàng mới chia được.`,
  'goods-not-there': () => 'Chưa đủ hàng trên kệ cho cả đơn này, hoặc còn đơn đặt trước nó chưa được chia.',
  'short-told': () => 'Người mua đã được báo thiếu hàng.',
  'ahead-stands': () => 'Quy cách này đang bán trước, hoặc còn đơn đặt trước chưa giao. Hãy giao hết rồi mở đợt mới.',
  'lead-backwards': () => 'Số ngày lâu nhất không được ít hơn số ngày nhanh nhất.',
  'last-order-past': () => 'Ngày cuối nhận đặt phải là hôm nay hoặc sau hôm nay.',
  'delivery-before-order': () => 'Ngày giao đầu tiên không được trước ngày cuối nhận đặt.',
  'delivery-too-far': () => 'Chỉ nhận đặt trước cho mùa trong 18 tháng tới.',
  'ahead-status': () => 'Đợt bán trước này đã ngừng nhận đặt.',
  'pays-cash': () => 'Đơn này trả tiền khi nhận hàng, không cần chuyển khoản.',
  'no-cash-asked': () => 'Đơn này không chờ bạn nhận.',
  'no-cash-due': () => 'Đơn này không còn tiền mặt phải thu.',
  'not-confirmed': () => 'Hãy bấm nhận đơn trước khi giao: người mua trả tiền khi nhận hàng.',
  'order-not-out': ({ status }) => `Đơn ở trạng thái “${fulfilmentWords[status]}”: chỉ làm được khi hàng đã giao đi.`,
  'no-delivery-table': () => 'Hãy lưu bảng phí giao hàng trước: chỉ thu tiền khi giao nơi bạn giao tới.',
  'zone-not-in-table': ({ zone }) => `${zoneWords[zone]}: bảng phí chưa giao tới đây nên không thu tiền khi giao được.`,
  'money-received': () => 'Bạn đã báo chuyển khoản hoặc người bán đã nhận tiền. Hãy gọi người bán để hủy đơn.',
  'age-unconfirmed': ({ leastAge, items }) =>
    `${named(items)}: chỉ bán cho người đủ ${leastAge} tuổi. Hãy xác nhận tuổi của bạn trước khi đặt.`,
  'not-for-sale': ({ items }) => `Hiện không còn bán: ${named(items)}. Hãy bỏ khỏi giỏ để đặt các sản phẩm khác.`,
  'not-overdue': () => 'Đơn chưa hết giờ giữ hàng.',
  'not-paid': () => 'Chưa ghi nhận tiền về. Hãy xác nhận đã nhận tiền trước khi giao hàng.',
  'note-missing': () => 'Hãy ghi lý do.',
  'nothing-received': () => 'Chưa có tiền về cho đơn này nên không mở lại được.',
  'nothing-to-refund': () => 'Đơn này không có khoản tiền nào phải hoàn. Muốn hoàn toàn bộ, hãy hủy đơn trước.',
  'order-closed': ({ status }) => `Đơn ở trạng thái “${fulfilmentWords[status]}”, không thực hiện được thao tác này.`,
  'order-unknown': () => 'Không tìm thấy đơn có mã và số điện thoại này. Hãy xem lại mã trên trang đặt hàng.',
  'order-open': () => 'Đơn vẫn đang mở hoặc đã giao, không cần mở lại.',
  'ordering-off': () => 'Tỉnh đang tạm ngừng nhận đặt hàng trên trang này. Bạn có thể gọi trực tiếp người bán.',
  'too-many-open': ({ most }) =>
    `Số điện thoại này đang có ${most} lần đặt chưa trả tiền. Hãy trả tiền hoặc hủy bớt đơn cũ rồi đặt tiếp, hoặc gọi người bán.`,
  'too-much-unpaid': ({ items }) =>
    items
      .map(({ name, limit }) =>
        limit > 0
          ? `${name}: chưa trả tiền thì đặt thêm được ${limit}. Trả tiền xong đặt tiếp được, hoặc gọi người bán nếu cần nhiều.`
          : `${name}: đang có nhiều đơn chưa trả tiền từ cùng nơi với bạn. Hãy trả các đơn đó, hoặc gọi người bán.`,
      )
      .join(' '),
  'over-limit': ({ items }) => items.map((item) => `${item.name}: mỗi đơn mua tối đa ${item.limit}.`).join(' '),
  'quantity-not-sold': ({ items }) =>
    items.map(({ name, next, ...numbers }) => `${name}: ${sayNumbers(numbers)}, hãy đặt ${next}.`).join(' '),
  'least-not-multiple': ({ multiple, next }) => `Số lượng ít nhất phải là bội số của ${multiple}, ví dụ ${next}.`,
  'limit-below-least': ({ least }) => `Mỗi đơn mua tối đa không được ít hơn số lượng ít nhất (${least}).`,
  'price-step-not-rising': ({ above }) => `Mức số lượng này phải lớn hơn ${above}.`,
  'price-step-not-falling': ({ below }) => `Mua nhiều hơn thì giá mỗi đơn vị phải thấp hơn ${formatDong(below)}.`,
  'password-wrong': () => 'Mật khẩu chưa đúng. Thay đổi tài khoản nhận tiền cần nhập lại mật khẩu đăng nhập.',
  'price-changed': ({ nowVnd }) =>
    `Giá vừa thay đổi: tổng tiền bây giờ là ${formatDong(nowVnd)}. Hãy xem lại và bấm đặt hàng nếu bạn đồng ý.`,
  'producer-missing': () => 'Chưa có thông tin cơ sở của bạn. Hãy khai thông tin cơ sở trước, rồi khai tài khoản nhận tiền.',
  'refund-too-large': ({ refundableVnd }) => `Chỉ có thể hoàn tối đa ${formatDong(refundableVnd)}.`,
  'request-key-reused': () => 'Biểu mẫu này đã được gửi với nội dung khác. Hãy mở lại giỏ hàng và đặt lại.',
  'seller-missing': () => 'Chưa có tài khoản nhận tiền của người bán.',
  'seller-unverified': () => 'Người bán chưa được cơ quan cấp tỉnh xác minh nên chưa đăng bán được.',
  'short-paid': ({ missingVnd }) => `Còn thiếu ${formatDong(missingVnd)}. Nếu vẫn giao, hãy đánh dấu “chấp nhận thiếu” và ghi lý do.`,
  'sold-out': ({ items }) =>
    items.map((item) => (item.available > 0 ? `${item.name}: chỉ còn ${item.available}.` : `${item.name}: đã hết hàng.`)).join(' '),
  'too-many-attempts': ({ minutes }) => `Đã thử quá nhiều lần. Hãy thử lại sau ${minutes} phút.`,
  'total-too-large': () => `Tổng tiền một đơn vượt mức một lần chuyển khoản (${formatDong(dong(9_999_999_999_999))}). Hãy giảm số lượng.`,
} satisfies { [Code in ShopRefusal['code']]: (refusal: Of<Code>) => string }

/** The sentence of a refusal. */
export function sayRefusal(refusal: ShopRefusal): string {
  return (refusalWords[refusal.code] as (refusal: ShopRefusal) => string)(refusal)
}
