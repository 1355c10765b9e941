export const pointHoldings = {
  inspections: {
    says: 'Các lần kiểm tra điểm bán do bạn ghi',
    fields: { point: 'Điểm bán', visitedOn: 'Ngày', note: 'Nhận xét', at: 'Lúc ghi' },
  },
}
export const organisationWords = { points: (count: number) => `${count} điểm bán OCOP do đơn vị vận hành` }
