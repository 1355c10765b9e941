export const waitingWords = { lines: (count: number) => `${count} khoản tiền về chờ bạn xem` }
