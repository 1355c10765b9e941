export const waitingWords = {
  visits: (count: number) => `${count} cuộc hậu kiểm chờ đi`,
  mended: (count: number) => `${count} lỗi hậu kiểm đã báo khắc phục, chờ chấp nhận`,
  late: (count: number) => `${count} lỗi hậu kiểm quá hạn khắc phục`,
  own: (count: number) => `${count} lỗi hậu kiểm chờ bạn khắc phục`,
  production: (count: number) => `${count} sản phẩm chờ xã xác nhận còn sản xuất`,
  silent: (count: number) => `${count} sản phẩm xã chưa xác nhận còn sản xuất`,
  stopped: (count: number) => `${count} sản phẩm xã báo ngừng sản xuất`,
}
