/** In the place of the name of whoever asked, once it is forgotten. */
export const erasedWords = 'Đã xóa'

export const personalDataWords = {
  requests: {
    says: 'Đề nghị của chủ thể',
    fields: {
      code: 'Mã',
      name: 'Cơ sở',
      representative: 'Người đại diện',
      phone: 'Điện thoại',
      email: 'Thư điện tử',
      address: 'Địa chỉ',
      taxCode: 'Mã số thuế',
      registrationNo: 'Số đăng ký',
      note: 'Lời nói thêm',
      answer: 'Trả lời',
      at: 'Gửi lúc',
    },
  },
  transfers: {
    says: 'Chuyển sản phẩm cho chủ thể khác',
    fields: { code: 'Mã', reason: 'Vì sao chuyển', words: 'Lời đã ghi', paper: 'Giấy gửi kèm', at: 'Lúc' },
  },
  decided: { says: 'Đề nghị của chủ thể đã trả lời hoặc nộp hộ', fields: { code: 'Mã', at: 'Lúc' } },
} as const
