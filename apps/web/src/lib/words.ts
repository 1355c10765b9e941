/** What many pages of the office say alike. What one room alone says stands in the words of that room. */
export const common = {
  sample: 'Dữ liệu mẫu',
  save: 'Lưu',
  reason: 'Lý do',
  note: 'Ghi chú',
  from: 'Từ ngày',
  until: 'Đến ngày',
  product: 'Sản phẩm',
  producer: 'Chủ thể',
  state: 'Tình trạng',
  unknown: 'chưa rõ',
  unrecorded: 'không ghi',
  email: 'Thư điện tử',
  phone: 'Điện thoại',
  /** Before what is wrong with a field, for whoever does not see its colour. */
  error: 'Lỗi:',
} as const
