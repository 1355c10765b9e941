export const waitingWords = {
  toCheck: (count: number) => `${count} hồ sơ chờ tỉnh kiểm`,
  toAssign: (count: number) => `${count} hồ sơ chờ giao Tổ tư vấn`,
  toConvene: (count: number) => `${count} hồ sơ đã có báo cáo, chờ đưa ra Hội đồng`,
  ownReports: (count: number) => `${count} báo cáo Tổ tư vấn chờ viết`,
  testsToBring: (count: number) => `${count} kết quả kiểm nghiệm tỉnh yêu cầu`,
  toRead: (count: number) => `Đọc trước ${count} hồ sơ cho phiên họp`,
  sheets: (count: number) => `${count} phiếu chấm chưa nộp`,
  appeals: (count: number) => `${count} khiếu nại chờ thụ lý, trả lời`,
  ties: (count: number) => `${count} mối liên quan chờ thư ký kết luận`,
  toRun: (count: number) => `${count} phiên họp đến ngày, chưa đóng`,
}
