import { formatDate } from '@dacsan/vietnam'
import { paperUploadWords } from '../../upload-words.ts'
import { sayRefusal as sayPassword } from '../../identity/words.ts'
import { certificateStateWords, producerKindWords } from '../../catalogue/words.ts'
import { uploadRefusals } from '../../upload-refusals.ts'
import type { JoiningRefusal } from '../rules/refusals.ts'
import { requestStatusWords, transferStatusWords } from './names.ts'

type RefusalOf<Code extends JoiningRefusal['code']> = Extract<JoiningRefusal, { code: Code }>

const refusalWords = {
  'too-many-requests': ({ minutes }: RefusalOf<'too-many-requests'>) =>
    `Từ mạng này đã gửi quá nhiều lần. Xin chờ ${minutes} phút rồi gửi lại.`,
  'unknown-commune': () => 'Không có xã, phường này. Hãy chọn lại từ danh sách.',
  'kind-not-allowed': ({ kind }: RefusalOf<'kind-not-allowed'>) =>
    `Theo quy định hiện nay, loại hình “${producerKindWords[kind]}” không tham gia được. Hãy xem lại loại hình, hoặc hỏi Ủy ban nhân dân xã.`,
  'registration-missing': ({ kind }: RefusalOf<'registration-missing'>) =>
    `Loại hình “${producerKindWords[kind]}” phải có đăng ký kinh doanh: ghi số giấy đăng ký hoặc mã số thuế.`,
  'tax-code-not-digits': () => 'Mã số thuế chỉ gồm chữ số. Hãy so lại với giấy.',
  'tax-code-length': ({ length }: RefusalOf<'tax-code-length'>) =>
    `Mã số thuế có 10 hoặc 13 chữ số; của hộ và cá nhân là 12 số căn cước. Bạn đã ghi ${length} số.`,
  'tax-code-check-digit': () => 'Mã số thuế sai một chữ số: số kiểm tra không khớp. Hãy so lại với giấy.',
  'no-way-to-reach': () => 'Ghi số điện thoại: bạn đăng nhập và nhận tin bằng số này.',
  'paper-missing': () => 'Chụp hoặc chọn một giấy cho thấy bạn là người của cơ sở này.',
  ...paperUploadWords,
  'nothing-changes': () => 'Chưa có gì khác với sổ. Hãy sửa điều cần đổi rồi gửi.',
  'change-waits': ({ requestCode }: RefusalOf<'change-waits'>) =>
    `Đề nghị đổi trước của bạn (${requestCode}) còn chờ trả lời. Có trả lời rồi hãy gửi đề nghị mới.`,
  'nothing-added': () => 'Ghi lời bổ sung, hoặc gửi thêm giấy.',
  'wrong-status': ({ status }: RefusalOf<'wrong-status'>) =>
    `Đề nghị này đang ở bước “${requestStatusWords[status]}” nên chưa làm được việc này. Hãy tải lại trang.`,
  'changed-elsewhere': () => 'Đề nghị vừa thay đổi ở nơi khác. Hãy đọc lại rồi quyết định.',
  'filed-by-you': () => 'Bạn đã nộp hộ đề nghị này nên không tự xác nhận. Nhờ cán bộ khác của xã, hoặc cơ quan OCOP của tỉnh.',
  'others-undecided': ({ count }: RefusalOf<'others-undecided'>) =>
    `Còn ${count} đề nghị khác nhận cùng cơ sở này. Chọn làm gì với các đề nghị đó rồi xác nhận.`,
  'holders-undecided': ({ names }: RefusalOf<'holders-undecided'>) =>
    `Cơ sở này đã có người dùng tài khoản: ${names.join(', ')}. Chọn để cùng làm, hay cho thôi, rồi xác nhận.`,
  'works-for-producer': () =>
    'Số điện thoại hoặc thư điện tử này đang là tài khoản của một cơ sở khác. Yêu cầu bổ sung số khác, hoặc thu lại xác nhận ở cơ sở kia trước.',
  'email-taken': () => 'Số điện thoại và thư điện tử này thuộc hai tài khoản khác nhau. Yêu cầu bổ sung để biết dùng cái nào.',
  'not-a-claim': () => 'Chỉ thu lại được xác nhận đã cho người vào. Muốn đổi lại thông tin, hãy gửi một đề nghị đổi.',
  'not-transferable': ({ state }: RefusalOf<'not-transferable'>) =>
    `Giấy chứng nhận của sản phẩm đang ở tình trạng “${certificateStateWords[state]}”; theo căn cứ đang dùng, lúc này sản phẩm không chuyển được sang chủ thể khác.`,
  'dossier-open': ({ dossierCode }: RefusalOf<'dossier-open'>) =>
    dossierCode === null
      ? 'Sản phẩm có một hồ sơ đang làm dở. Rút hồ sơ đó rồi mới chuyển được.'
      : `Sản phẩm có hồ sơ ${dossierCode} chưa có kết quả. Chờ có kết quả, hoặc rút hồ sơ, rồi mới chuyển được.`,
  'recall-open': ({ lotNumber, until }: RefusalOf<'recall-open'>) =>
    `Lô ${lotNumber} của sản phẩm đang bị thu hồi và hàng có thể còn trong tay người mua${until === null ? '' : ` (hạn dùng đến ${formatDate(until)})`}. Người làm ra lô phải lo xong việc thu hồi rồi mới chuyển được.`,
  'same-name-there': ({ name }: RefusalOf<'same-name-there'>) =>
    `Chủ thể nhận đã có một sản phẩm tên “${name}”. Hai sản phẩm cùng tên của một chủ thể thì không phân biệt được.`,
  'kind-not-for-set': ({ kind }: RefusalOf<'kind-not-for-set'>) =>
    `Theo quy định hiện nay, loại hình “${producerKindWords[kind]}” không làm chủ thể của bộ sản phẩm này được.`,
  'transfer-waits': ({ transferCode }: RefusalOf<'transfer-waits'>) =>
    `Sản phẩm này đang có đề nghị chuyển ${transferCode} chờ trả lời. Mỗi sản phẩm chỉ có một đề nghị chờ.`,
  'same-producer': () =>
    'Chọn chủ thể nhận: một cơ sở khác, đã có sản phẩm trong sổ. Cơ sở chưa có trong sổ thì tự gửi đề nghị nhận sản phẩm.',
  'wrong-transfer-status': ({ status }: RefusalOf<'wrong-transfer-status'>) =>
    `Đề nghị chuyển này đang ở bước “${transferStatusWords[status]}” nên chưa làm được việc này. Hãy tải lại trang.`,
  'other-side-has-account': ({ names }: RefusalOf<'other-side-has-account'>) =>
    `Bên kia có tài khoản (${names.join(', ')}) nên tự đồng ý ở trang của mình, không ghi nhận thay được.`,
  'vouched-by-you': () => 'Bạn đã kiểm hoặc ghi nhận giấy của việc chuyển này nên không tự xác nhận. Nhờ người khác của cơ quan OCOP tỉnh.',
  'holder-has-account': () =>
    'Cơ sở này đã có người dùng tài khoản, hoặc không phải nộp hộ, nên không in giấy mời. Mất đường vào thì cấp lại cho người đó.',
  'slip-closed': ({ state }: RefusalOf<'slip-closed'>) =>
    ({
      used: 'Giấy mời này đã dùng rồi. Hãy đăng nhập bằng số điện thoại và mật khẩu đã chọn.',
      replaced: 'Giấy mời này đã có giấy mới thay. Hãy dùng giấy mới, hoặc hỏi xã.',
      expired: 'Giấy mời này đã hết hạn. Hãy nhờ xã in lại giấy mời.',
    })[state],
  'login-known': () => 'Số điện thoại hoặc thư điện tử này đã có tài khoản. Ghi số khác của bạn, hoặc nhờ xã nộp hộ lại với số này.',
  'password-short': ({ least }: RefusalOf<'password-short'>) => sayPassword({ code: 'password-short', least }),
  'password-long': ({ most }: RefusalOf<'password-long'>) => sayPassword({ code: 'password-long', most }),
  'password-common': () => sayPassword({ code: 'password-common' }),
  'request-unknown': () => 'Không thấy đề nghị nào có mã và số điện thoại này. Hãy xem lại hai số.',
} satisfies { [Code in JoiningRefusal['code']]: (refusal: RefusalOf<Code>) => string }

export function sayRefusal(refusal: JoiningRefusal): string {
  return (refusalWords[refusal.code] as (refusal: JoiningRefusal) => string)(refusal)
}

/** The field of a form beside which a refusal is said; others stand above the form. */
export const refusalFields: Partial<Record<JoiningRefusal['code'], string>> = {
  'unknown-commune': 'communeCode',
  'kind-not-allowed': 'kind',
  'registration-missing': 'registrationNo',
  'tax-code-not-digits': 'taxCode',
  'tax-code-length': 'taxCode',
  'tax-code-check-digit': 'taxCode',
  'no-way-to-reach': 'phone',
  'paper-missing': 'file',
  ...(Object.fromEntries(uploadRefusals.map((code) => [code, 'file'])) as Record<(typeof uploadRefusals)[number], string>),
  'nothing-added': 'note',
  'others-undecided': 'others',
  'holders-undecided': 'holders',
  'same-producer': 'producerId',
  'login-known': 'phone',
  'password-short': 'password',
  'password-long': 'password',
  'password-common': 'password',
  'request-unknown': 'code',
}
