import type { AccountNews } from '../decide-request.ts'

/** The requests that lie on the desk of a commune or of the office. */
export const requestsPage = {
  title: 'Chủ thể xin vào',
  lead: 'Chủ thể nhận cơ sở của mình trong sổ, đăng ký mới, hoặc xin đổi tên, loại hình, nơi ở.',
  open: (count: number) => `Đang chờ (${count})`,
  decided: 'Đã trả lời',
  producer: 'Cơ sở',
  what: 'Việc',
  representative: 'Người đại diện',
  commune: 'Xã, phường',
  due: 'Hạn trả lời',
  status: 'Kết quả',
  receivedAt: 'Gửi lúc',
  code: 'Mã đề nghị',
  tray: 'Xem',
  trays: { 'dang-cho': 'Đang chờ', 'da-tra-loi': 'Đã trả lời' },
  both: 'Tất cả',
  anyKind: 'Mọi việc',
  none: 'Không có đề nghị nào đang chờ',
  noneAbout: 'Chủ thể gửi đề nghị ở trang công khai “Chủ thể vào hệ thống”. Bà con không có điện thoại thì cán bộ nộp hộ.',
  noneDecided: 'Chưa trả lời đề nghị nào',
  fileFor: 'Nộp hộ',
  showDecided: 'Xem đề nghị đã trả lời',
  showOpen: 'Xem đề nghị đang chờ',
  onBehalf: 'nộp hộ',
} as const

const slipStates = { open: 'chưa dùng', used: 'đã dùng', replaced: 'đã có giấy mới thay', expired: 'đã hết hạn' } as const

export const decidePage = {
  title: (name: string) => `Đề nghị: ${name}`,
  code: 'Mã',
  receivedAt: 'Gửi lúc',
  due: 'Hạn trả lời',
  filedBy: 'Người nộp hộ',
  compared: 'So lời khai với sổ',
  comparedNew: 'Lời khai',
  field: 'Mục',
  register: 'Sổ ghi',
  typed: 'Đề nghị ghi',
  differs: 'khác',
  nothing: '–',
  paper: 'Giấy gửi kèm',
  noPaper: 'Không có giấy nào.',
  openPaper: 'Mở giấy ở trang riêng',
  paperOf: (name: string) => `Giấy gửi kèm: ${name}`,
  note: 'Lời nói thêm',
  products: 'Sản phẩm sẽ về tay người này',
  others: 'Người khác cũng nhận cơ sở này',
  othersAbout: 'Ai gửi trước không được ưu tiên. So giấy của cả hai rồi quyết định.',
  othersOpen: 'Mở đề nghị này',
  holders: 'Đang có người dùng tài khoản của cơ sở',
  decide: 'Quyết định',
  confirm: 'Xác nhận',
  confirmAbout: 'Xác nhận xong: mở tài khoản, cơ sở và sản phẩm về tay người này ngay, và hiện giấy mời để in.',
  confirmChangeAbout: 'Xác nhận xong: sổ và trang công khai đổi theo; tên cũ giữ trong lịch sử, giấy tờ cũ giữ nguyên tên lúc đó.',
  take: 'Lấy tên, loại hình, xã theo lời khai (bỏ trống: giữ như sổ)',
  othersLegend: 'Các đề nghị khác nhận cùng cơ sở',
  otherFates: { refuse: 'Không nhận, báo rằng cơ sở đã xác nhận cho người khác', leave: 'Để chờ, xem sau' },
  holdersLegend: 'Người đang dùng tài khoản của cơ sở',
  holderFates: { beside: 'Cùng làm với người mới', end: 'Cho thôi: đổi người đại diện' },
  ask: 'Yêu cầu bổ sung',
  askWords: 'Cần bổ sung gì',
  refuse: 'Không nhận',
  refuseWords: 'Lý do không nhận',
  takeBack: 'Thu lại xác nhận',
  takeBackAbout:
    'Khi đã xác nhận nhầm người: người đó mất quyền ngay ở lần bấm sau; thông tin cơ sở và người bị cho thôi trở lại như trước; việc đã làm còn trong nhật ký; cơ sở có thể nhận lại.',
  takeBackWords: 'Lý do thu lại',
  printSlip: 'In lại giấy mời',
  printSlipAbout: 'Chủ thể được nộp hộ chưa nhận tài khoản. In giấy mới thì giấy cũ hết giá trị; việc in được ghi lại.',
  slips: 'Giấy mời đã in',
  slipOf: (by: string, at: string, until: string, state: keyof typeof slipStates) =>
    `${by} in lúc ${at}, dùng đến ${until}: ${slipStates[state]}`,
  history: 'Lịch sử',
  answer: 'Lời đã trả lời',
  confirmed: 'Đã xác nhận.',
  account: {
    slip: () => 'Chủ thể chưa có số điện thoại: in giấy mời này và đưa tận tay. Có số rồi, chủ thể quét mã để tự nhận tài khoản.',
    invited: () => '',
    known: (login: string) => `Người này đã có tài khoản. Đăng nhập bằng ${login} với mật khẩu sẵn có.`,
    'invited-elsewhere': (login: string) =>
      `Tài khoản ${login} là của người đang làm việc ở cơ quan khác và chưa chọn mật khẩu. Giấy mời do cơ quan đó cấp lại.`,
    unreachable: () => 'Chưa có số điện thoại nên chưa mở tài khoản. Khi có số, gửi đề nghị nhận cơ sở với số đó.',
    untouched: () => '',
  } satisfies Record<AccountNews, (login: string) => string>,
} as const

