export const waitingWords = {
  toJudge: (count: number) => `${count} đánh giá bị báo hoặc phản đối chờ xem`,
  toRead: (count: number) => `${count} câu trả lời của người bán chờ duyệt`,
  toAnswer: (count: number) => `${count} câu hỏi của khách chờ trả lời`,
  returned: (count: number) => `${count} câu trả lời bị gửi lại`,
}
