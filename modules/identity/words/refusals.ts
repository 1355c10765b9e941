import { formatMoment } from '@dacsan/vietnam'
import type { EndRefusal } from '../membership-status.ts'
import { rolesOfKind } from '../rules.ts'
import type {
  AccountRefusal,
  ApiKeyRefusal,
  ApiKeyStatus,
  ConfirmRefusal,
  DeliveryRefusal,
  FactorRemovalRefusal,
  InvitationRefusal,
  LinkRefusal,
  MembershipRefusal,
  MergeRefusal,
  OrganisationRefusal,
  ProviderRefusal,
  SecondFactorRefusal,
  OrganisationKind,
  Role,
  SignInRefusal,
} from '../rules.ts'
import { organisationKindNames, roleNames } from './names.ts'

const sayMoment = (at: Date) => `lúc ${formatMoment(at)}`

/** What a field asks for where it was left empty or cannot be read. */
export const fieldErrors = {
  pageTooOld: 'Trang này không còn đọc được. Hãy tải lại rồi thử lại.',
  name: 'Ghi họ tên, ít nhất hai chữ cái.',
  nameLong: 'Họ tên dài nhất là 120 chữ.',
  email: 'Ghi thư điện tử, ví dụ ten@tinh.gov.vn.',
  organisationId: 'Chọn tổ chức.',
  organisationKind: 'Chọn loại tổ chức.',
  organisationCode: 'Ghi mã: chữ thường không dấu, số, gạch nối; ví dụ so-cong-thuong.',
  organisationName: 'Ghi tên tổ chức, ít nhất hai chữ cái.',
  organisationNameLong: 'Tên tổ chức dài nhất là 200 chữ.',
  communeCode: 'Chọn xã, phường trong danh sách.',
  reason: 'Ghi lý do, ví dụ số văn bản.',
  reasonLong: 'Lý do dài nhất là 500 chữ.',
  bodies: 'Chọn ít nhất một cơ quan.',
  bodyName: 'Ghi tên cơ quan, ít nhất hai chữ cái.',
  importFile: 'Chọn tệp Excel hoặc CSV.',
  keyLabel: 'Ghi tên khóa, ít nhất hai chữ cái; ví dụ tên phần mềm sẽ dùng khóa.',
  keyLabelLong: 'Tên khóa dài nhất là 120 chữ.',
  keyScopes: 'Chọn ít nhất một việc mà khóa được dùng.',
  keyExpiry: 'Ghi ngày theo dạng năm-tháng-ngày, ví dụ 2027-12-31.',
  keyReason: 'Ghi lý do thu hồi, ít nhất ba chữ cái.',
  role: 'Chọn vai trò.',
  ownEmail: 'Nhập thư điện tử hoặc số điện thoại của bạn.',
  ownPassword: 'Nhập mật khẩu.',
  password: 'Nhập mật khẩu đang dùng.',
  nextPassword: 'Nhập mật khẩu mới.',
  code: 'Nhập sáu chữ số trong ứng dụng xác thực, hoặc một mã dự phòng.',
} as const

type AnyRefusal =
  | ProviderRefusal
  | LinkRefusal
  | { code: 'second-factor-on' }
  | FactorRemovalRefusal
  | InvitationRefusal
  | SignInRefusal
  | ConfirmRefusal
  | SecondFactorRefusal
  | AccountRefusal
  | MembershipRefusal
  | EndRefusal
  | ApiKeyRefusal
  | DeliveryRefusal
  | OrganisationRefusal
  | MergeRefusal

/** By what the provider is called. */
type Named = { provider: string }

