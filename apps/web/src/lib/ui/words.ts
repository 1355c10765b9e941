/** What the shared components say on every page. */
export const uiWords = {
  error: 'Lỗi:',
  toCorrect: 'Có lỗi cần sửa',
  optional: '(không bắt buộc)',
  source: (source: string) => `Nguồn: ${source}`,
  legalGround: 'Căn cứ:',
  keptFile: 'Đã có tệp:',
  chooseAnother: 'Chọn tệp khác để thay.',
  shrinking: 'Đang thu nhỏ ảnh…',
  noRoom:
    'Máy này hết chỗ, không giữ được tệp vừa chọn. Xóa bớt ảnh, phim hoặc ứng dụng trong máy rồi chọn lại; hoặc để trang này mở cho đến khi gửi xong.',
  crumbs: 'Đường dẫn',
  less: (step: number) => `Bớt ${step}`,
  more: (step: number) => `Thêm ${step}`,
  pages: { label: 'Trang', previous: 'Trước', next: 'Sau' },
} as const
