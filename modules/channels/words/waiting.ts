export const waitingWords = {
  orders: (count: number) => `${count} đơn trên sàn chờ hàng hoặc chờ bạn trả lời`,
  settlements: (count: number) => `${count} dòng quyết toán của sàn chưa khớp`,
}
