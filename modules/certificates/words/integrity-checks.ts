export const integrityCheckNames = {
  'register-standing': 'Sổ đăng ký: hạng sao và thời hạn của mỗi sản phẩm đúng như giấy chứng nhận và sổ đã nhập',
  credentials: 'Bản điện tử của giấy chứng nhận: chữ ký đúng, và ghi đúng như giấy',
} as const
