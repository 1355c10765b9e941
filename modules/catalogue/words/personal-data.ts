export const personalDataWords = {
  producer: {
    says: 'Chủ thể trong sổ đăng ký',
    fields: {
      name: 'Tên',
      representative: 'Người đại diện',
      address: 'Địa chỉ',
      phone: 'Điện thoại',
      email: 'Thư điện tử',
      taxCode: 'Mã số thuế',
      registrationNo: 'Số đăng ký',
      about: 'Giới thiệu',
      at: 'Cập nhật',
    },
  },
} as const
