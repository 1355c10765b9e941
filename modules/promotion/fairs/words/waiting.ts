export const waitingWords = {
  toConfirm: (count: number) => `${count} gian hội chợ chờ xác nhận`,
  incomplete: (count: number) => `${count} đăng ký gian còn thiếu thông tin`,
  toAllot: (count: number) => `${count} hội chợ chờ phân gian`,
  appeals: (count: number) => `${count} khiếu nại phân gian chờ trả lời`,
  unreported: (count: number) => `${count} hội chợ đã bế mạc, chưa báo cáo`,
}
