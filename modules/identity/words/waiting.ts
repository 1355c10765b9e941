export const waitingWords = {
  firstDay: () => 'Ngày đầu: lập bộ máy và mời người',
  factorRemovals: (count: number) => `${count} đề nghị tắt xác thực hai lớp chờ người thứ hai`,
  failedDeliveries: (count: number) => `${count} việc tự động chưa làm được`,
}
