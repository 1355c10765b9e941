export const integrityCheckNames = {
  'bank-receipts': 'Khoản ngân hàng đã ghi và sổ tiền của đơn',
  'bank-bill-parts': 'Khoản ngân hàng chia cho các đơn của bảng kê và sổ tiền của đơn',
  'bank-refunds': 'Lần hoàn tiền có bằng chứng và sổ tiền của đơn',
} as const
