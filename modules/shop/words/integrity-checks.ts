import type { StockCheckName } from '../holds/check-stock.ts'

/** What agrees where a check passes, for the administrator. */
export const integrityCheckNames = {
  'reservations-are-reserved': 'Kho: số giữ chỗ bằng tổng các đơn đang giữ',
  'money-is-accounted-for': 'Tiền: đơn nào cũng khớp nhật ký tiền',
  'orders-are-whole': 'Đơn hàng: hàng và tổng tiền khớp từng dòng',
  'vouchers-are-counted': 'Mã giảm giá: số lượt và tiền giảm khớp từng đơn',
  'promises-are-counted': 'Hàng hứa trước bằng tổng các lời hứa còn hiệu lực',
  'cuts-are-counted': 'Hàng bớt trước khi đóng gói: khớp từng dòng',
  'parcels-are-one': 'Gộp giao: đơn cùng gói là của một người bán',
  'reductions-are-counted': 'Hàng trả lại, cân thực: số tiền bớt của đơn bằng tổng các lần bớt',
  'weights-are-counted': 'Cân thực: số tiền bớt của từng dòng đúng bằng giá theo cân',
  'groups-have-orders': 'Giỏ hàng: không giỏ nào mất đơn',
} satisfies Record<StockCheckName, string>
