export const personalDataWords = {
  cases: {
    says: 'Khiếu nại, trả hàng',
    fields: { code: 'Mã', reason: 'Lý do', words: 'Nội dung', status: 'Tình trạng', at: 'Lúc' },
  },
  steps: { says: 'Việc đã làm, lời đã nhắn trong khiếu nại', fields: { code: 'Mã', step: 'Việc', words: 'Nội dung', at: 'Lúc' } },
} as const
