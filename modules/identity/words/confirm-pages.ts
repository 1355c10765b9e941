/** Where the password is asked for again before what binds others. */
export const confirmPage = {
  title: 'Xác nhận là bạn',
  about: 'Việc bạn vừa gửi có hiệu lực với người khác, nên hệ thống hỏi lại mật khẩu. Những gì bạn đã gõ vẫn được giữ.',
  confirm: 'Xác nhận',
} as const

/** Where a form waits that could not be taken when it was sent. */
export const keptFormPage = {
  title: 'Những gì bạn đã gõ vẫn còn',
  about: 'Lúc bạn gửi, phiên đăng nhập đã hết hoặc cần hỏi lại mật khẩu. Xem lại rồi bấm gửi: chưa có gì được gửi đi.',
  noFiles: 'Tệp đã chọn (nếu có) không được giữ; chọn lại ở trang trước khi gửi.',
  typed: 'Bạn đã gõ',
  send: 'Gửi tiếp',
  back: 'Về trang đó, không gửi',
} as const
