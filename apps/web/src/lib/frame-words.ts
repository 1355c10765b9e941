import type { Language } from '@dacsan/modules/province/rules'

// What stands around the pages of all rooms. The public frame speaks three languages: lib/messages.

/** Each language by its own name. */
export const languageNames: Record<Language, string> = { vi: 'Tiếng Việt', en: 'English', km: 'ភាសាខ្មែរ' }

/** An upload that was taken and is not whole. */
export const incompletePhoto = {
  title: 'Ảnh bị thiếu một phần',
  about:
    'Ảnh đã lưu nhưng bị cắt hoặc hỏng trên đường gửi, chỉ còn phần hiện ra. Hãy mở ảnh xem lại; nếu thiếu chỗ cần thấy, hãy chụp và gửi lại.',
}

export const officeFrame = {
  skip: 'Đến nội dung chính',
  office: 'Bàn làm việc',
  signOut: 'Đăng xuất',
  desks: 'Các bàn',
  publicPages: 'Trang công khai',
  waits: ' việc đang chờ',
} as const

/** The page on which somebody arrives in the office. */
export const officeStart = {
  greeting: (name: string) => `Xin chào, ${name}`,
  figures: 'Năm con số trước cuộc họp',
  allFigures: 'Mục tiêu, kết quả và các số khác',
  waiting: 'Việc đang chờ',
  nothingWaits: 'Không có việc nào đang chờ',
  nothingWaitsNext: 'Khi có hồ sơ, đơn hàng hay giấy tờ cần xử lý, việc ấy hiện ở đây, gấp nhất ở trên. Chọn một bàn bên dưới để bắt đầu.',
  noRole: 'Tài khoản chưa có vai trò',
  noRoleNext:
    'Người mua không cần bàn làm việc: giỏ hàng và đơn hàng nằm ở trang công khai. Nếu bạn là cán bộ hoặc chủ thể, hãy nhờ người quản trị gán vai trò.',
} as const

/** Numbers that lie locked, and whose key is not the one that is here. */
export const unopenableNumbers =
  'Trang này cần một số tài khoản hoặc mã số đang được khóa, mà khóa của hệ thống không mở được. Dữ liệu vẫn còn. Hãy báo người quản trị: cần đặt lại tệp khóa trong thư mục keys từ bản sao lưu.'

type ErrorWords = { title: string; text: string }

export const errorPage = {
  byStatus: {
    400: {
      title: 'Không đọc được nội dung gửi lên',
      text: 'Có ký tự hoặc tệp mà hệ thống không nhận. Hãy quay lại, xem lại phần vừa điền rồi gửi lại.',
    },
    403: { title: 'Trang này không dành cho vai trò của bạn', text: 'Hãy đăng nhập bằng tài khoản khác, hoặc hỏi người quản trị.' },
    404: { title: 'Không tìm thấy trang', text: 'Địa chỉ có thể đã đổi, hoặc trang không thuộc về bạn.' },
    409: { title: 'Người khác vừa thay đổi', text: 'Mở lại trang để xem bản mới rồi làm tiếp. Chưa có gì bị ghi đè.' },
    413: {
      title: 'Gửi lên quá nhiều một lần',
      text: 'Mỗi lần gửi được tối đa 40 MB, gồm không quá 200 ô và tệp. Chọn ảnh nhỏ hơn, hoặc gửi từng tệp.',
    },
    429: { title: 'Bạn thao tác nhanh quá', text: 'Xin chờ một phút rồi thử lại.' },
    503: { title: 'Hệ thống đang bận', text: 'Xin thử lại sau vài giây. Những gì đã lưu vẫn còn.' },
  } as Record<number, ErrorWords>,
  otherwise: {
    title: 'Hệ thống gặp trục trặc',
    text: 'Dữ liệu đã lưu vẫn còn. Xin thử lại sau ít phút; nếu vẫn lỗi, gửi mã dưới đây cho người quản trị.',
  },
  requestId: (id: string) => `Mã yêu cầu: ${id}`,
  home: 'Về trang chủ',
} as const
