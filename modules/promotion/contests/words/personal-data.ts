/** In the place of who made an entry and what it was called, once that is forgotten. */
export const erasedEntryWords = 'Đã xóa'

export const contestHoldings = {
  entries: {
    says: 'Bài dự thi bạn đã gửi',
    fields: { contest: 'Cuộc thi', number: 'Số bài', title: 'Tên bài', name: 'Họ tên', status: 'Tình trạng', at: 'Gửi lúc' },
  },
  sheets: {
    says: 'Cuộc thi bạn làm giám khảo',
    fields: { contest: 'Cuộc thi', status: 'Phiếu chấm', at: 'Mời lúc' },
  },
} as const
