export const personalDataWords = {
  applications: {
    says: 'Đăng ký gian hàng hội chợ: người đứng gian, số điện thoại',
    fields: { fair: 'Hội chợ', contact: 'Người đứng gian', note: 'Ghi chú', at: 'Lúc' },
  },
  steps: { says: 'Việc đã làm trong đăng ký hội chợ', fields: { fair: 'Hội chợ', step: 'Việc', words: 'Nội dung', at: 'Lúc' } },
} as const
