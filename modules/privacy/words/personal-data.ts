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
