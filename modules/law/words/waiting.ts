export const waitingWords = {
  proposals: (count: number) => `${count} thay đổi căn cứ chờ người thứ hai xác nhận`,
}
