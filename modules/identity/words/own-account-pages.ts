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
