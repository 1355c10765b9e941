export const newsPersonalWords = {
  texts: {
    says: 'Tin đã viết, duyệt, trả lời',
    fields: { title: 'Tiêu đề', version: 'Bản', at: 'Lúc' },
  },
  steps: { says: 'Việc đã làm với tin', fields: { slug: 'Tin', step: 'Việc', words: 'Nội dung', at: 'Lúc' } },
} as const
