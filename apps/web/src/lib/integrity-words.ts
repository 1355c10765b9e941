import type { IntegrityCheckName } from '@dacsan/modules/integrity-checks'

/** What each nightly proof adds up again, in the words of the administrator's page. */
export const integrityWords: Record<IntegrityCheckName, string> = {
  'audit-chain': 'Nhật ký: mỗi dòng khóa vào dòng trước',
  files: 'Tệp: nội dung đúng như khi nhận',
  'ledger-is-balance': 'Kho: tồn của lô bằng tổng các lần nhập, xuất',
  'reservations-are-reserved': 'Kho: số giữ chỗ bằng tổng các đơn đang giữ',
  'money-is-accounted-for': 'Tiền: đơn nào cũng khớp nhật ký tiền',
  'orders-are-whole': 'Đơn hàng: hàng và tổng tiền khớp từng dòng',
  'groups-have-orders': 'Giỏ hàng: không giỏ nào mất đơn',
}
