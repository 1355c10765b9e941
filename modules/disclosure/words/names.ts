import type { PolicyKind } from '../rules/policy.ts'

export const policyNames = {
  terms: 'Điều kiện giao dịch chung',
  payment: 'Thanh toán',
  delivery: 'Giao nhận hàng',
  inspection: 'Kiểm tra hàng',
  returns: 'Đổi trả, hoàn tiền',
  contract: 'Giao kết hợp đồng',
  complaints: 'Khiếu nại, tranh chấp',
  fees: 'Phí của người bán',
} as const satisfies Record<PolicyKind, string>
