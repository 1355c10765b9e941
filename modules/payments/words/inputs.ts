export const inputWords = {
  pageTooOld: 'Trang này đã cũ. Hãy tải lại trang rồi làm lại.',
  order: 'Chọn đơn hàng.',
  refund: 'Chọn lần hoàn tiền.',
  day: 'Chọn ngày chuyển tiền.',
  tooLong: 'Nhiều nhất 300 chữ.',
  secret: 'Chép khóa bí mật từ trang của nhà cung cấp, từ 8 đến 400 ký tự.',
  provider: 'Chọn nhà cung cấp.',
}
