import type { IntegrityCheck, Room } from '../room.ts'
import { checkStock } from './stock/check-stock.ts'
import type { StockCheckName } from './stock/check-stock.ts'

/** What agrees where a check passes, for the administrator. */
const integrityCheckNames: Record<StockCheckName, string> = {
  'ledger-is-balance': 'Kho: tồn của lô bằng tổng các lần nhập, xuất',
  'reservations-are-reserved': 'Kho: số giữ chỗ bằng tổng các đơn đang giữ',
  'money-is-accounted-for': 'Tiền: đơn nào cũng khớp nhật ký tiền',
  'orders-are-whole': 'Đơn hàng: hàng và tổng tiền khớp từng dòng',
  'groups-have-orders': 'Giỏ hàng: không giỏ nào mất đơn',
}

function checkOf(name: StockCheckName): IntegrityCheck {
  return {
    says: integrityCheckNames[name],
    check: async ({ db }) => {
      const { checked, faults } = await checkStock(db, { names: [name] })
      return { checked: checked[name], faults: faults.map(({ subject, found, expected }) => `${subject}: ${found} instead of ${expected}`) }
    },
  }
}

export const shopIntegrityChecks: Room['integrityChecks'] = Object.fromEntries(
  (Object.keys(integrityCheckNames) as StockCheckName[]).map((name) => [name, checkOf(name)]),
)
