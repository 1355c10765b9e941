export const consignmentHoldings = {
  entries: {
    says: 'Dòng sổ ký gửi do bạn ghi ở điểm bán',
    fields: { point: 'Điểm bán', kind: 'Việc', note: 'Ghi chú', at: 'Lúc' },
  },
}
