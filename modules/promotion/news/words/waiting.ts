export const waitingWords = {
  toJudge: (count: number) => `${count} tin chờ duyệt nội dung`,
  toRelease: (count: number) => `${count} tin chờ duyệt phát hành`,
  requests: (count: number) => `${count} đề nghị đính chính chờ trả lời`,
}
