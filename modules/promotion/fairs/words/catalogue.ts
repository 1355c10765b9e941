export const catalogueWords = {
  days: (from: string, to: string) => `${from} – ${to}`,
  stand: (number: string) => `GIAN ${number}`,
  producer: 'Cơ sở',
  zone: 'Khu',
  products: 'Sản phẩm',
  more: (count: number) => `và ${count} sản phẩm khác`,
  contact: 'Liên hệ',
  scan: 'Quét để xem sản phẩm của gian',
  see: 'Quét mã bằng điện thoại: sản phẩm, số sao, nguồn gốc, nơi mua sau hội chợ.',
  sample: 'Số liệu mẫu',
}
