export const personalDataWords = {
  consents: {
    says: 'Những điều đã đồng ý',
    fields: { at: 'Đồng ý lúc', purpose: 'Mục đích', version: 'Lời hỏi số', channel: 'Ở trang', withdrawn: 'Rút lại lúc' },
  },
  requests: {
    says: 'Yêu cầu về dữ liệu',
    fields: { at: 'Gửi lúc', code: 'Mã', kind: 'Việc', text: 'Nội dung', status: 'Tình trạng', answer: 'Trả lời' },
  },
  decided: { says: 'Yêu cầu về dữ liệu đã trả lời', fields: { at: 'Lúc', code: 'Mã' } },
} as const

/** The same for whoever bought without an account. */
export const spokenHeld = {
  en: {
    consents: {
      says: 'What was agreed to',
      fields: { at: 'Agreed at', purpose: 'Purpose', version: 'Question number', channel: 'On the page', withdrawn: 'Withdrawn at' },
    },
    channels: { 'account-page': 'account', checkout: 'checkout', 'order-page': 'order' },
    requests: {
      says: 'Requests about data',
      fields: { at: 'Sent at', code: 'Code', kind: 'What', text: 'Words', status: 'State', answer: 'Answer' },
    },
  },
  km: {
    consents: {
      says: 'អ្វីដែលបានយល់ព្រម',
      fields: { at: 'យល់ព្រមនៅ', purpose: 'គោលបំណង', version: 'សំណួរលេខ', channel: 'នៅទំព័រ', withdrawn: 'ដកវិញនៅ' },
    },
    channels: { 'account-page': 'គណនី', checkout: 'បញ្ជាទិញ', 'order-page': 'ការបញ្ជាទិញ' },
    requests: {
      says: 'សំណើអំពីទិន្នន័យ',
      fields: { at: 'ផ្ញើនៅ', code: 'លេខកូដ', kind: 'ការងារ', text: 'ខ្លឹមសារ', status: 'ស្ថានភាព', answer: 'ចម្លើយ' },
    },
  },
} as const
