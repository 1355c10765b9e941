export const integrityCheckNames = {
  'register-standing': 'Sổ đăng ký: hạng sao và thời hạn của mỗi sản phẩm đúng như giấy chứng nhận và sổ đã nhập',
} as const
