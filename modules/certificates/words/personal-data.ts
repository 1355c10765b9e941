export const personalDataWords = {
  certificates: {
    says: 'Giấy chứng nhận và dòng trong quyết định',
    fields: { code: 'Mã giấy', product: 'Sản phẩm', producer: 'Chủ thể ghi trên giấy', address: 'Địa chỉ', at: 'Ngày cấp' },
  },
  imports: { says: 'Dòng của sổ nhập vào có tên chủ thể', fields: { file: 'Tệp', row: 'Dòng', at: 'Nhập lúc' } },
  handled: { says: 'Lần nhập sổ và quyết định đã làm', fields: { at: 'Lúc', what: 'Tệp hoặc số quyết định' } },
} as const
