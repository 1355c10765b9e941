export const waitingWords = {
  toAnswer: (count: number) => `${count} đoàn khách hỏi đến, chưa trả lời`,
  holes: (count: number) => `${count} điểm dừng của tuyến không còn đón khách`,
}
