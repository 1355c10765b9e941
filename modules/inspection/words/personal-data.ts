export const personalDataWords = {
  mended: {
    says: 'Khắc phục lỗi hậu kiểm',
    fields: { code: 'Mã', words: 'Lời đã ghi', proof: 'Giấy, ảnh gửi kèm', at: 'Lúc' },
  },
  visits: { says: 'Hậu kiểm đã làm', fields: { code: 'Mã', product: 'Sản phẩm', at: 'Lúc' } },
  production: { says: 'Xác nhận còn sản xuất', fields: { year: 'Năm', product: 'Sản phẩm', note: 'Ghi chú', at: 'Lúc' } },
} as const
