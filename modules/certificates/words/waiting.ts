export const waitingWords = {
  toDecide: (count: number) => `${count} phiên họp đã đóng, chờ lập quyết định`,
  unsigned: (count: number) => `${count} quyết định chờ số và ngày ký`,
  imports: (count: number) => `${count} sổ nhập chờ người thứ hai xác nhận`,
  ending: (count: number) => `${count} giấy chứng nhận đến kỳ nộp hồ sơ đánh giá lại`,
  endingWindow: (product: string, day: string) => `${product}: nộp hồ sơ chậm nhất ${day}`,
}
