export const personalDataWords = {
  reports: { says: 'Báo cáo kỳ đã lập', fields: { at: 'Lúc', from: 'Từ ngày', to: 'Đến ngày' } },
  calls: { says: 'Lần kêu gọi tham gia đợt', fields: { at: 'Lúc', year: 'Năm', round: 'Đợt', until: 'Hạn' } },
  plans: {
    says: 'Kế hoạch năm đã lập, đã ban hành',
    fields: { at: 'Lúc', year: 'Năm', version: 'Lần', number: 'Số văn bản' },
  },
} as const
