export const waitingWords = {
  doubts: (count: number) => `${count} phản ánh của người mua chờ trả lời`,
}
