export const inputWords = {
  pageTooOld: 'Trang này đã cũ. Hãy tải lại trang rồi làm lại.',
  channel: 'Chọn sàn.',
  name: 'Ghi tên gian hàng trên sàn.',
  day: 'Chọn ngày.',
  key: 'Nhiều nhất 600 ký tự.',
  shop: 'Chọn gian hàng.',
  kind: 'Chọn loại tệp.',
  pack: 'Chọn quy cách.',
  packsEach: 'Ghi số nguyên từ 1 đến 1.000.',
  credit: 'Chọn khoản tiền về.',
  answer: 'Chọn cách trả lời.',
  tooLong: (most: number) => `Nhiều nhất ${most} chữ.`,
}
