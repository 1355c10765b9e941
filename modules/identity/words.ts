import type {
  AccountRefusal,
  ConfirmRefusal,
  MembershipRefusal,
  OrganisationKind,
  Role,
  SecondFactorRefusal,
  SignInRefusal,
} from './rules.ts'

export const roleNames: Record<Role, string> = {
  producer: 'Chủ thể OCOP',
  'commune-officer': 'Cán bộ xã',
  'provincial-officer': 'Chuyên viên cơ quan tham mưu OCOP tỉnh',
  'advisory-member': 'Thành viên Tổ tư vấn',
  'council-secretary': 'Thư ký Hội đồng',
  'council-member': 'Thành viên Hội đồng',
  'council-chair': 'Chủ tịch Hội đồng',
  leader: 'Lãnh đạo, Ban Chỉ đạo',
  'trade-department': 'Sở Công Thương',
  'science-department': 'Sở Khoa học và Công nghệ',
  buyer: 'Người mua',
  administrator: 'Quản trị',
}

export const organisationKindNames: Record<OrganisationKind, string> = {
  producer: 'Chủ thể',
  commune: 'Ủy ban nhân dân cấp xã',
  'provincial-office': 'Cơ quan tham mưu OCOP tỉnh',
  council: 'Hội đồng',
  department: 'Sở, ngành',
  'steering-committee': 'Ban Chỉ đạo',
  platform: 'Đơn vị vận hành',
  partner: 'Đối tác',
}

type AnyRefusal = SignInRefusal | ConfirmRefusal | SecondFactorRefusal | AccountRefusal | MembershipRefusal

/** What the person reads; one sentence that says what to do next. */
export const refusalSentences = {
  'wrong-email-or-password': () => 'Thư điện tử hoặc mật khẩu chưa đúng. Kiểm tra lại rồi thử lần nữa.',
  'too-many-attempts': ({ minutes }: { minutes: number }) => `Đã thử quá nhiều lần. Xin chờ ${minutes} phút rồi thử lại.`,
  'demo-password': () => 'Mật khẩu dùng thử không dùng được ở đây. Hãy dùng mật khẩu của bạn.',
  'wrong-code': () => 'Mã chưa đúng hoặc đã hết hạn. Mở ứng dụng xác thực, nhập mã mới nhất.',
  'code-used': () => 'Mã này đã dùng để đăng nhập. Chờ ứng dụng hiện mã mới, rồi đăng nhập lại từ đầu.',
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
} satisfies { [Code in AnyRefusal['code']]: (refusal: Extract<AnyRefusal, { code: Code }>) => string }

export function sayRefusal(refusal: AnyRefusal): string {
  return (refusalSentences[refusal.code] as (refusal: AnyRefusal) => string)(refusal)
}
