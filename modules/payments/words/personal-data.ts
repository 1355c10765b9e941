export const personalDataWords = {
  lines: {
    says: 'Khoản tiền vào ra tài khoản bán hàng',
    fields: { at: 'Lúc', amount: 'Số tiền', content: 'Nội dung', reference: 'Số giao dịch' },
  },
  answers: { says: 'Khoản tiền đã trả lời', fields: { at: 'Lúc', answer: 'Trả lời', code: 'Đơn', note: 'Ghi chú' } },
  refunds: { says: 'Lần hoàn tiền đã ghi', fields: { at: 'Lúc', amount: 'Số tiền', reference: 'Số giao dịch' } },
  accounts: { says: 'Tài khoản nhận tiền', fields: { number: 'Số tài khoản', bank: 'Ngân hàng', at: 'Từ lúc' } },
  statements: { says: 'Sao kê đã nạp', fields: { at: 'Lúc', name: 'Tên tệp' } },
} as const
