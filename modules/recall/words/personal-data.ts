export const personalDataWords = {
  led: { says: 'Thu hồi đã bắt đầu, quyết định, kết thúc', fields: { code: 'Mã', reason: 'Lý do', at: 'Lúc' } },
  counted: { says: 'Sổ hàng thu hồi đã ghi', fields: { code: 'Mã', place: 'Nơi', note: 'Ghi chú', at: 'Lúc' } },
} as const
