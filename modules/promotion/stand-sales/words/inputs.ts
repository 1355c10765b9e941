export const inputWords = {
  pageTooOld: 'Trang này đã cũ. Hãy tải lại trang.',
  place: 'Chọn nơi để hàng của gian.',
  quantity: 'Ghi số lượng bằng số nguyên từ 1.',
  price: 'Ghi giá bằng số, ví dụ 120.000.',
  paidBy: 'Chọn tiền mặt hoặc chuyển khoản.',
  reason: 'Ghi lý do hủy lần bán này.',
}