/** The slip that an officer prints or hands over: what the invited person does next. */
export const slipWords = {
  title: 'Giấy mời vào hệ thống',
  hello: (name: string) => `Kính gửi ông/bà ${name}`,
  about: 'Quét mã này, hoặc gõ địa chỉ dưới đây, rồi chọn mật khẩu của riêng mình.',
  ownNumber: 'Quét mã này, hoặc gõ địa chỉ dưới đây, rồi ghi số điện thoại và chọn mật khẩu của riêng mình.',
  login: (login: string) => `Lần sau đăng nhập bằng: ${login}`,
  until: (moment: string) => `Dùng một lần, đến ${moment}. Trang này chỉ hiện một lần: in hoặc chụp lại ngay.`,
  secret: 'Không đưa giấy này cho người khác.',
  qr: 'Mã QR của địa chỉ mời',
} as const

/** What an officer types for somebody who cannot. */
export const fileForPage = {
  title: 'Nộp hộ chủ thể',
  lead: 'Cho bà con của xã không có điện thoại hoặc không tự khai được. Tên cán bộ và tên chủ thể đều được ghi. Người nộp hộ không tự xác nhận.',
  search: 'Tìm trong sổ trước',
  paper: 'Giấy chủ thể nhờ nộp hộ',
  paperHint: 'Chụp giấy nhờ nộp hộ có chữ ký hoặc điểm chỉ, hoặc giấy tờ của cơ sở.',
  phoneHint: 'Bỏ trống nếu chưa có: xác nhận xong, xã in giấy mời để chủ thể tự nhận tài khoản sau.',
  declared: 'Chủ thể đã đồng ý để tôi nộp hộ; giấy gửi kèm là bằng chứng.',
  send: 'Nộp hộ',
} as const

/** What a producer of the register asks for instead of changing it by itself. */
export const askChangePage = {
  title: 'Xin đổi thông tin',
  lead: 'Cơ sở đã có sản phẩm trong sổ: tên, loại hình, xã, số đăng ký đổi khi xã hoặc tỉnh xác nhận. Tên cũ còn trong lịch sử; giấy chứng nhận cũ giữ nguyên tên lúc cấp.',
  numbersHint: 'Bỏ trống nếu không đổi.',
  paper: 'Giấy cho thấy đã đổi',
  paperHint: 'Ví dụ giấy đăng ký mới. Ảnh hoặc PDF, nhiều nhất 15 MB.',
  note: 'Vì sao đổi',
  send: 'Gửi đề nghị',
  sent: (code: string) => `Đã gửi đề nghị ${code}. Xã trả lời xong, sổ sẽ đổi theo.`,
  waits: (code: string) => `Đề nghị ${code} đang chờ trả lời.`,
} as const
