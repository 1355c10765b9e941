export const personalDataWords = {
  cases: {
    says: 'Khiếu nại, trả hàng',
    fields: { code: 'Mã', reason: 'Lý do', words: 'Nội dung', status: 'Tình trạng', at: 'Lúc' },
  },
  steps: { says: 'Việc đã làm, lời đã nhắn trong khiếu nại', fields: { code: 'Mã', step: 'Việc', words: 'Nội dung', at: 'Lúc' } },
} as const

/** The same for whoever bought without an account. */
export const spokenHeld = {
  en: { says: 'Complaints, returns', fields: { code: 'Code', reason: 'Reason', words: 'Words', status: 'State', at: 'At' } },
  km: {
    says: 'ការប្តឹង ការប្រគល់មកវិញ',
    fields: { code: 'លេខកូដ', reason: 'មូលហេតុ', words: 'ខ្លឹមសារ', status: 'ស្ថានភាព', at: 'នៅ' },
  },
} as const
