export const signInPage = {
  title: 'Đăng nhập',
  toPublicPages: 'Về trang công khai',
  login: 'Thư điện tử hoặc số điện thoại',
  noAccount: 'Chủ thể chưa có tài khoản? Tìm cơ sở của bạn và xin vào',
  password: 'Mật khẩu',
  signIn: 'Đăng nhập',
  byProvider: (provider: string) => `Đăng nhập qua ${provider}`,
  or: 'hoặc',
  providerFirst: (provider: string) => `Lần đầu: đăng nhập bằng mật khẩu, rồi gắn ${provider} ở trang “Tài khoản của tôi”.`,
  notSignedIn: 'Chưa đăng nhập được',
  passwordForgotten: 'Quên mật khẩu? Hỏi người quản trị của tỉnh; ở đây không ai hỏi mật khẩu của bạn qua điện thoại.',
  demoAccounts: 'Tài khoản dùng thử',
  demoPassword: 'Bấm một vai để vào ngay. Mật khẩu chung:',
  demoData: 'Mọi hồ sơ trong này là dữ liệu mẫu.',
} as const

/** The second step, for whoever has a second factor. */
export const signInCodePage = {
  title: 'Mã xác thực',
  heading: 'Nhập mã xác thực',
  code: 'Mã',
  codeHint: 'Sáu chữ số trong ứng dụng xác thực trên điện thoại, hoặc một mã dự phòng.',
  goOn: 'Tiếp tục',
  otherAccount: 'Đăng nhập lại bằng tài khoản khác',
} as const
