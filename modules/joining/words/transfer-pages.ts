import type { TransferAct, TransferSide } from '../acts.ts'

/** Where a producer gives a product away, or asks for one. */
export const transfersPage = {
  /** On a telephone it stands beside another one. */
  button: 'Chuyển sản phẩm',
  title: 'Chuyển sản phẩm cho chủ thể khác',
  lead: 'Khi sản phẩm về tay chủ thể khác: bán lại, thừa kế, hộ lập hợp tác xã. Bên kia đồng ý, xã kiểm giấy, tỉnh xác nhận thì sổ mới đổi.',
  give: 'Sản phẩm của tôi về chủ thể khác',
  take: 'Nhận một sản phẩm của chủ thể khác',
  takeSearch: 'Tên sản phẩm, cơ sở đang đứng tên, hoặc số giấy chứng nhận',
  find: 'Tìm',
  takeThis: (name: string, producer: string) => `Nhận ${name} của ${producer}`,
  giveThis: (name: string) => `Chuyển ${name}`,
  none: 'Chưa có đề nghị chuyển nào',
  own: 'Các đề nghị chuyển',
  noProducts: 'Cơ sở chưa có sản phẩm nào.',
  notFound: (text: string) => `Không thấy sản phẩm nào trong sổ hợp với “${text}”.`,
  product: 'Sản phẩm',
  from: 'Từ',
  to: 'Sang',
  status: 'Đang ở bước',
  code: 'Mã',
} as const

export const fileTransferPage = {
  title: (name: string) => `Chuyển ${name}`,
  from: 'Đang là của',
  to: 'Chủ thể nhận',
  toYou: (name: string) => `${name} (cơ sở của bạn)`,
  search: 'Tìm chủ thể nhận trong sổ',
  searchHint: 'Tên cơ sở hoặc tên một sản phẩm, gõ không dấu cũng được. Cơ sở chưa có trong sổ thì tự vào hệ thống rồi gửi đề nghị nhận.',
  find: 'Tìm',
  choose: 'Chọn chủ thể nhận',
  other: 'Chọn lại chủ thể nhận',
  reason: 'Vì sao chuyển',
  reasonHint: 'Ví dụ: bán lại cơ sở, thừa kế, hộ lập hợp tác xã.',
  paper: 'Giấy cho thấy việc chuyển',
  paperHint: 'Hợp đồng, quyết định, giấy thừa kế, biên bản. Ảnh hoặc PDF, nhiều nhất 15 MB.',
  declared: 'Tôi cam đoan lời khai và giấy gửi kèm là đúng.',
  send: 'Gửi đề nghị chuyển',
} as const

