export const waitingWords = {
  toHold: (count: number) => `${count} lớp tập huấn đã hết buổi, chờ ghi học xong`,
}
