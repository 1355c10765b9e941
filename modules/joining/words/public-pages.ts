/** Where a producer looks itself up. */
export const findOwnPage = {
  title: 'Chủ thể vào hệ thống',
  description: 'Tìm cơ sở của bạn trong sổ sản phẩm OCOP và xin tài khoản, không cần thư điện tử.',
  lead: 'Ba bước, chừng ba phút: tìm cơ sở của bạn, khai và chụp một giấy, rồi chờ xã xác nhận.',
  search: 'Tên cơ sở, tên sản phẩm, hoặc số giấy chứng nhận',
  searchHint: 'Gõ không dấu cũng được; tên xã, huyện cũ cũng tìm thấy.',
  find: 'Tìm',
  found: (count: number, text: string) => `${count} cơ sở hợp với “${text}”`,
  itsMe: 'Đúng là tôi',
  itsMeOf: (name: string) => `Đúng là tôi: ${name}`,
  products: 'Sản phẩm',
  none: (text: string) => `Không thấy cơ sở nào hợp với “${text}”`,
  noneAbout: 'Thử tên ngắn hơn hoặc tên một sản phẩm. Nếu chưa từng có sản phẩm OCOP, hãy đăng ký mới.',
  notThere: 'Cơ sở của tôi chưa có trong sổ',
  notThereAbout: 'Chưa có sản phẩm nào được công nhận, hoặc tìm không thấy.',
  asNew: 'Đăng ký mới',
  asked: 'Đã gửi rồi?',
  followAbout: 'Xem đề nghị đến đâu bằng mã trên biên nhận và số điện thoại đã ghi.',
  code: 'Mã đề nghị',
  phone: 'Số điện thoại đã ghi',
  follow: 'Xem đề nghị',
} as const

/** Where it says who it is. */
export const fileRequestPage = {
  titleClaim: 'Nhận cơ sở của tôi',
  titleNew: 'Đăng ký cơ sở mới',
  claimed: (name: string) => `Trong sổ: ${name}`,
  notMe: 'Không phải cơ sở này? Tìm lại',
  place: 'Nơi sản xuất trong sổ',
  errors: 'Có lỗi cần sửa',
  name: 'Tên cơ sở',
  nameHint: 'Như trên giấy đăng ký. Hộ: tên chủ hộ.',
  kind: 'Loại hình',
  commune: 'Xã, phường nơi sản xuất',
  communeHint: 'Tên mới từ 01/7/2025; trong ngoặc là các xã cũ.',
  chooseCommune: 'Chọn xã, phường',
  searchCommune: 'Tìm xã theo tên cũ hoặc mới',
  taxCode: 'Mã số thuế',
  taxCodeHint: '10 hoặc 13 số; hộ và cá nhân: 12 số căn cước.',
  registrationNo: 'Số giấy đăng ký kinh doanh',
  registrationHint: 'Hợp tác xã, doanh nghiệp, hộ: ghi số này hoặc mã số thuế.',
  representative: 'Người đại diện',
  phone: 'Số điện thoại',
  phoneHint: 'Bạn đăng nhập bằng số này; không cần thư điện tử.',
  email: 'Thư điện tử',
  address: 'Địa chỉ',
  addressHint: 'Số nhà, ấp, khóm.',
  paper: 'Một giấy của cơ sở',
  paperHint: 'Chụp giấy đăng ký, giấy chứng nhận OCOP hoặc giấy tờ cho thấy bạn là người của cơ sở. Ảnh hoặc PDF, nhiều nhất 15 MB.',
  note: 'Muốn nói thêm',
  declared: 'Tôi cam đoan lời khai và giấy gửi kèm là đúng.',
  privacy: 'Cơ quan chỉ dùng những điều này để xác nhận cơ sở của bạn, theo nhiệm vụ của Chương trình.',
  privacyMore: 'Dữ liệu được giữ ra sao',
  send: 'Gửi đề nghị',
} as const

