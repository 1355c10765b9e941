export const waitingWords = {
  requests: (count: number) => `${count} chủ thể xin vào chờ trả lời`,
}