/** What the person reads; one sentence that says what to do next. */
export const refusalSentences = {
  'wrong-email-or-password': () => 'Thư điện tử, số điện thoại hoặc mật khẩu chưa đúng. Kiểm tra lại rồi thử lần nữa.',
  'too-many-attempts': ({ minutes }: { minutes: number }) => `Đã thử quá nhiều lần. Xin chờ ${minutes} phút rồi thử lại.`,
  'demo-password': () => 'Mật khẩu dùng thử không dùng được ở đây. Hãy dùng mật khẩu của bạn.',
  'provider-denied': ({ provider }: Named) => `Bạn đã dừng ở ${provider}, nên chưa có gì thay đổi. Thử lại, hoặc dùng mật khẩu.`,
  'provider-silent': ({ provider }: Named) => `${provider} lúc này không trả lời. Hãy dùng mật khẩu, hoặc thử lại sau.`,
  'provider-clock': ({ provider }: Named) =>
    `Xác nhận của ${provider} đã hết hạn hoặc chưa có hiệu lực. Hãy thử lại; nếu vẫn thế, dùng mật khẩu và báo người quản trị: đồng hồ hai bên có thể lệch nhau.`,
  'provider-unsound': ({ provider }: Named) =>
    `Câu trả lời của ${provider} không khớp với yêu cầu từ đây, nên không được nhận. Hãy thử lại, hoặc dùng mật khẩu.`,
  'provider-again': ({ provider }: Named) =>
    `Lượt đi qua ${provider} này đã dùng, đã quá mười phút, hoặc bắt đầu ở trình duyệt khác. Hãy bắt đầu lại từ đây.`,
  'link-unknown': ({ provider }: Named) =>
    `Chưa có tài khoản nào ở đây gắn với ${provider} của bạn. Đăng nhập bằng mật khẩu, rồi gắn ở trang “Tài khoản của tôi”.`,
  'link-taken': ({ provider }: Named) =>
    `${provider} này đang gắn với một tài khoản khác. Nếu đó cũng là tài khoản của bạn, hãy vào đó gỡ ra trước; nếu không, hãy báo người quản trị.`,
  'linked-already': ({ provider }: Named) => `Tài khoản của bạn đã gắn với ${provider}. Muốn đổi, hãy gỡ ra rồi gắn lại.`,
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
  'sign-in-again': () => 'Phiên đăng nhập đã quá lâu. Hãy đăng nhập lại từ đầu.',
  'password-wrong': () => 'Mật khẩu hiện tại chưa đúng.',
  'email-taken': () => 'Thư điện tử này đã có tài khoản.',
  'phone-taken': () => 'Số điện thoại này đã có tài khoản.',
  'unknown-organisation': () => 'Không có tổ chức này. Chọn một tổ chức trong danh sách.',
  'organisation-merged': ({ into }: { into: string | null }) =>
    `Tổ chức này đã nhập vào ${into ?? 'tổ chức khác'}, chỉ còn để tra cứu. Hãy làm việc với tổ chức đó.`,
  'role-unfit': ({ role, kind }: { role: Role; kind: OrganisationKind }) =>
    `${organisationKindNames[kind]} không giao vai trò “${roleNames[role]}”. Chọn trong: ${rolesOfKind[kind].map((one) => roleNames[one]).join('; ')}.`,
  'role-by-administrator': ({ role }: { role: Role }) => `Vai trò “${roleNames[role]}” do người quản trị của tỉnh giao và cho thôi.`,
  'code-taken': ({ name }: { name: string }) => `Mã này đã là của ${name}. Chọn mã khác.`,
  'commune-missing': () => 'Chọn xã, phường mà tổ chức này phục vụ.',
  'unknown-commune': () => 'Không có xã, phường này trong tỉnh hiện nay. Ghi mã năm chữ số của xã sau sắp xếp.',
  'commune-taken': ({ name, organisationCode }: { name: string; organisationCode: string }) =>
    `Xã này đã có ${name}, mã ${organisationCode}. Dùng tổ chức đó.`,
  'unknown-parent': () => 'Không có tổ chức cấp trên mang mã này, hoặc tổ chức đó đã nhập vào nơi khác.',
  'parent-below': () => 'Không chuyển được: tổ chức cấp trên bạn chọn đang nằm dưới chính tổ chức này.',
  'name-unchanged': () => 'Tên mới giống tên đang dùng.',
  'place-unchanged': () => 'Cấp trên và xã giống như đang ghi.',
  'same-organisation': () => 'Không nhập một tổ chức vào chính nó. Ghi mã của tổ chức kia.',
  'kinds-differ': () => 'Chỉ nhập được vào một tổ chức cùng loại.',
  'into-merged': () => 'Tổ chức nhận đã nhập vào nơi khác. Chọn tổ chức đang hoạt động.',
  'held-by-both': ({ what }: { what: string }) =>
    `Chưa nhập được: mỗi bên đang là một chủ thể (${what}). Gộp hai chủ thể là việc khác, cần xác nhận riêng.`,
  'password-short': ({ least }: { least: number }) => `Mật khẩu cần ít nhất ${least} ký tự.`,
  'password-long': ({ most }: { most: number }) => `Mật khẩu dài nhất là ${most} ký tự.`,
  'password-common': () => 'Mật khẩu này nhiều người dùng, dễ bị đoán. Hãy chọn một câu ngắn chỉ mình bạn nhớ.',
  'already-member': () => 'Người này đã có vai trò đó ở tổ chức đó.',
  'last-administrator': () => 'Đây là người quản trị cuối cùng; thêm người quản trị khác trước khi bỏ.',
  'wrong-status': () => 'Vai trò này đã thôi.',
  'expiry-past': () => 'Ngày hết hạn đã qua. Chọn hôm nay hoặc một ngày sau hôm nay, hoặc bỏ trống.',
  'key-closed': ({ status }: { status: ApiKeyStatus }) =>
    status === 'expired' ? 'Khóa này đã hết hạn, không cần thu hồi.' : 'Khóa này đã thu hồi từ trước.',
  'delivery-not-waiting': () => 'Sự kiện này vừa được giao xong, hoặc đang được giao. Tải lại trang để xem.',
} satisfies { [Code in AnyRefusal['code']]: (refusal: Extract<AnyRefusal, { code: Code }>) => string }

export function sayRefusal(refusal: AnyRefusal): string {
  return (refusalSentences[refusal.code] as (refusal: AnyRefusal) => string)(refusal)
}
