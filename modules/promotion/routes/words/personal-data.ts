export const routeHoldings = {
  contacts: {
    says: 'Số điện thoại của điểm dừng mà đơn vị bạn cho công khai',
    fields: { stop: 'Điểm dừng', agreedOn: 'Ngày đồng ý' },
  },
  answers: {
    says: 'Các lần bạn trả lời khách hỏi đặt tuyến',
    fields: { route: 'Tuyến', answer: 'Lời đã trả', at: 'Lúc trả lời' },
  },
}
export const organisationWords = {
  routes: (count: number) => `${count} tuyến tham quan do đơn vị trả lời khách`,
  stops: (count: number) => `${count} điểm dừng của tuyến tham quan`,
}
