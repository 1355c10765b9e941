export const waitingWords = {
  breaches: (count: number) => `${count} sự cố dữ liệu chưa báo cơ quan`,
  requests: (count: number) => `${count} yêu cầu về dữ liệu cá nhân chờ trả lời`,
}