/** The receipt, and how far it is. */
export const requestPage = {
  title: (code: string) => `Đề nghị ${code}`,
  heading: 'Biên nhận đề nghị',
  code: 'Mã đề nghị',
  keep: 'Chụp lại màn hình này, hoặc quét mã để mở lại. Mất thì tra bằng mã và số điện thoại.',
  qr: 'Mã QR mở lại trang này',
  what: 'Việc',
  producer: 'Cơ sở',
  toCommune: 'Nơi trả lời',
  committee: (commune: string) => `Ủy ban nhân dân ${commune}`,
  representative: 'Người đại diện',
  receivedAt: 'Gửi lúc',
  dueOn: 'Trả lời trước hết ngày',
  status: 'Đang ở bước',
  next: {
    received:
      'Xã xem giấy và lời khai. Xã có thể gọi số điện thoại bạn ghi. Xác nhận xong, xã đưa hoặc gửi bạn một giấy mời để chọn mật khẩu.',
    asked: 'Xã cần thêm. Đọc lời của xã rồi bổ sung ngay dưới đây.',
    confirmed: 'Xong. Dùng giấy mời xã đưa để chọn mật khẩu, rồi đăng nhập bằng số điện thoại. Chưa nhận được giấy mời thì hỏi xã.',
    refused: 'Xã không nhận đề nghị này. Sửa điều chưa đúng rồi gửi đề nghị mới, hoặc đến gặp xã.',
    withdrawn: 'Bạn đã rút đề nghị này.',
    'taken-back': 'Xác nhận này đã được thu lại. Nếu bạn cho là nhầm, hãy mang giấy tờ đến gặp xã.',
  },
  answer: 'Lời của xã',
  rule: (days: number) => `Xã trả lời trong ${days} ngày làm việc, ngày gửi không tính.`,
  supplement: 'Bổ sung',
  words: 'Lời bổ sung',
  paper: 'Giấy khác thay giấy đã gửi',
  send: 'Gửi bổ sung',
  withdraw: 'Rút đề nghị',
  again: 'Gửi đề nghị khác',
} as const

/** Where somebody comes in with the paper of the commune, and types the own number. */
export const slipPage = {
  title: 'Nhận tài khoản của cơ sở',
  hello: (name: string, producer: string) => `Kính gửi ông/bà ${name}, người đại diện của ${producer}.`,
  about: (by: string, at: string) =>
    `Cán bộ ${by} đã nộp hộ và in giấy mời này ngày ${at}. Ghi số điện thoại của chính bạn và chọn mật khẩu; từ đó chỉ bạn vào được.`,
  until: (moment: string) => `Giấy dùng một lần, đến ${moment}.`,
  phone: 'Số điện thoại của bạn',
  phoneHint: 'Bạn đăng nhập bằng số này.',
  email: 'Thư điện tử, nếu không có số điện thoại',
  password: 'Mật khẩu của riêng bạn',
  passwordHint: 'Một câu ngắn chỉ mình bạn nhớ. Không ai được hỏi mật khẩu này.',
  take: 'Nhận tài khoản',
  signIn: 'Đăng nhập',
} as const

/** The same on the paper, in the words of its form. */
export const sayProducerSlip = (
  { name, producer, madeByName, until }: { name: string; producer: string; madeByName: string; until: string },
  { site, address, signIn }: { site: string; address: string; signIn: string },
) => ({
  issuer: `Nền tảng ${site}`,
  title: 'Giấy mời nhận tài khoản',
  facts: [
    { term: 'Người nhận', value: name },
    { term: 'Cơ sở', value: producer },
    { term: 'Dùng đến', value: until },
  ],
  address,
  addressTitle: 'Quét mã, hoặc gõ đúng địa chỉ này:',
  steps: [
    'Mở camera điện thoại, quét mã bên trái. Không quét được thì gõ địa chỉ dưới mã vào trình duyệt.',
    'Ghi số điện thoại của chính mình và tự đặt mật khẩu. Không ai khác biết và không ai được hỏi mật khẩu đó.',
    `Những lần sau vào ${signIn} bằng số điện thoại đã ghi.`,
  ],
  foot: `Giấy dùng một lần, có giấy mới thì giấy này hết giá trị. Giấy hết hạn, bị mất: hỏi ${madeByName}, người đã in giấy.`,
})
