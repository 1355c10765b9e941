import { ownProducerPage } from '../../catalogue/words.ts'
import type { AnswerFault } from '../rules/answers.ts'
import type { AnswerProblem, DossierKind, DossierSection, FieldName, FieldValue, FormSection } from '../rules/forms.ts'

/** A label as a paper prints it, which is read in other years than the one it was written in. */
export const yearNamed = (label: string, year: number): string =>
  label
    .replace('năm trước nữa', `năm ${year - 2}`)
    .replace('năm trước', `năm ${year - 1}`)
    .replace('năm tới', `năm ${year + 1}`)

export const sectionWords = {
  producer: 'Thông tin chủ thể',
  registration: 'Sản phẩm và đăng ký',
  business: 'Tình hình sản xuất, kinh doanh',
  'part-a': 'Tự chấm phần A: sản phẩm và sức mạnh cộng đồng',
  'part-b': 'Tự chấm phần B: khả năng tiếp thị',
  'part-c': 'Tự chấm phần C: chất lượng sản phẩm',
  evidence: 'Giấy tờ minh chứng',
  plan: 'Kế hoạch sắp tới',
} as const satisfies Record<DossierSection, string>

/** What to have at hand before a part is begun. */
export const sectionHints = {
  producer: 'Cần có: giấy đăng ký kinh doanh, giấy tờ của người đại diện.',
  registration: 'Tên sản phẩm như trên nhãn, mô tả ngắn, những giấy đã có.',
  business: 'Sản lượng, doanh thu, lợi nhuận hai năm; số lao động; nguyên liệu; nơi bán.',
  'part-a': 'Chọn mức đúng với cơ sở của bạn ở từng tiêu chí.',
  'part-b': 'Chọn mức đúng với việc bán hàng và câu chuyện sản phẩm của bạn.',
  'part-c': 'Chọn mức đúng với chất lượng sản phẩm của bạn.',
  evidence: 'Chụp ảnh hoặc quét giấy tờ. Một giấy dùng được cho nhiều tiêu chí và nhiều hồ sơ.',
  plan: 'Năm tới bạn định làm bao nhiêu, bán ở đâu, cần hỗ trợ gì.',
} as const satisfies Record<DossierSection, string>

export const kindWords = {
  first: 'Đánh giá lần đầu',
  upgrade: 'Nâng hạng sao',
  renewal: 'Đánh giá lại',
} as const satisfies Record<DossierKind, string>

export const kindHints = {
  first: 'Sản phẩm chưa có giấy chứng nhận còn hiệu lực.',
  upgrade: 'Sản phẩm đã có sao, nay xin hạng cao hơn. Phải nêu rõ nội dung thay đổi.',
  renewal: 'Giấy chứng nhận sắp hết hạn. Phải nêu những gì đã cập nhật.',
} as const satisfies Record<DossierKind, string>

export type FieldWords = { label: string; hint?: string; options?: Record<string, string> }