export const transferPage = {
  title: (name: string) => `Chuyển sản phẩm: ${name}`,
  askedBy: { from: 'Bên chuyển đề nghị', to: 'Bên nhận đề nghị' } satisfies Record<TransferSide, string>,
  code: 'Mã',
  status: 'Đang ở bước',
  due: 'Hạn trả lời',
  filedBy: 'Người gửi',
  filedAt: 'Gửi lúc',
  desk: 'Xã kiểm',
  deskOfOffice: 'Cơ quan OCOP tỉnh',
  reason: 'Vì sao chuyển',
  answer: 'Lời trả lời',
  from: 'Bên chuyển',
  to: 'Bên nhận',
  kind: 'Loại hình',
  commune: 'Xã, phường',
  products: 'Số sản phẩm đang có',
  account: 'Tài khoản',
  hasAccount: 'Có: tự đồng ý ở trang của mình',
  noAccount: 'Chưa có: xã hoặc tỉnh ghi nhận bằng giấy',
  unknown: 'Chưa rõ',
  changes: 'Xác nhận xong thì đổi gì',
  rows: {
    product: 'Sản phẩm',
    certificate: 'Giấy chứng nhận',
    labels: 'Lô hàng và tem',
    gtin: 'Mã GTIN',
    shop: 'Gian hàng',
    history: 'Lịch sử',
  },
  productBecomes: (to: string) => `Về ${to}: chỉ bên nhận được sửa, mở lô, nộp hồ sơ, bán. Địa chỉ, mã truy vết giữ nguyên.`,
  certificateBecomes: (code: string | null, until: string | null, stars: number | null, state: string) =>
    [
      `${stars === null ? 'Chưa có hạng' : `${stars} sao`}, ${state}`,
      code === null ? null : `giấy ${code}${until === null ? '' : ` đến ${until}`}: đi theo sản phẩm, trên giấy vẫn là tên bên chuyển`,
    ]
      .filter((part) => part !== null)
      .join('; '),
  labelsBecome: (lots: number) =>
    lots === 0
      ? 'Bên chuyển chưa mở lô nào. Lô mới mang tên bên nhận.'
      : `${lots} lô đã mở vẫn là của bên chuyển, tem đã in vẫn chỉ bên chuyển. Lô mới mang tên bên nhận.`,
  gtinBecomes: (gtin: string) => `${gtin} đi theo sản phẩm. Mã do bên chuyển đăng ký: bên nhận hỏi GS1 Việt Nam rồi đổi khi in tem mới.`,
  shopBecomes: 'Tin bán của bên chuyển hạ xuống ngay; đơn đã đặt bên chuyển giao nốt. Bên nhận đăng bán lại.',
  historyBecomes: 'Trang sản phẩm và trang của hai chủ thể ghi ngày chuyển.',
  rule: 'Giấy chứng nhận khi đổi chủ thể',
  ruleUncertain: 'Chưa thấy quy định rõ. Nền tảng làm theo dòng căn cứ này, sửa được ở trang căn cứ pháp lý.',
  decide: 'Trả lời',
  agree: 'Đồng ý',
  agreeAbout: 'Đồng ý xong, xã kiểm giấy rồi tỉnh xác nhận. Tới lúc đó sản phẩm vẫn là của bên chuyển.',
  agreeOnPaper: 'Bên kia đồng ý bằng giấy',
  agreeOnPaperAbout:
    'Bên kia chưa có tài khoản. Ghi giấy nào có chữ ký hoặc điểm chỉ của họ; lời này vào lịch sử. Người ghi nhận không tự xác nhận.',
  check: 'Đã kiểm, chuyển tỉnh',
  checkAbout: 'Xã đã đọc giấy và biết hai bên. Tỉnh xác nhận thì sổ mới đổi.',
  confirm: 'Xác nhận chuyển',
  confirmAbout: 'Xác nhận xong, sản phẩm là của bên nhận ngay, và trang công khai đổi theo. Muốn chuyển lại thì phải có đề nghị mới.',
  decline: 'Không đồng ý',
  ask: 'Yêu cầu bổ sung',
  refuse: 'Không nhận',
  withdraw: 'Rút đề nghị',
  wordsOf: {
    'agree-on-paper': 'Giấy nào, ai ký, ngày nào',
    decline: 'Lý do không đồng ý',
    ask: 'Cần bổ sung gì',
    refuse: 'Lý do không nhận',
  } satisfies Partial<Record<TransferAct, string>>,
  supplement: 'Bổ sung',
  note: 'Lời bổ sung',
  paper: 'Giấy bổ sung',
  papers: 'Giấy gửi kèm',
  history: 'Lịch sử và giấy tờ',
  openPaper: (name: string) => `Mở giấy: ${name}`,
  done: 'Đã ghi lại.',
} as const

/** The transfers among the requests on the desk of a commune or of the office. */
export const transferDesk = {
  title: 'Chuyển sản phẩm cho chủ thể khác',
  lead: 'Bên kia đồng ý trước, xã kiểm giấy, tỉnh xác nhận thì sổ mới đổi.',
  due: 'Hạn',
  commune: 'Xã kiểm',
  filedAt: 'Gửi lúc',
  tray: 'Xem',
  trays: { 'dang-cho': 'Đang chờ', 'da-tra-loi': 'Đã trả lời' },
  both: 'Tất cả',
  none: 'Không có đề nghị chuyển nào đang chờ',
  noneAbout: 'Chủ thể gửi đề nghị ở trang sản phẩm của mình.',
} as const
