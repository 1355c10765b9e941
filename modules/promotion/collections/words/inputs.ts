export const collectionInputWords = {
  pageTooOld: 'Trang này đã cũ. Tải lại trang rồi làm tiếp.',
  longest: (most: number) => `Dài nhất ${most} ký tự.`,
  title: 'Viết tên, ít nhất 4 ký tự.',
  text: 'Viết vài lời, ít nhất 20 ký tự.',
  wholeLanguage: 'Thứ tiếng này viết đủ tên và lời, hoặc để trống cả hai.',
  month: 'Chọn tháng.',
  receiver: 'Chọn lại cho ai.',
  products: 'Ghi ít nhất một sản phẩm.',
  mostProducts: 'Nhiều nhất 60 sản phẩm.',
  product: 'Chép địa chỉ trang sản phẩm vào đây.',
  source: 'Ghi ai cho biết, ít nhất 4 ký tự.',
}
