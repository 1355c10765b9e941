import { spellingOf } from '@dacsan/vietnam'
import { registerColumns } from './register-columns.ts'
import type { RegisterColumn, RegisterRow } from './register-columns.ts'
import type { RegisterProblem } from './rules/register-row.ts'
import { slugOf } from './slug.ts'

export type Recognition = Pick<
  RegisterRow,
  | 'row'
  | 'stars'
  | 'year'
  | 'decisionNumber'
  | 'decisionDate'
  | 'authority'
  | 'issuedOn'
  | 'validUntil'
  | 'validityBasis'
  | 'sourceUrl'
  | 'confidence'
  | 'note'
> & { potentialFive: boolean }

/** A product with its recognitions, the earliest first; those without any date come before all others. `isKeyed`: the file itself gave the key. */
export type RegisterProduct = { key: string; isKeyed: boolean; name: string; setCode: string; recognitions: Recognition[] }

export type RegisterProducer = Pick<
  RegisterRow,
  'row' | 'producerKind' | 'formerProvince' | 'formerDistrictCode' | 'formerDistrict' | 'formerCommuneCode' | 'communeCode' | 'sourceUrl'
> & { key: string; isKeyed: boolean; name: string; products: RegisterProduct[] }

const producerColumns = ['producerKind', 'formerDistrictCode', 'formerCommuneCode', 'communeCode'] as const
const productColumns = ['setCode'] as const

/** What rows of one producer are known by: the key, else name and commune. Two spellings of one name are one name. */
export const producerGroup = (row: Pick<RegisterRow, 'producerKey' | 'producer' | 'communeCode'>): string =>
  row.producerKey ?? `${spellingOf(row.producer)}|${row.communeCode ?? ''}`
export const productGroup = (row: Pick<RegisterRow, 'productKey' | 'product'>): string => row.productKey ?? `${spellingOf(row.product)}|`

/** Rows of one producer must agree about it, rows of one product likewise, and no recognition stands there twice. */
export function groupRegister(rows: readonly RegisterRow[]): { producers: RegisterProducer[]; problems: RegisterProblem[] } {
  const problems: RegisterProblem[] = []
  const producers = [...Map.groupBy(rows, producerGroup).values()].map((ofProducer): RegisterProducer => {
    const first = ofProducer[0]!
    problems.push(...otherNames(ofProducer, 'producer'), ...disagreements(ofProducer, producerColumns))
    const products = [...Map.groupBy(ofProducer, productGroup).values()].map((ofProduct): RegisterProduct => {
      problems.push(...otherNames(ofProduct, 'product'), ...disagreements(ofProduct, productColumns), ...repetitions(ofProduct))
      const { product, productKey, setCode } = ofProduct[0]!
      const key = productKey ?? slugOf(product)
      return { key, isKeyed: productKey !== null, name: product, setCode, recognitions: ofProduct.map(recognitionOf).toSorted(byTime) }
    })
    const { row, producerKind, formerProvince, formerDistrictCode, formerDistrict, formerCommuneCode, communeCode, sourceUrl } = first
    const place = { formerProvince, formerDistrictCode, formerDistrict, formerCommuneCode, communeCode }
    const key = first.producerKey ?? slugOf(`${first.producer} ${communeCode ?? ''}`)
    return { key, isKeyed: first.producerKey !== null, name: first.producer, row, producerKind, ...place, sourceUrl, products }
  })
  return { producers, problems }
}

function otherNames(rows: readonly RegisterRow[], column: 'producer' | 'product'): RegisterProblem[] {
  const [first] = rows
  const spelling = spellingOf(first![column])
  return rows
    .filter((row) => row[column] !== first![column] && spellingOf(row[column]) !== spelling)
    .map((row) => ({ code: 'rows-disagree', row: row.row, column: registerColumns[column].heading, firstRow: first!.row }))
}

function disagreements(rows: readonly RegisterRow[], columns: readonly RegisterColumn[]): RegisterProblem[] {
  const first = rows[0]!
  return rows.flatMap((row) =>
    columns
      .filter((name) => row[name] !== first[name])
      .map((name) => ({ code: 'rows-disagree', row: row.row, column: registerColumns[name].heading, firstRow: first.row }) as const),
  )
}

function repetitions(rows: readonly RegisterRow[]): RegisterProblem[] {
  const seen = new Map<string, number>()
  return rows.flatMap((row) => {
    const identity = [row.year, row.decisionNumber, row.issuedOn].join('|')
    const firstRow = seen.get(identity)
    if (firstRow !== undefined) return [{ code: 'row-repeated', row: row.row, firstRow } as const]
    seen.set(identity, row.row)
    return []
  })
}

function recognitionOf(row: RegisterRow): Recognition {
  const { stars, year, decisionNumber, decisionDate, authority, issuedOn, validUntil, validityBasis, sourceUrl, confidence, note } = row
  const decision = { year, decisionNumber, decisionDate, authority, issuedOn, validUntil, validityBasis }
  return { row: row.row, stars, potentialFive: row.potentialFive !== null, ...decision, sourceUrl, confidence, note }
}

type Timed = Pick<Recognition, 'issuedOn' | 'decisionDate' | 'year'>
/** When a recognition was given, as far as it is known; as text, so that it sorts. */
export const timeOf = ({ issuedOn, decisionDate, year }: Timed): string =>
  issuedOn ?? decisionDate ?? (year === null ? '' : `${year}-12-31`)
const byTime = (a: Recognition, b: Recognition) => timeOf(a).localeCompare(timeOf(b))
