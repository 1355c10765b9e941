export const waitingWords = {
  toHandIn: (count: number) => `${count} phiếu chấm cuộc thi chờ nộp`,
  toJudge: (count: number) => `${count} cuộc thi hết hạn nhận bài, chờ giao chấm`,
  toPublish: (count: number) => `${count} cuộc thi đủ phiếu, chờ công bố`,
}
