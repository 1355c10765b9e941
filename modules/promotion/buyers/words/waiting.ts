export const waitingWords = {
  unanswered: (count: number) => `${count} nhu cầu mua chờ giới thiệu chủ thể`,
  toOffer: (count: number) => `${count} bên mua chờ chào hàng`,
}
