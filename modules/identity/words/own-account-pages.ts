/** What a person's own account says; its title leads back to it. */
export const ownAccountPage = {
  title: 'Tài khoản của tôi',
  changed: 'Đã lưu. Các thiết bị khác phải đăng nhập lại.',
  changeSecondFactor: (enabled: boolean) => (enabled ? 'Đổi' : 'Bật'),
  signedInOn: 'Đang đăng nhập ở',
  /** Behind the name of the device that shows the page. */
  thisDevice: ' (thiết bị này)',
  networkAddress: (address: string) => `Địa chỉ mạng ${address}`,
  since: (moment: string) => `Từ ${moment}`,
  signOutEverywhere: 'Đăng xuất mọi thiết bị',
  changePassword: 'Đổi mật khẩu',
  currentPassword: 'Mật khẩu đang dùng',
  nextPassword: 'Mật khẩu mới',
  nextPasswordHint: 'Ít nhất 8 ký tự. Một câu ngắn chỉ mình bạn nhớ thì vừa dễ vừa an toàn.',
} as const

export const secondFactorPage = {
  lead: 'Ngoài mật khẩu, mỗi lần đăng nhập cần thêm sáu chữ số trên điện thoại của bạn. Ai biết mật khẩu cũng không vào được.',
  scan: '1. Quét mã bằng ứng dụng xác thực',
  anyApplication: 'Google Authenticator, Microsoft Authenticator, FreeOTP… đều được.',
  qrCode: 'Mã QR để quét bằng ứng dụng xác thực',
  typeKey: 'Không quét được? Nhập khóa này:',
  keepCodes: '2. Giữ mười mã dự phòng',
  keepCodesAbout: 'Mỗi mã dùng một lần khi mất điện thoại. Chép ra giấy, cất nơi an toàn; trang này không hiện lại.',
  enterCode: '3. Nhập mã đang hiện trong ứng dụng',
  code: 'Sáu chữ số',
  enable: 'Bật xác thực hai lớp',
  startAgain: 'Làm lại từ đầu',
  enabled: 'Đang bật. Muốn đổi điện thoại: tắt rồi bật lại. Muốn tắt cần mật khẩu và một mã, để ai chỉ biết mật khẩu không tắt được.',
  codeToDisable: 'Mã trong ứng dụng, hoặc một mã dự phòng',
  disable: 'Tắt xác thực hai lớp',
  begin: 'Bắt đầu',
} as const

/** The page where an account is linked to an identity provider. */
export const providerLinkPage = {
  title: (provider: string) => `Đăng nhập qua ${provider}`,
  /** Where none is set up any more, and links of before are left. */
  titleOfOld: 'Tài khoản định danh đã gắn',
  lead: 'Ngoài mật khẩu, bạn có thể đăng nhập bằng tài khoản định danh đã gắn ở đây. Mật khẩu và xác thực hai lớp vẫn giữ nguyên.',
  state: (since: string | null) => (since === null ? 'Chưa gắn' : `Đã gắn từ ${since}`),
  change: (linked: boolean) => (linked ? 'Gỡ' : 'Gắn'),
  linked: 'Đã gắn. Từ nay bạn đăng nhập được bằng cả hai cách.',
  unlinked: 'Đã gỡ. Từ nay chỉ còn mật khẩu mở tài khoản này.',
  steps: (provider: string) =>
    `Nhập mật khẩu đang dùng; sau đó ${provider} hỏi bạn là ai. Chúng tôi chỉ nhận về một mã số riêng của bạn ở đó: không tên, không số căn cước, không thư điện tử.`,
  begin: (provider: string) => `Gắn với ${provider}`,
  leading: (provider: string) => `Đang sang ${provider}…`,
  goOn: (provider: string) => `Sang ${provider}`,
  notLinked: 'Chưa gắn được',
  at: (place: string, since: string) => `${place}, gắn từ ${since}`,
  unlinkAbout: 'Gỡ ra thì chỉ còn mật khẩu mở tài khoản này; vì thế cần nhập mật khẩu, để chắc rằng bạn còn nhớ.',
  unlink: 'Gỡ tài khoản định danh',
} as const

export const browserNames = {
  zalo: 'Zalo',
  'coc-coc': 'Cốc Cốc',
  edge: 'Edge',
  opera: 'Opera',
  samsung: 'Samsung Internet',
  firefox: 'Firefox',
  chrome: 'Chrome',
  safari: 'Safari',
} as const

export const systemNames = {
  android: 'điện thoại Android',
  iphone: 'iPhone',
  ipad: 'iPad',
  windows: 'máy Windows',
  mac: 'máy Mac',
  linux: 'máy Linux',
} as const

export type Device = { browser?: keyof typeof browserNames | undefined; system?: keyof typeof systemNames | undefined }

/** A browser as its user would name it: `Chrome trên điện thoại Android`. */
export function sayDevice({ browser, system }: Device): string {
  if (browser && system) return `${browserNames[browser]} trên ${systemNames[system]}`
  return browser ? browserNames[browser] : system ? systemNames[system] : 'Trình duyệt chưa rõ'
}
