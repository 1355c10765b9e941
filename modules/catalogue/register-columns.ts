import { isPlainDate } from '@dacsan/vietnam'
import type { RowOf, TableColumn } from '../table-rows.ts'
import { findProductSet, productSets } from './product-sets.ts'
import { producerKinds } from './rules/producer-kind.ts'
import type { ProducerKind } from './rules/producer-kind.ts'
import { validityBases } from './rules/register-row.ts'
import type { ValidityBasis } from './rules/register-row.ts'
import { otherKindWords, producerKindWords, registerColumnWords as words, validityBasisWords, yesInRegister } from './words.ts'

/** Whether the last day was concluded and not read. */
export const isValidityInferred = (basis: ValidityBasis | null): boolean => basis !== null && basis !== 'printed'

const text = (cell: string) => cell
const key = (cell: string) => (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(cell) ? cell : undefined)
const digits = (count: number) => (cell: string) => (new RegExp(`^\\d{${count}}$`).test(cell) ? cell : undefined)
const oneOf =
  <const T extends string>(values: readonly T[]) =>
  (cell: string) =>
    values.find((value) => value === cell)
const day = (cell: string) => {
  const [, date, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell) ?? []
  // Other writers than Excel keep a day as a moment at midnight.
  const iso = cell.replace(/T00:00:00(\.0+)?Z?$/, '')
  const plain = date === undefined ? iso : `${year}-${month!.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isPlainDate(plain) ? plain : undefined
}
const httpAddress = (cell: string) => (URL.canParse(cell) && /^https?:$/.test(new URL(cell).protocol) ? cell : undefined)
const kindOf = (cell: string): ProducerKind | undefined =>
  producerKinds.find((kind) => producerKindWords[kind].toLowerCase() === cell.toLowerCase()) ??
  producerKinds.find((kind) => otherKindWords[kind]?.toLowerCase() === cell.toLowerCase())
const stars = (cell: string) => (/^[345]$/.test(cell) ? (Number(cell) as 3 | 4 | 5) : undefined)
const basisOf = (cell: string): ValidityBasis | undefined => validityBases.find((basis) => validityBasisWords[basis] === cell.toLowerCase())
/** A spreadsheet makes a day of "3/12": such a day is no number of a decision. */
const decisionNumber = (cell: string) => (day(cell) === undefined && /\d/.test(cell) ? cell : undefined)
const year = (cell: string) => (/^20\d\d$/.test(cell) ? Number(cell) : undefined)

/** The columns of a register file: their words, and how a cell is read. */
export const registerColumns = {
  productKey: { ...words.productKey, kind: 'code', read: key },
  product: { ...words.product, kind: 'name', most: 200, required: true, read: text },
  producerKey: { ...words.producerKey, kind: 'code', read: key },
  producer: { ...words.producer, kind: 'name', most: 200, required: true, read: text },
  producerKind: { ...words.producerKind, kind: 'word', read: kindOf },
  formerProvince: { ...words.formerProvince, kind: 'name', most: 100, read: text },
  formerDistrictCode: { ...words.formerDistrictCode, kind: 'code', digits: 3, read: digits(3) },
  formerDistrict: { ...words.formerDistrict, kind: 'name', most: 100, read: text },
  formerCommuneCode: { ...words.formerCommuneCode, kind: 'code', digits: 5, read: digits(5) },
  formerCommune: { ...words.formerCommune, kind: 'name', most: 100, read: text },
  communeCode: { ...words.communeCode, kind: 'code', digits: 5, read: digits(5) },
  commune: { ...words.commune, kind: 'name', most: 100, read: text },
  setCode: {
    heading: words.setCode.heading,
    kind: 'code',
    required: true,
    get expected(): string {
      return words.setCode.expected(productSets().map(({ code }) => code))
    },
    read: (cell: string) => findProductSet(cell.toUpperCase())?.code,
  },
  stars: { ...words.stars, kind: 'code', read: stars },
  potentialFive: {
    ...words.potentialFive,
    kind: 'word',
    yes: yesInRegister,
    read: (cell: string) => (cell.toLowerCase() === yesInRegister ? (yesInRegister as string) : undefined),
  },
  year: { ...words.year, kind: 'code', read: year },
  decisionNumber: { ...words.decisionNumber, kind: 'code', most: 100, read: decisionNumber },
  decisionDate: { ...words.decisionDate, kind: 'day', read: day },
  authority: { ...words.authority, kind: 'text', most: 200, read: text },
  issuedOn: { ...words.issuedOn, kind: 'day', read: day },
  validUntil: { ...words.validUntil, kind: 'day', read: day },
  validityBasis: { ...words.validityBasis, kind: 'word', read: basisOf },
  sourceUrl: { ...words.sourceUrl, kind: 'text', most: 1000, read: httpAddress },
  confidence: { ...words.confidence, kind: 'code', required: true, read: oneOf(['A', 'B']) },
  note: { ...words.note, kind: 'text', most: 2000, read: text },
} as const satisfies Record<keyof typeof words, TableColumn>

export type RegisterColumn = keyof typeof registerColumns

/** One row of a register file: one recognition of one product, its blanks null. `row` counts as a spreadsheet does. */
export type RegisterRow = RowOf<typeof registerColumns>
