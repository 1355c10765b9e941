import { isPlainDate } from '@dacsan/vietnam'
import { findProductSet, productSets } from './product-sets.ts'
import { producerKinds } from './rules/producer-kind.ts'
import type { ProducerKind } from './rules/producer-kind.ts'
import { validityBases } from './rules/register-row.ts'
import type { ValidityBasis } from './rules/register-row.ts'
import { otherKindWords, producerKindWords, registerColumnWords as words, validityBasisWords, yesInRegister } from './words.ts'

/** Whether the last day was concluded and not read. */
export const isValidityInferred = (basis: ValidityBasis | null): boolean => basis !== null && basis !== 'printed'

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
  producerKinds.find((kind) => producerKindWords[kind].toLowerCase() === cell.toLowerCase()) ??
  producerKinds.find((kind) => otherKindWords[kind] === cell)
const stars = (cell: string) => (/^[345]$/.test(cell) ? (Number(cell) as 3 | 4 | 5) : undefined)
const basisOf = (cell: string): ValidityBasis | undefined => validityBases.find((basis) => validityBasisWords[basis] === cell)
const year = (cell: string) => (/^20\d\d$/.test(cell) ? Number(cell) : undefined)

/** The columns of a register file: their words, and how a cell is read. */
export const registerColumns = {
  productKey: { ...words.productKey, read: key },
  product: { ...words.product, required: true, read: text },
  producerKey: { ...words.producerKey, read: key },
  producer: { ...words.producer, required: true, read: text },
  producerKind: { ...words.producerKind, read: kindOf },
  formerProvince: { ...words.formerProvince, read: text },
  formerDistrictCode: { ...words.formerDistrictCode, read: digits(3) },
  formerDistrict: { ...words.formerDistrict, read: text },
  formerCommuneCode: { ...words.formerCommuneCode, read: digits(5) },
  formerCommune: { ...words.formerCommune, read: text },
  communeCode: { ...words.communeCode, read: digits(5) },
  commune: { ...words.commune, read: text },
  setCode: {
    heading: words.setCode.heading,
    required: true,
    get expected(): string {
      return words.setCode.expected(productSets().map(({ code }) => code))
    },
    read: (cell: string) => findProductSet(cell)?.code,
  },
  stars: { ...words.stars, read: stars },
  potentialFive: { ...words.potentialFive, read: oneOf([yesInRegister]) },
  year: { ...words.year, read: year },
  decisionNumber: { ...words.decisionNumber, read: text },
  decisionDate: { ...words.decisionDate, read: day },
  authority: { ...words.authority, read: text },
  issuedOn: { ...words.issuedOn, read: day },
  validUntil: { ...words.validUntil, read: day },
  validityBasis: { ...words.validityBasis, read: basisOf },
  sourceUrl: { ...words.sourceUrl, read: httpAddress },
  confidence: { ...words.confidence, required: true, read: oneOf(['A', 'B']) },
  note: { ...words.note, read: text },
} as const satisfies Record<keyof typeof words, Column>

type Columns = typeof registerColumns
export type RegisterColumn = keyof Columns
type Value<C extends Column> = Exclude<ReturnType<C['read']>, undefined>

/** One row of a register file: one recognition of one product, its blanks null. `row` counts as a spreadsheet does. */
export type RegisterRow = { row: number } & {
  [Name in RegisterColumn]: Columns[Name] extends { required: true } ? Value<Columns[Name]> : Value<Columns[Name]> | null
}
