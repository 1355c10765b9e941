export const waitingWords = {
  factorRemovals: (count: number) => `${count} đề nghị tắt xác thực hai lớp chờ người thứ hai`,
  failedDeliveries: (count: number) => `${count} việc tự động chưa làm được`,
}