export const fieldWords = {
  producer: {
    organisationName: { label: 'Tên đơn vị', hint: ownProducerPage.nameHint },
    taxCode: { label: ownProducerPage.taxCode },
    registrationNo: { label: ownProducerPage.registrationNo },
    representative: { label: ownProducerPage.representative },
    position: { label: 'Chức vụ', hint: 'Ví dụ: Giám đốc HTX, Chủ hộ.' },
    gender: {
      label: 'Giới tính người đại diện',
      hint: 'Chỉ dùng cho tiêu chí 3.2. Có thể bỏ trống.',
      options: { female: 'Nữ', male: 'Nam' },
    },
    ethnicity: { label: 'Dân tộc người đại diện', hint: 'Chỉ dùng cho tiêu chí 3.2. Có thể bỏ trống.' },
    disability: { label: 'Người đại diện là người khuyết tật', hint: 'Chỉ dùng cho tiêu chí 3.2. Có thể bỏ trống.' },
    address: { label: ownProducerPage.address, hint: 'Ấp, xã/phường, tỉnh theo tên mới.' },
    phone: { label: ownProducerPage.phone, hint: 'Ví dụ: 0912 345 678.' },
    email: { label: ownProducerPage.email },
  },
  registration: {
    productName: { label: 'Tên sản phẩm', hint: 'Như trên nhãn.' },
    productDescription: { label: 'Mô tả sản phẩm', hint: 'Vài câu: làm từ gì, đóng gói thế nào, dùng ra sao.' },
    changes: {
      label: 'Nội dung thay đổi so với lần trước',
      hint: 'Nguyên liệu, công nghệ, bao bì, nhãn, công bố, kiểm nghiệm, thị trường, sản lượng, doanh thu.',
    },
    hasBusinessRegistration: { label: 'Có đăng ký kinh doanh' },
    hasQualityDeclaration: { label: 'Có công bố chất lượng sản phẩm' },
    hasFoodSafety: { label: 'Có giấy chứng nhận đủ điều kiện an toàn thực phẩm hoặc tương đương' },
    hasIntellectualProperty: { label: 'Có đăng ký sở hữu trí tuệ (nhãn hiệu, chỉ dẫn địa lý…)' },
    samplesReady: { label: 'Đã chuẩn bị đủ mẫu sản phẩm để gửi kèm' },
  },
  business: {
    materials: { label: 'Nguồn nguyên liệu', hint: 'Lấy ở đâu, của ai, bao nhiêu phần là trong xã, trong tỉnh.' },
    process: { label: 'Cơ sở, thiết bị và cách làm' },
    outputUnit: { label: 'Đơn vị tính sản lượng', hint: 'Ví dụ: kg, hũ, chai.' },
    outputLastYear: { label: 'Sản lượng năm trước' },
    outputYearBefore: { label: 'Sản lượng năm trước nữa' },
    revenueLastYear: { label: 'Doanh thu năm trước', hint: 'Đồng.' },
    revenueYearBefore: { label: 'Doanh thu năm trước nữa', hint: 'Đồng.' },
    profitLastYear: { label: 'Lợi nhuận năm trước', hint: 'Đồng. Nếu lỗ, viết dấu trừ ở trước.' },
    profitYearBefore: { label: 'Lợi nhuận năm trước nữa', hint: 'Đồng. Nếu lỗ, viết dấu trừ ở trước.' },
    labourTotal: { label: 'Tổng số lao động' },
    labourLocal: { label: 'Lao động trong xã' },
    labourFemale: { label: 'Lao động nữ' },
    labourEthnic: { label: 'Lao động dân tộc thiểu số' },
    labourInsured: { label: 'Lao động có đóng bảo hiểm xã hội' },
    markets: { label: 'Nơi bán và cách bán', hint: 'Chợ, đại lý, siêu thị, sàn điện tử, xuất khẩu.' },
    linkage: { label: 'Liên kết với hộ, HTX, doanh nghiệp khác' },
  },
  plan: {
    planOutput: { label: 'Sản lượng dự kiến năm tới', hint: 'Cùng đơn vị tính ở phần sản xuất.' },
    planRevenue: { label: 'Doanh thu dự kiến năm tới', hint: 'Đồng.' },
    planMarket: { label: 'Kế hoạch mở thị trường' },
    planQuality: { label: 'Kế hoạch giữ và nâng chất lượng' },
    planPromotion: { label: 'Kế hoạch quảng bá' },
    planSupport: { label: 'Đề nghị hỗ trợ' },
  },
} as const satisfies { [S in FormSection]: Record<FieldName<S>, FieldWords> }

export function wordsOfField(section: FormSection, name: FieldName): FieldWords {
  return (fieldWords[section] as Record<string, FieldWords>)[name]!
}

/** An answer as a page shows it; nothing for what was not written. */
export function sayAnswer(section: FormSection, name: FieldName, value: FieldValue | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'Có' : 'Không'
  return typeof value === 'number' ? numbers.format(value) : (wordsOfField(section, name).options?.[value] ?? value)
}

/** An answer as it was typed into its field. */
export const typedAnswer = (value: FieldValue | undefined): string =>
  typeof value === 'number' ? numbers.format(value) : typeof value === 'string' ? value : ''

const numbers = new Intl.NumberFormat('vi-VN')

export const answerFaultWords = {
  'too-long': (fault: Extract<AnswerFault, { code: 'too-long' }>) =>
    `Dài ${fault.length} chữ, nhiều nhất là ${fault.limit}. Hãy viết gọn lại.`,
  'not-a-whole-number': () => 'Hãy viết số nguyên, ví dụ 1.250.000, không có dấu phẩy.',
  'number-too-large': () => 'Số này quá lớn. Hãy xem lại đơn vị tính.',
  'not-a-phone-number': () => 'Hãy viết số điện thoại, ví dụ 0912 345 678.',
  'not-an-email-address': () => 'Hãy viết địa chỉ email, ví dụ ten@vidu.vn, hoặc để trống.',
  'not-a-date': () => 'Hãy chọn một ngày có thật.',
  'not-an-option': () => 'Hãy chọn một trong các mục có sẵn.',
} as const satisfies { [C in AnswerFault['code']]: (fault: Extract<AnswerFault, { code: C }>) => string }

export function sayAnswerFault(fault: AnswerFault): string {
  return fault.code === 'too-long' ? answerFaultWords['too-long'](fault) : answerFaultWords[fault.code]()
}

export const answerProblemWords = {
  'labour-exceeds-total': 'Nhiều hơn tổng số lao động. Hãy xem lại hai con số.',
  'changes-missing': 'Nâng hạng và đánh giá lại phải nêu nội dung thay đổi so với lần trước.',
} as const satisfies Record<AnswerProblem['code'], string>

/** Where a field of the form was left empty. */
export const emptyAnswer = '(trống)'

/** What a dossier is named and sorted by. */
export const dossierTerms = { code: 'Mã hồ sơ', kind: 'Loại đăng ký' } as const

/** The set of criteria within a line about a dossier. */
export const saySet = (number: string, name: string): string => `bộ ${number}: ${name}`

/** When a form was saved. */
export const savedWords = {
  at: (when: string) => `Đã lưu lúc ${when}`,
  onDay: (time: string, day: string) => `${time} ngày ${day}`,
} as const
