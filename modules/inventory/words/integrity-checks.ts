/** What agrees where a check passes, for the administrator. */
export const integrityCheckNames = {
  'ledger-is-balance': 'Kho: tồn của từng lô, quy cách, nơi để bằng tổng các lần nhập, xuất',
  'moves-add-up': 'Kho: mỗi lần chuyển hàng ra bao nhiêu vào bấy nhiêu',
} as const
