export const personalDataWords = {
  shops: { says: 'Gian hàng trên sàn khác', fields: { at: 'Từ lúc', channel: 'Sàn', name: 'Tên gian hàng' } },
  orders: {
    says: 'Đơn trên sàn khác',
    fields: { at: 'Ngày đặt', number: 'Mã đơn', buyer: 'Người mua (sàn đã che)', amount: 'Tiền hàng', note: 'Ghi chú' },
  },
  files: { says: 'Tệp của sàn đã nạp', fields: { at: 'Lúc', name: 'Tên tệp', rows: 'Số dòng' } },
  answers: { says: 'Dòng quyết toán đã trả lời', fields: { at: 'Lúc', answer: 'Trả lời', note: 'Ghi chú' } },
} as const
