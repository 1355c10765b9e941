export const trainingHoldings = {
  places: {
    says: 'Lớp tập huấn bạn ghi danh',
    fields: { class: 'Lớp', name: 'Họ tên', place: 'Nơi ở, cơ sở', status: 'Tình trạng', at: 'Ghi danh lúc' },
  },
} as const
