export const personalDataWords = {
  proposals: {
    says: 'Đề nghị về căn cứ pháp lý đã gửi hoặc quyết định',
    fields: { at: 'Gửi lúc', topic: 'Mục', status: 'Tình trạng' },
  },
} as const
