export const waitingWords = {
  undecided: (count: number) => `${count} đợt thu hồi chờ cơ quan quyết định`,
  own: (count: number) => `${count} đợt thu hồi chưa làm xong`,
}
