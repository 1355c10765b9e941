/** Of forms of the desks; strangers' forms name the field, and the page says it in its language. */
export const inputWords = {
  pageTooOld: 'Trang này đã cũ. Hãy tải lại trang rồi làm lại.',
  words: 'Viết vài chữ, ít nhất 3 ký tự.',
  reason: 'Chọn lý do.',
  rating: 'Chọn điểm từ 1 đến 5.',
  nameStyle: 'Chọn cách ghi tên.',
  tooLong: (most: number) => `Nhiều nhất ${most.toLocaleString('vi-VN')} ký tự.`,
}
