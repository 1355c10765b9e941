/** Where an invited person chooses a password. */
export const invitationPage = {
  title: 'Chọn mật khẩu của bạn',
  hello: (name: string) => `Xin chào ${name}.`,
  from: {
    first: (by: string, when: string) => `${by} đã mở tài khoản cho bạn lúc ${when}.`,
    renewed: (by: string, when: string) => `${by} đã cấp lại quyền đăng nhập cho bạn lúc ${when}.`,
  },
  about: (until: string) => `Không ai khác biết mật khẩu bạn chọn ở đây. Địa chỉ này dùng một lần, đến ${until}.`,
  login: 'Để đăng nhập, dùng',
  choose: 'Đặt mật khẩu và vào',
  signIn: 'Đến trang đăng nhập',
} as const

/** What an administrator did to somebody's way in, told to its owner. */
export const accountNotices = {
  title: 'Tài khoản của bạn vừa được can thiệp',
  'access-renewed': (by: string, when: string) => `Quyền đăng nhập được cấp lại lúc ${when}, bởi ${by}.`,
  'second-factor-removed': (by: string, when: string) => `Xác thực hai lớp bị tắt lúc ${when}, bởi ${by}.`,
  about: 'Nếu bạn không nhờ, hãy báo ngay lãnh đạo cơ quan, đổi mật khẩu và xem xác thực hai lớp còn bật không.',
  seen: 'Tôi đã biết',
  history: 'Người quản trị đã làm với tài khoản này',
} as const
