import type { Language } from '@dacsan/modules/province/rules'
import { formatMoment } from '@dacsan/vietnam'

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
  me: 'Tôi',
  find: 'Tìm',
  inbox: 'Hộp tin',
  unread: (n: number) => (n > 99 ? '99+' : String(n)),
  unreadMessages: ' tin chưa đọc',
} as const

/** The page that finds everything that somebody may open. */
export const findPage = {
  title: 'Tìm',
  label: 'Tên, mã hồ sơ, số quyết định, mã lô, mã đơn hoặc số điện thoại',
  button: 'Tìm',
  lead: 'Tìm trong mọi thứ bạn được mở, không cần gõ dấu.',
  tooShort: (least: number) => `Gõ ít nhất ${least} chữ.`,
  found: (count: number, typed: string, more: boolean) => `${more ? 'Hơn ' : ''}${count} kết quả cho “${typed}”.`,
  more: 'Còn nữa: gõ thêm chữ để thu hẹp.',
  none: (typed: string) => `Không thấy “${typed}”`,
  noneNext: 'Thử gõ ít chữ hơn, bỏ dấu, hoặc chỉ gõ phần số của mã. Ở đây chỉ có những gì bạn được mở.',
} as const

/** What a desk says that is shown without a signal. */
export const withoutSignal = {
  title: 'Khi không có mạng',
  lead: 'Máy này giữ các trang của bạn như lần xem gần nhất. Việc bạn gõ và gửi được giữ lại, có mạng là tự gửi.',
  nothing: 'Chưa giữ trang nào',
  nothingNext: 'Khi có mạng, hãy mở các trang bạn cần; lần sau mất mạng chúng vẫn mở được.',
  seenAt: (at: Date) => `xem lúc ${formatMoment(at)}`,
  asOf: (at: Date) => `Chưa có tín hiệu. Đây là trang như lúc ${formatMoment(at)}.`,
  others: 'Trang khác mở được',
  again: 'Tải lại',
} as const

/** What is said of forms that were typed and are not with us yet. */
export const typedForms = {
  cameBack: (time: string) => `Đã đưa lại những gì gõ lúc ${time} mà chưa gửi.`,
  changedElsewhere: (count: number) => `${count} ô đã được đổi ở nơi khác sau khi bạn gõ; trang đang hiện bản mới.`,
  takeTyped: 'Dùng bản gõ ở máy này',
  drop: 'Bỏ những gì đã gõ',
  unfit: (what: readonly string[]) => `Chưa điền lại được vì mẫu đã đổi: ${what.join('; ')}.`,
  notSent: (count: number) => `Chưa gửi: ${count}`,
  why: {
    sending: 'Đang gửi.',
    order: 'Đang chờ việc trước gửi xong.',
    signal: 'Mất tín hiệu. Khi có mạng, trang tự gửi; bạn có thể ở lại hoặc làm việc khác.',
    busy: 'Hệ thống đang bận hoặc đang khởi động lại. Trang tự gửi lại.',
    'sign-in': 'Phiên làm việc đã hết. Đăng nhập lại thì trang tự gửi.',
  },
  noRoom: ' Máy này không còn chỗ để giữ: hãy để trang mở cho đến khi gửi xong.',
  percent: (sent: number, size: number) => `${size === 0 ? 100 : Math.floor((sent / size) * 100)}%`,
  sendNow: 'Gửi ngay',
  list: 'Xem danh sách',
  see: 'Xem và sửa',
  another: 'Điền bản khác',
  refused: 'Chưa được nhận:',
  whyRefused: (errors: unknown) => {
    const said = errors && typeof errors === 'object' ? Object.values(errors).filter((one) => typeof one === 'string') : []
    return said.length > 0 ? said.join(' ') : 'mẫu này không còn nhận được như đã điền. Nội dung vẫn giữ ở đây.'
  },
  unsent: (names: readonly string[]) =>
    `thiếu tệp ${names.join(', ')}: máy không còn đọc được, hoặc hệ thống không nhận. Các phần khác vẫn giữ ở đây.`,
  lost: (count: number) => `Trình duyệt đã xóa ${count} việc chưa gửi để lấy chỗ.`,
  leave: (count: number) => `Còn ${count} việc chưa gửi. Đăng xuất thì chúng bị xóa khỏi máy này. Vẫn đăng xuất?`,
  gone: (count: number) => `Đã gửi xong ${count} việc còn lại.`,
} as const

/** Answers to a form that was sent again. */
export const sentAgain = {
  filesMissing: 'Chưa nhận đủ tệp của biểu mẫu này.',
  underWay: 'Lần gửi trước đang được xử lý. Xin chờ vài giây.',
  unknown: {
    title: 'Chưa rõ lần gửi trước đã xong chưa',
    detail: 'Máy chủ bị ngắt khi đang làm. Hãy mở lại trang này, xem đã có chưa, rồi mới gửi lại.',
  },
  other: {
    title: 'Lần gửi trước đã được nhận',
    detail: 'Bạn đã sửa sau khi gửi, nên lần này chưa được ghi. Hãy mở lại trang để xem bản đã nhận rồi sửa tiếp.',
  },
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
