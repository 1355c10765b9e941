/** In the place of the name of somebody whose data were erased. */
export const erasedName = 'Người dùng đã xóa dữ liệu'

export const personalDataWords = {
  account: {
    says: 'Tài khoản',
    fields: { name: 'Họ tên', email: 'Thư điện tử', phone: 'Điện thoại', secondFactor: 'Xác thực hai lớp', at: 'Mở lúc' },
  },
  links: { says: 'Tài khoản định danh đã gắn', fields: { issuer: 'Nơi định danh', subject: 'Mã số ở đó', at: 'Gắn lúc' } },
  memberships: { says: 'Vai trò', fields: { organisation: 'Đơn vị', role: 'Vai trò', since: 'Từ ngày', until: 'Đến hết ngày' } },
  sessions: {
    says: 'Thiết bị đã đăng nhập',
    fields: { at: 'Đăng nhập lúc', expires: 'Hết phiên lúc', address: 'Địa chỉ mạng', browser: 'Trình duyệt' },
  },
  devices: { says: 'Trình duyệt đã quen', fields: { first: 'Lần đầu', at: 'Lần gần nhất' } },
  invitations: { says: 'Địa chỉ mời đã gửi', fields: { at: 'Tạo lúc', by: 'Người tạo', used: 'Dùng lúc' } },
  notices: { says: 'Việc người quản trị đã làm với tài khoản', fields: { at: 'Lúc', kind: 'Việc', by: 'Người làm' } },
  keptForms: { says: 'Biểu mẫu đang chờ đăng nhập lại (đã mã hóa)', fields: { at: 'Gửi lúc' } },
  sentForms: {
    says: 'Biểu mẫu đã gửi, để không ghi hai lần: câu trả lời giữ một ngày, mã của biểu mẫu 60 ngày',
    fields: { at: 'Gửi lúc' },
  },
  uploads: { says: 'Ảnh và tệp đang gửi dở, giữ ba ngày', fields: { at: 'Nhận lúc', size: 'Số byte' } },
  asked: { says: 'Đề nghị tắt xác thực hai lớp', fields: { at: 'Lúc', by: 'Người đề nghị' } },
  apiKeys: {
    says: 'Khóa máy đã cấp, đã thu hồi',
    fields: { at: 'Cấp lúc', label: 'Tên khóa', by: 'Người cấp', revoked: 'Thu hồi lúc', revokedBy: 'Người thu hồi' },
  },
  trail: { says: 'Việc đã làm, theo nhật ký', fields: { at: 'Lúc', action: 'Việc', subject: 'Đối tượng', id: 'Mã' } },
  security: {
    says: 'Lần vào, lần đọc và lần gửi, theo nhật ký an ninh',
    fields: { at: 'Lúc', what: 'Việc', outcome: 'Kết quả', address: 'Địa chỉ mạng', object: 'Đã đọc, đã sửa' },
  },
} as const
