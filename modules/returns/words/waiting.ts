export const waitingWords = {
  toAnswer: (count: number) => `${count} khiếu nại của người mua chờ trả lời`,
  toFinish: (count: number) => `${count} việc trả hàng chưa làm xong`,
  disputes: (count: number) => `${count} khiếu nại chờ cơ quan hòa giải`,
}
