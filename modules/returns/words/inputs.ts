export const inputWords = {
  pageTooOld: 'Trang này đã cũ. Hãy tải lại trang rồi làm lại.',
  reason: 'Chọn lý do.',
  wanted: 'Chọn điều bạn muốn.',
  words: 'Viết vài chữ, ít nhất 3 ký tự.',
  quantity: 'Ghi số lượng bằng số nguyên lớn hơn 0.',
  amount: 'Ghi số tiền bằng số nguyên, ví dụ 85000; không hoàn tiền thì ghi 0.',
  goods: 'Chọn hàng trong danh sách.',
  fate: 'Chọn nhập lại kho hay tiêu hủy.',
  days: 'Ghi số ngày từ 0 đến 365.',
  tooLong: (most: number) => `Nhiều nhất ${most.toLocaleString('vi-VN')} ký tự.`,
}
