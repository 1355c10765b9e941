export const salesFileWords = {
  title: 'Bảng kê hàng hóa bán ra của đại lý',
  sheet: (rate: string) => `Thuế suất ${rate}`.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31),
  nothing: 'Không bán',
  number: 'STT',
  product: 'Tên hàng hóa',
  lot: 'Số lô',
  unit: 'Đơn vị tính',
  quantity: 'Số lượng',
  price: 'Đơn giá bán (gồm thuế)',
  net: 'Tiền chưa thuế',
  tax: 'Thuế GTGT',
  gross: 'Tổng tiền',
  agent: 'Đại lý (bên nhận ký gửi)',
  owner: 'Chủ hàng',
  period: 'Kỳ',
  contract: 'Hợp đồng',
  rounding: 'Thuế tính từ giá bán đã gồm thuế, làm tròn đến đồng theo từng dòng.',
} as const

export const notePaperWords = {
  title: { B: 'Phiếu xuất kho hàng gửi bán đại lý', N: 'Phiếu xuất kho kiêm vận chuyển nội bộ' },
  says: (symbol: string, number: number) => `Ký hiệu ${symbol}, số ${number}`,
  legal:
    'Dữ liệu của phiếu theo Nghị định 254/2026/NĐ-CP và Thông tư 91/2026/TT-BTC; phiếu điện tử do phần mềm hóa đơn của bên xuất lập theo số liệu này.',
  receiver: 'Người nhận hàng',
  carrier: 'Người vận chuyển',
  issuer: 'Người lập phiếu',
} as const
