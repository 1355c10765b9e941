export const personalDataWords = {
  reports: { says: 'Báo cáo kỳ đã lập', fields: { at: 'Lúc', from: 'Từ ngày', to: 'Đến ngày' } },
} as const
