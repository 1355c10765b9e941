import { isPlainDate } from '@dacsan/vietnam'
import { findProductSet, productSets } from './product-sets.ts'
import { producerKinds } from './rules/producer-kind.ts'
import type { ProducerKind } from './rules/producer-kind.ts'
import { producerKindWords } from './words.ts'

/** How the last day of a certificate is known, by the words of the file; blank where it is not. */
const validityBases = { 'ghi trên giấy': 'printed', 'suy ra từ ngày cấp': 'from-issue', 'muộn nhất có thể': 'latest-possible' } as const
export type ValidityBasis = (typeof validityBases)[keyof typeof validityBases]

/** Whether the last day was concluded and not read. */
export const isValidityInferred = (basis: ValidityBasis | null): boolean => basis !== null && basis !== 'printed'

const basisOf = (cell: string): ValidityBasis | undefined =>
  Object.hasOwn(validityBases, cell) ? validityBases[cell as keyof typeof validityBases] : undefined

type Column = {
  heading: string
  required?: true
  /** What the cell must hold, in the words of the sentence that refuses it. */
  expected: string
  /** The value of a cell that is not blank; `undefined` where it is none. */
  read: (cell: string) => unknown
}

const text = (cell: string) => cell
const key = (cell: string) => (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(cell) ? cell : undefined)
const digits = (count: number) => (cell: string) => (new RegExp(`^\\d{${count}}$`).test(cell) ? cell : undefined)
const oneOf =
  <const T extends string>(values: readonly T[]) =>
  (cell: string) =>
    values.find((value) => value === cell)
const day = (cell: string) => {
  const [, date, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell) ?? []
  const plain = date === undefined ? cell : `${year}-${month!.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isPlainDate(plain) ? plain : undefined
}
const httpAddress = (cell: string) => (URL.canParse(cell) && /^https?:$/.test(new URL(cell).protocol) ? cell : undefined)
const kindOf = (cell: string): ProducerKind | undefined =>
  producerKinds.find((kind) => producerKindWords[kind].toLowerCase() === cell.toLowerCase()) ?? (cell === 'Công ty' ? 'company' : undefined)
const stars = (cell: string) => (/^[345]$/.test(cell) ? (Number(cell) as 3 | 4 | 5) : undefined)
const year = (cell: string) => (/^20\d\d$/.test(cell) ? Number(cell) : undefined)

const dayWanted = 'một ngày có thật, viết 31/12/2026 hoặc 2026-12-31'

/** The columns of a register file: Vietnamese headings, since officers fill it in. */
export const registerColumns = {
  productKey: { heading: 'mã sản phẩm', expected: 'chữ thường không dấu, nối bằng gạch ngang', read: key },
  product: { heading: 'sản phẩm', required: true, expected: 'tên sản phẩm', read: text },
  producerKey: { heading: 'mã chủ thể', expected: 'chữ thường không dấu, nối bằng gạch ngang', read: key },
  producer: { heading: 'chủ thể', required: true, expected: 'tên chủ thể', read: text },
  producerKind: { heading: 'loại hình', expected: Object.values(producerKindWords).join(', '), read: kindOf },
  formerProvince: { heading: 'tỉnh cũ', expected: 'tên tỉnh', read: text },
  formerDistrictCode: { heading: 'mã huyện cũ', expected: 'mã 3 chữ số', read: digits(3) },
  formerDistrict: { heading: 'huyện cũ', expected: 'tên huyện', read: text },
  formerCommuneCode: { heading: 'mã xã cũ', expected: 'mã 5 chữ số của xã trước 1/7/2025', read: digits(5) },
  formerCommune: { heading: 'xã cũ', expected: 'tên xã', read: text },
  communeCode: { heading: 'mã xã', expected: 'mã 5 chữ số của xã, phường hiện nay', read: digits(5) },
  commune: { heading: 'xã', expected: 'tên xã', read: text },
  setCode: {
    heading: 'bộ',
    required: true,
    get expected(): string {
      const codes = productSets().map(({ code }) => code)
      return `mã một trong ${codes.length} bộ, từ ${codes[0]} đến ${codes.at(-1)}`
    },
    read: (cell: string) => findProductSet(cell)?.code,
  },
  stars: { heading: 'sao', expected: '3, 4 hoặc 5; để trống nếu chưa rõ', read: stars },
  potentialFive: { heading: 'tiềm năng 5 sao', expected: '“có” hoặc để trống', read: oneOf(['có']) },
  year: { heading: 'năm', expected: 'năm đánh giá, bốn chữ số', read: year },
  decisionNumber: { heading: 'số quyết định', expected: 'số quyết định', read: text },
  decisionDate: { heading: 'ngày quyết định', expected: dayWanted, read: day },
  authority: { heading: 'cơ quan', expected: 'cơ quan công nhận', read: text },
  issuedOn: { heading: 'ngày cấp', expected: dayWanted, read: day },
  validUntil: { heading: 'hết hạn', expected: dayWanted, read: day },
  validityBasis: { heading: 'cách biết hết hạn', expected: Object.keys(validityBases).join(', '), read: basisOf },
  sourceUrl: { heading: 'nguồn', expected: 'địa chỉ bắt đầu bằng http:// hoặc https://', read: httpAddress },
  confidence: { heading: 'độ tin', required: true, expected: 'A hoặc B', read: oneOf(['A', 'B']) },
  note: { heading: 'ghi chú', expected: 'lời ghi chú', read: text },
} as const satisfies Record<string, Column>

type Columns = typeof registerColumns
export type RegisterColumn = keyof Columns
type Value<C extends Column> = Exclude<ReturnType<C['read']>, undefined>

/** One row of a register file: one recognition of one product, its blanks null. `row` counts as a spreadsheet does. */
export type RegisterRow = { row: number } & {
  [Name in RegisterColumn]: Columns[Name] extends { required: true } ? Value<Columns[Name]> : Value<Columns[Name]> | null
}
