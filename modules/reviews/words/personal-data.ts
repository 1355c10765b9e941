export const personalDataWords = {
  reviews: {
    says: 'Đánh giá đã viết',
    fields: { product: 'Sản phẩm', rating: 'Điểm', words: 'Nội dung', name: 'Tên hiện ra', status: 'Tình trạng', at: 'Lúc' },
  },
  steps: { says: 'Việc đã làm với đánh giá', fields: { product: 'Sản phẩm', step: 'Việc', words: 'Nội dung', at: 'Lúc' } },
  questions: { says: 'Câu hỏi cho người bán, số điện thoại để báo trả lời', fields: { words: 'Nội dung', at: 'Lúc' } },
  answers: {
    says: 'Câu trả lời công khai của người bán',
    fields: { product: 'Sản phẩm', words: 'Nội dung', status: 'Tình trạng', at: 'Lúc' },
  },
} as const
