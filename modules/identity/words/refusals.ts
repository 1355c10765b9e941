import type { EndRefusal } from '../membership-status.ts'
import type {
  AccountRefusal,
  ConfirmRefusal,
  DeliveryRefusal,
  FactorRemovalRefusal,
  InvitationRefusal,
  MembershipRefusal,
  SecondFactorRefusal,
  SignInRefusal,
} from '../rules.ts'

const moment = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})
const sayMoment = (at: Date) => `lúc ${moment.format(at)}`

/** What a field asks for where it was left empty or cannot be read. */
export const fieldErrors = {
  pageTooOld: 'Trang này không còn đọc được. Hãy tải lại rồi thử lại.',
  name: 'Ghi họ tên, ít nhất hai chữ cái.',
  nameLong: 'Họ tên dài nhất là 120 chữ.',
  email: 'Ghi thư điện tử, ví dụ ten@tinh.gov.vn.',
  organisationId: 'Chọn tổ chức.',
  role: 'Chọn vai trò.',
  ownEmail: 'Nhập thư điện tử của bạn.',
  ownPassword: 'Nhập mật khẩu.',
  password: 'Nhập mật khẩu đang dùng.',
  nextPassword: 'Nhập mật khẩu mới.',
  code: 'Nhập sáu chữ số trong ứng dụng xác thực, hoặc một mã dự phòng.',
} as const

type AnyRefusal =
  | { code: 'second-factor-on' }
  | FactorRemovalRefusal
  | InvitationRefusal
  | SignInRefusal
  | ConfirmRefusal
  | SecondFactorRefusal
  | AccountRefusal
  | MembershipRefusal
  | EndRefusal
  | DeliveryRefusal

/** What the person reads; one sentence that says what to do next. */
export const refusalSentences = {
  'wrong-email-or-password': () => 'Thư điện tử hoặc mật khẩu chưa đúng. Kiểm tra lại rồi thử lần nữa.',
  'too-many-attempts': ({ minutes }: { minutes: number }) => `Đã thử quá nhiều lần. Xin chờ ${minutes} phút rồi thử lại.`,
  'demo-password': () => 'Mật khẩu dùng thử không dùng được ở đây. Hãy dùng mật khẩu của bạn.',
  'wrong-code': () => 'Mã chưa đúng hoặc đã hết hạn. Mở ứng dụng xác thực, nhập mã mới nhất.',
  'code-used': () => 'Mã này đã dùng để đăng nhập. Chờ ứng dụng hiện mã mới, rồi đăng nhập lại từ đầu.',
  'second-factor-on': () => 'Xác thực hai lớp đang bật. Muốn đổi điện thoại: tắt trước, rồi bật lại.',
  'no-second-factor': () => 'Người này không bật xác thực hai lớp.',
  'removal-expired': () => 'Đề nghị này đã quá hạn nên không xác nhận được nữa. Hãy hỏi lại chủ tài khoản rồi đề nghị lại.',
  'removal-not-asked': () => 'Chưa có người quản trị nào đề nghị, hoặc việc này vừa làm xong. Tải lại trang để xem.',
  'second-administrator': () => 'Cần một người quản trị khác xác nhận: không phải người đề nghị, cũng không phải chủ tài khoản.',
  'invitation-used': ({ at }: { at: Date }) =>
    `Địa chỉ này đã dùng ${sayMoment(at)}. Nếu không phải bạn dùng, hãy báo ngay người quản trị của tỉnh.`,
  'invitation-expired': ({ at }: { at: Date }) => `Địa chỉ này hết hạn ${sayMoment(at)}. Hãy xin người quản trị của tỉnh một địa chỉ mới.`,
  'own-account': () => 'Không ai tự giao vai trò cho mình. Hãy nhờ một người quản trị khác.',
  'sign-in-again': () => 'Phiên đăng nhập đã quá lâu. Hãy nhập lại thư điện tử và mật khẩu.',
  'password-wrong': () => 'Mật khẩu hiện tại chưa đúng.',
  'email-taken': () => 'Thư điện tử này đã có tài khoản.',
  'unknown-organisation': () => 'Không có tổ chức này. Chọn một tổ chức trong danh sách.',
  'password-short': ({ least }: { least: number }) => `Mật khẩu cần ít nhất ${least} ký tự.`,
  'password-long': ({ most }: { most: number }) => `Mật khẩu dài nhất là ${most} ký tự.`,
  'password-common': () => 'Mật khẩu này nhiều người dùng, dễ bị đoán. Hãy chọn một câu ngắn chỉ mình bạn nhớ.',
  'already-member': () => 'Người này đã có vai trò đó ở tổ chức đó.',
  'last-administrator': () => 'Đây là người quản trị cuối cùng; thêm người quản trị khác trước khi bỏ.',
  'wrong-status': () => 'Vai trò này đã thôi.',
  'delivery-not-waiting': () => 'Sự kiện này vừa được giao xong, hoặc đang được giao. Tải lại trang để xem.',
} satisfies { [Code in AnyRefusal['code']]: (refusal: Extract<AnyRefusal, { code: Code }>) => string }

export function sayRefusal(refusal: AnyRefusal): string {
  return (refusalSentences[refusal.code] as (refusal: AnyRefusal) => string)(refusal)
}
