import { sayType, scanWords } from '../../upload-words.ts'
import { formatDate } from '@dacsan/vietnam'
import { producerKindWords } from '../../catalogue/words.ts'
import type { DossierRefusal } from '../rules/refusals.ts'
import { kindWords } from './forms.ts'
import { statusWords } from './moves.ts'

type RefusalOf<C extends DossierRefusal['code']> = Extract<DossierRefusal, { code: C }>

const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`

const printAgain = 'Hãy mở tệp, chọn In, chọn “Lưu thành PDF” và gửi tệp mới; hoặc chụp ảnh tờ giấy.'
const pdfFaultWords: Record<RefusalOf<'pdf-refused'>['why'], string> = {
  active: `Tệp PDF này có lệnh tự chạy khi mở nên không nhận. ${printAgain}`,
  embeds: `Tệp PDF này có tệp khác đính kèm bên trong nên không nhận. ${printAgain}`,
  encrypted: `Tệp PDF này có mật khẩu hoặc bị khóa, cán bộ không mở được. ${printAgain}`,
  'two-kinds': `Tệp này vừa là PDF vừa là một loại tệp khác nên không nhận. ${printAgain}`,
  unread: `Tệp PDF này có phần không đọc được nên không kiểm tra hết được. ${printAgain}`,
}

/** What is wrong with one of several files, as if it had come alone. */
function sayPageFault(refusal: RefusalOf<'pages-refused'>['faults'][number]['refusal']): string {
  if (refusal.code === 'not-a-page') return 'Tệp Word, Excel không ghép thành trang được. Hãy lưu thành PDF, hoặc gửi riêng một mình.'
  if (refusal.code === 'file-type-refused') return sayType(refusal.found, 'Không nhận loại tệp này. Hãy gửi ảnh (JPG, PNG, WEBP) hoặc PDF.')
  const say = refusalWords[refusal.code] as (of: typeof refusal) => string
  return say(refusal)
}

export const refusalWords = {
  'dossier-already-open': () => 'Sản phẩm này đang có một hồ sơ chưa xong. Hãy làm tiếp hồ sơ đó.',
  'producer-without-commune': () => 'Chưa biết cơ sở của bạn ở xã nào. Hãy chọn xã trong thông tin chủ thể rồi làm lại.',
  'producer-works-itself': () =>
    'Chủ thể này đã có người tự vào hệ thống, nên không lập hộ bằng giấy. Hãy mời chủ thể tự làm, hoặc bấm “Nhờ cán bộ xã làm hộ” trong hồ sơ của mình.',
  'consent-missing': () => 'Hãy gửi ảnh giấy có chữ ký của chủ thể đồng ý để cán bộ làm hộ.',
  'unknown-set': () => 'Hãy ghi tên sản phẩm và chọn bộ sản phẩm.',
  'same-name': ({ name }: RefusalOf<'same-name'>) => `Chủ thể đã có sản phẩm tên “${name}”. Hãy chọn sản phẩm đó ở trang trước.`,
  'proxy-there': () => 'Hồ sơ này đã có người làm hộ, hoặc lời nhờ còn đang chờ.',
  'proxy-not-asked': () => 'Không còn ai làm hộ và chủ thể không còn nhờ. Hãy tải lại trang.',
  'reviewed-by-you': () => 'Bạn đã xét hồ sơ này cho xã nên không làm hộ được. Hãy để cán bộ khác nhận.',
  'filed-by-you': () =>
    'Bạn đã làm hộ hồ sơ này nên không kiểm, không đề nghị. Cán bộ khác của xã làm việc này; nếu xã chỉ có một cán bộ, người đứng đầu mời thêm người ở trang “Người của đơn vị”.',
  'kind-not-allowed': ({ kind }: RefusalOf<'kind-not-allowed'>) =>
    `Theo quy định hiện nay, loại hình “${producerKindWords[kind]}” không tham gia được. Nếu cơ sở ghi sai loại hình, hãy xin đổi thông tin.`,
  'kind-not-for-set': ({ kind }: RefusalOf<'kind-not-for-set'>) =>
    `Loại hình “${producerKindWords[kind]}” không tham gia được với bộ sản phẩm này. Hãy chọn bộ khác, hoặc xin đổi thông tin nếu cơ sở ghi sai loại hình.`,
  'not-certified-yet': (refusal: RefusalOf<'not-certified-yet'>) =>
    `Sản phẩm chưa từng được công nhận nên chưa thể chọn “${kindWords[refusal.kind]}”. Hãy chọn “${kindWords.first}”.`,
  'not-editable': (refusal: RefusalOf<'not-editable'>) => `Hồ sơ đang ở bước “${statusWords[refusal.status]}” nên không sửa được nữa.`,
  'changed-elsewhere': () =>
    'Hồ sơ vừa được lưu ở một cửa sổ khác. Những gì bạn gõ còn nguyên bên dưới nhưng chưa lưu. Xem lại, rồi bấm Lưu lần nữa để giữ bản này.',
  'answers-faulty': () => 'Có chỗ chưa đọc được. Hãy sửa những mục bên dưới.',
  'unknown-criterion': (refusal: RefusalOf<'unknown-criterion'>) => `Bộ tiêu chí của hồ sơ không có tiêu chí ${refusal.criterion}.`,
  'unknown-option': (refusal: RefusalOf<'unknown-option'>) => `Tiêu chí ${refusal.criterion} không có mức này. Hãy chọn lại.`,
  'reason-too-long': (refusal: RefusalOf<'reason-too-long'>) =>
    `Lý do ở tiêu chí ${refusal.criterion} dài quá ${refusal.limit} chữ. Hãy viết gọn lại.`,
  'producer-missing': () => 'Chưa có thông tin cơ sở của bạn. Hãy khai thông tin cơ sở trước, rồi thêm giấy.',
  'dates-reversed': () => 'Ngày hết hạn phải sau ngày cấp.',
  'issued-in-future': () => 'Ngày cấp ở tương lai. Hãy xem lại ngày trên giấy.',
  'file-empty': () => 'Tệp trống. Hãy chọn lại tệp.',
  'file-too-large': (refusal: RefusalOf<'file-too-large'>) =>
    `Tệp quá lớn, nhiều nhất ${megabytes(refusal.limit)}. Hãy chụp lại ảnh nhỏ hơn.`,
  'file-type-refused': ({ found }: RefusalOf<'file-type-refused'>) =>
    sayType(found, 'Không nhận loại tệp này. Hãy gửi ảnh (JPG, PNG, WEBP), PDF, Word (.docx) hoặc Excel (.xlsx).'),
  'image-broken': () => 'Ảnh bị hỏng, không mở được. Hãy chụp lại.',
  'image-too-many-pixels': () => 'Ảnh quá nhiều điểm ảnh. Hãy chụp lại ở cỡ thường.',
  ...scanWords,
  'pdf-refused': (refusal: RefusalOf<'pdf-refused'>) => pdfFaultWords[refusal.why],
  'office-macros': () =>
    'Tệp này có macro (lệnh tự chạy) nên không nhận. Hãy mở tệp và lưu thành PDF, hoặc lưu lại dạng .docx, .xlsx không có macro.',
  'office-unpacks-too-large': (refusal: RefusalOf<'office-unpacks-too-large'>) =>
    `Tệp này mở ra lớn hơn ${megabytes(refusal.limit)} nên không nhận. Hãy mở tệp và lưu thành PDF rồi gửi.`,
  'office-broken': () => 'Tệp này bị hỏng, không mở được. Hãy mở tệp trên máy của bạn, lưu thành PDF rồi gửi.',
  'pages-refused': ({ faults, good }: RefusalOf<'pages-refused'>) =>
    [
      'Chưa lưu giấy: có tệp không nhận được.',
      ...faults.map(({ place, name, refusal }) => `Tệp thứ ${place}, “${name}”: ${sayPageFault(refusal)}`),
      good.length > 0 ? `Các tệp khác đều dùng được: ${good.map((name) => `“${name}”`).join(', ')}.` : '',
      'Hãy sửa hoặc bỏ tệp bị lỗi rồi chọn lại tất cả.',
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
  'too-many-files': ({ count, limit }: RefusalOf<'too-many-files'>) =>
    `Bạn chọn ${count} tệp; một giấy nhận nhiều nhất ${limit} tệp. Hãy quét giấy dài thành một tệp PDF, hoặc chia thành hai giấy.`,
  'too-many-pages': ({ limit }: RefusalOf<'too-many-pages'>) =>
    `Ghép lại thì giấy dài quá ${limit} trang. Hãy chỉ gửi các trang cần xem, hoặc chia thành hai giấy.`,
  'pages-too-large': ({ limit }: RefusalOf<'pages-too-large'>) =>
    `Ghép lại thì giấy lớn hơn ${megabytes(limit)}. Hãy chia thành hai giấy, hoặc quét PDF ở độ nét thấp hơn.`,
  'pages-busy': () => 'Máy đang ghép nhiều giấy cùng lúc nên tạm chưa nhận. Những gì bạn gõ còn nguyên; xin thử lại sau ít phút.',
  'wrong-status': (refusal: RefusalOf<'wrong-status'>) => `Hồ sơ đang ở bước “${statusWords[refusal.status]}” nên chưa làm được việc này.`,
  'not-declared': () => 'Hãy đánh dấu vào ô cam đoan trước khi nộp.',
  'criteria-superseded': (refusal: RefusalOf<'criteria-superseded'>) =>
    `Hồ sơ soạn theo ${refusal.filedUnder}, nay đã có ${refusal.inForce}. Ở trang hồ sơ, bấm “Đổi bộ sản phẩm”: phần khớp được giữ lại, phần khác thì tự chấm lại.`,
  'set-unchanged': () => 'Hồ sơ đang ở đúng bộ này rồi. Hãy chọn bộ khác.',
  'set-certified': () => 'Sản phẩm đã được công nhận ở bộ này nên không đổi bộ trong hồ sơ. Hãy hỏi cơ quan OCOP tỉnh.',
  incomplete: () => 'Hồ sơ còn chỗ chưa xong. Xem danh sách bên dưới và bấm vào từng dòng để làm tiếp.',
  'review-incomplete': () => 'Báo cáo của xã còn mục chưa xong. Xem danh sách bên dưới.',
  'meeting-in-future': (refusal: RefusalOf<'meeting-in-future'>) =>
    `Ngày họp ${formatDate(refusal.meetingOn)} chưa tới. Họp xong mới đề nghị được.`,
  'meeting-before-filing': (refusal: RefusalOf<'meeting-before-filing'>) =>
    `Ngày họp ${formatDate(refusal.meetingOn)} trước ngày chủ thể nộp hồ sơ (${formatDate(refusal.filedOn)}). Hãy xem lại ngày họp.`,
  'certificate-valid': (refusal: RefusalOf<'certificate-valid'>) =>
    `Sản phẩm đang có giấy chứng nhận đến hết ngày ${formatDate(refusal.until)} nên không đăng ký lần đầu nữa. Hãy chọn “${kindWords.upgrade}” hoặc “${kindWords.renewal}”.`,
  'reason-missing': () => 'Hãy ghi rõ lý do: chủ thể đọc và có quyền khiếu nại.',
  'no-items': () => 'Hãy ghi ít nhất một mục cần bổ sung.',
  'repeat-reason-missing': () =>
    'Xã đã yêu cầu bổ sung hồ sơ này rồi. Mọi thiếu sót phải nêu trong một lần; hãy ghi rõ vì sao phải yêu cầu thêm.',
} as const satisfies { [C in DossierRefusal['code']]: (refusal: RefusalOf<C>) => string }

export function sayRefusal(refusal: DossierRefusal): string {
  return (refusalWords[refusal.code] as (refusal: DossierRefusal) => string)(refusal)
}
