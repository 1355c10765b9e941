export const waitingWords = {
  returned: (count: number) => `${count} hồ sơ được yêu cầu bổ sung`,
  unfinished: (count: number) => `${count} hồ sơ đang làm dở`,
  papersEnding: (count: number) => `${count} giấy tờ trong kho sắp hết hạn hoặc đã hết hạn`,
  trademarksDue: (count: number) => `${count} đơn nhãn hiệu đã qua ngày ước của bước tiếp theo, cần hỏi lại`,
  held: (count: number) => `${count} hồ sơ đang làm hộ chủ thể`,
  proxyAsked: (count: number) => `${count} chủ thể nhờ làm hộ hồ sơ`,
  atCommune: (count: number) => `${count} hồ sơ chờ xã kiểm tra`,
}
