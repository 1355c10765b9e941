export const personalDataWords = {
  reports: { says: 'Báo cáo kỳ do bạn lập', fields: { at: 'Lúc', from: 'Từ ngày', to: 'Đến ngày' } },
} as const
