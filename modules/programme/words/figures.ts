/** What the card of a figure says; numbers as the page writes them. */
export const figureCard = {
  samples: (count: string, unit: string) => `+ ${count} ${unit} dữ liệu mẫu`,
} as const

/** What the bars of a cut say. */
export const barChart = {
  sample: 'mẫu',
  more: (count: number) => `Thêm ${count} dòng`,
  rest: (title: string) => `${title}, phần còn lại`,
} as const

/** What the page of the rows behind a figure says. */
export const figurePage = {
  data: 'Dữ liệu',
  source: (source: string) => `Nguồn: ${source}.`,
  whole: 'Bỏ lọc, xem tất cả',
  from: 'Từ',
  until: 'đến',
  show: 'Xem',
  samplesApart: (count: string, unit: string) => `Ngoài ra có ${count} ${unit} dữ liệu mẫu, không tính vào số trên.`,
  sample: 'mẫu',
  sourced: 'có nguồn',
  none: 'Chưa có dòng nào',
  noneWhy: 'Con số này bằng 0 vì chưa có dữ liệu trong kỳ.',
} as const
