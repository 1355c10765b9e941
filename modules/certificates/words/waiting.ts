export const waitingWords = {
  toDecide: (count: number) => `${count} phiên họp đã đóng, chờ lập quyết định`,
  unsigned: (count: number) => `${count} quyết định chờ số và ngày ký`,
  ministry: {
    send: (count: number) => `${count} sản phẩm 5 sao chờ gửi Bộ`,
    answer: (count: number) => `${count} sản phẩm 5 sao chờ Bộ trả lời`,
  },
  withdrawals: (count: number) => `${count} giấy chứng nhận chờ quyết định thu hồi`,
  stops: (count: number) => `${count} sản phẩm tỉnh hỏi xã còn sản xuất không`,
  imports: (count: number) => `${count} sổ nhập chờ người thứ hai xác nhận`,
  ending: (count: number) => `${count} giấy chứng nhận đến kỳ nộp hồ sơ đánh giá lại`,
  endingWindow: (product: string, day: string) => `${product}: nộp hồ sơ chậm nhất ${day}`,
}
