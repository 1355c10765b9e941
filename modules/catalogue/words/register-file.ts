import type { ProducerKind } from '../rules/producer-kind.ts'
import { tableProblemWords } from '../../table-words.ts'
import type { RegisterProblem, ValidityBasis } from '../rules/register-row.ts'
import { producerKindWords } from './states.ts'

/** How a register file says how the last day of a certificate is known: the cells are read by these words. */
export const validityBasisWords = {
  printed: 'ghi trên giấy',
  'from-issue': 'suy ra từ ngày cấp',
  'latest-possible': 'muộn nhất có thể',
} as const satisfies Record<ValidityBasis, string>

/** What officers write instead of the word for a kind of producer. */
export const otherKindWords: Partial<Record<ProducerKind, string>> = { company: 'Công ty' }

/** How a cell of a register file says yes; no is a blank. */
export const yesInRegister = 'có'

const keyWanted = 'chữ thường không dấu, nối bằng gạch ngang'
const dayWanted = 'một ngày có thật, viết 31/12/2026 hoặc 2026-12-31'

/**
 * The columns of a register file: its heading, by which a file is read, and what a cell must hold, in the words of the sentence that refuses
 * it. Vietnamese headings, since officers fill it in.
 */
export const registerColumnWords = {
  productKey: { heading: 'mã sản phẩm', expected: keyWanted },
  product: { heading: 'sản phẩm', expected: 'tên sản phẩm' },
  producerKey: { heading: 'mã chủ thể', expected: keyWanted },
  producer: { heading: 'chủ thể', expected: 'tên chủ thể' },
  producerKind: { heading: 'loại hình', expected: Object.values(producerKindWords).join(', ') },
  formerProvince: { heading: 'tỉnh cũ', expected: 'tên tỉnh' },
  formerDistrictCode: { heading: 'mã huyện cũ', expected: 'mã 3 chữ số' },
  formerDistrict: { heading: 'huyện cũ', expected: 'tên huyện' },
  formerCommuneCode: { heading: 'mã xã cũ', expected: 'mã 5 chữ số của xã trước 1/7/2025' },
  formerCommune: { heading: 'xã cũ', expected: 'tên xã' },
  communeCode: { heading: 'mã xã', expected: 'mã 5 chữ số của xã, phường hiện nay' },
  commune: { heading: 'xã', expected: 'tên xã' },
  setCode: {
    heading: 'bộ',
    expected: (codes: readonly string[]): string => `mã một trong ${codes.length} bộ, từ ${codes[0]} đến ${codes.at(-1)}`,
  },
  stars: { heading: 'sao', expected: '3, 4 hoặc 5; để trống nếu chưa rõ' },
  potentialFive: { heading: 'tiềm năng 5 sao', expected: `“${yesInRegister}” hoặc để trống` },
  year: { heading: 'năm', expected: 'năm đánh giá, bốn chữ số' },
  decisionNumber: { heading: 'số quyết định', expected: 'số quyết định' },
  decisionDate: { heading: 'ngày quyết định', expected: dayWanted },
  authority: { heading: 'cơ quan', expected: 'cơ quan công nhận' },
  issuedOn: { heading: 'ngày cấp', expected: dayWanted },
  validUntil: { heading: 'hết hạn', expected: dayWanted },
  validityBasis: { heading: 'cách biết hết hạn', expected: Object.values(validityBasisWords).join(', ') },
  sourceUrl: { heading: 'nguồn', expected: 'địa chỉ bắt đầu bằng http:// hoặc https://' },
  confidence: { heading: 'độ tin', expected: 'A hoặc B' },
  note: { heading: 'ghi chú', expected: 'lời ghi chú' },
} as const

type Sentences = { [Code in RegisterProblem['code']]: (problem: Extract<RegisterProblem, { code: Code }>) => string }

export const registerProblemWords = {
  ...tableProblemWords,
  'day-in-future': ({ row, column, value }) => `Dòng ${row}, cột “${column}”: “${value}” chưa đến.`,
  'days-in-disorder': ({ row, column, value, before }) => `Dòng ${row}, cột “${column}”: ${value} lại trước ${before}.`,
  'valid-too-long': ({ row, column, value, months, latest }) =>
    `Dòng ${row}, cột “${column}”: ${value} quá xa. Giấy đã ký đến hôm nay có giá trị ${months} tháng thì muộn nhất là ${latest}.`,
  'row-repeated': ({ row, firstRow }) => `Dòng ${row}: trùng với dòng ${firstRow} (cùng sản phẩm, cùng năm và cùng quyết định).`,
  'rows-disagree': ({ row, column, firstRow }) => `Dòng ${row}, cột “${column}”: khác với dòng ${firstRow} của cùng chủ thể hoặc sản phẩm.`,
} satisfies Sentences

/** The Vietnamese sentence of one fault of a register file. */
export function sayRegisterProblem(problem: RegisterProblem): string {
  return (registerProblemWords[problem.code] as (problem: RegisterProblem) => string)(problem)
}

/** What the page says that imports a register file. */
export const registerDeskPage = {
  title: 'Nhập sổ đăng ký',
  lead: 'Đưa các lần công nhận trước đây vào sổ bằng một tệp Excel hoặc CSV. Tệp được đọc và so với sổ hiện có; một người khác xem lại rồi mới nhập. Nhập lại tệp cũ không sinh bản trùng.',
  file: 'Tệp sổ đăng ký',
  fileHint: 'Excel (.xlsx), hoặc CSV lưu kiểu UTF-8; nhiều nhất 5 MB. Trên dòng tên cột có thể có tiêu đề.',
  import: 'Kiểm tra và gửi',
  template: 'Tải tệp mẫu',
  columns: 'Các cột của tệp',
  columnsLead:
    'Mỗi dòng là một lần công nhận một sản phẩm. Chưa rõ thì để trống, đừng đoán. Không ghi tên người: hộ kinh doanh ghi tên cơ sở.',
  tableCaption: 'Cột và giá trị',
  heading: 'Tên cột',
  required: 'Bắt buộc',
  isRequired: 'có',
  expected: 'Giá trị',
} as const
