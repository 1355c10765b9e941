export const waitingWords = {
  requests: (count: number) => `${count} chủ thể xin vào chờ trả lời`,
  transfers: (count: number) => `${count} đề nghị chuyển sản phẩm chờ bạn kiểm hoặc xác nhận`,
  ownTransfers: (count: number) => `${count} đề nghị chuyển sản phẩm chờ bạn trả lời`,
}
