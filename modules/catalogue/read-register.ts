import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
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

/** A product with its recognitions, the earliest first; those without any date come before all others. */
export type RegisterProduct = { key: string; name: string; setCode: string; recognitions: Recognition[] }

export type RegisterProducer = Pick<
  RegisterRow,
  'row' | 'producerKind' | 'formerProvince' | 'formerDistrictCode' | 'formerDistrict' | 'formerCommuneCode' | 'communeCode' | 'sourceUrl'
> & { key: string; name: string; products: RegisterProduct[] }

export type RegisterRejected = { code: 'register-rejected'; problems: RegisterProblem[] }

const columnNames = Object.keys(registerColumns) as RegisterColumn[]
const requiredNames = columnNames.filter((name) => 'required' in registerColumns[name])

/**
 * Reads a register file, its first line the headings. All of it or nothing: every fault is named by row and column.
 * Rows of one producer (by key, else by name and commune) must agree about it, rows of one product (by key, else by name) likewise.
 */
export function readRegister(table: readonly (readonly string[])[]): Outcome<RegisterProducer[], RegisterRejected> {
  const [headings = [], ...body] = table.map((cells) => cells.map((cell) => cell.normalize('NFC').trim()))
  const problems = checkHeadings(headings)
  if (problems.length > 0) return refuse('register-rejected', { problems })
  const positions = new Map(columnNames.map((name) => [name, headings.indexOf(registerColumns[name].heading)]))
  const rows = body.flatMap((cells, index) => {
    if (cells.every((cell) => cell === '')) return []
    const read = readRow(index + 2, (name) => cells[positions.get(name)!] ?? '')
    problems.push(...read.problems)
    return read.problems.length === 0 ? [read.row] : []
  })
  const producers = groupRows(rows, problems)
  return problems.length > 0 ? refuse('register-rejected', { problems }) : done(producers)
}

function checkHeadings(headings: readonly string[]): RegisterProblem[] {
  const known = columnNames.map((name) => registerColumns[name].heading as string)
  const missing = requiredNames.map((name) => registerColumns[name].heading).filter((heading) => !headings.includes(heading))
  const unknown = headings.filter((heading) => heading !== '' && !known.includes(heading))
  return [
    ...missing.map((column) => ({ code: 'column-missing', column }) as const),
    ...unknown.map((column) => ({ code: 'column-unknown', column }) as const),
  ]
}

function readRow(row: number, cellOf: (name: RegisterColumn) => string): { row: RegisterRow; problems: RegisterProblem[] } {
  const problems: RegisterProblem[] = []
  const values = columnNames.map((name) => {
    const { heading, expected, read } = registerColumns[name]
    const value = cellOf(name)
    if (value === '') {
      if (requiredNames.includes(name)) problems.push({ code: 'cell-empty', row, column: heading })
      return [name, null]
    }
    const known = read(value)
    if (known === undefined) problems.push({ code: 'cell-wrong', row, column: heading, value, expected })
    return [name, known]
  })
  return { row: { row, ...Object.fromEntries(values) } as RegisterRow, problems }
}

const producerColumns = ['producer', 'producerKind', 'formerDistrictCode', 'formerCommuneCode', 'communeCode'] as const
const productColumns = ['product', 'setCode'] as const

function groupRows(rows: readonly RegisterRow[], problems: RegisterProblem[]): RegisterProducer[] {
  const byProducer = Map.groupBy(rows, (row) => row.producerKey ?? slugOf(`${row.producer} ${row.communeCode ?? ''}`))
  return [...byProducer].map(([key, ofProducer]) => {
    const first = ofProducer[0]!
    problems.push(...disagreements(ofProducer, producerColumns))
    const byProduct = Map.groupBy(ofProducer, (row) => row.productKey ?? slugOf(row.product))
    const products = [...byProduct].map(([productKey, ofProduct]) => {
      problems.push(...disagreements(ofProduct, productColumns), ...repetitions(ofProduct))
      const { product, setCode } = ofProduct[0]!
      return { key: productKey, name: product, setCode, recognitions: ofProduct.map(recognitionOf).toSorted(byTime) }
    })
    const { row, producerKind, formerProvince, formerDistrictCode, formerDistrict, formerCommuneCode, communeCode, sourceUrl } = first
    const place = { formerProvince, formerDistrictCode, formerDistrict, formerCommuneCode, communeCode }
    return { key, name: first.producer, row, producerKind, ...place, sourceUrl, products }
  })
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
  const identity = (row: RegisterRow) => [row.year, row.decisionNumber, row.issuedOn].join('|')
  return rows.flatMap((row, index) => {
    const first = rows.findIndex((other) => identity(other) === identity(row))
    return first === index ? [] : [{ code: 'row-repeated', row: row.row, firstRow: rows[first]!.row } as const]
  })
}

function recognitionOf(row: RegisterRow): Recognition {
  const { stars, year, decisionNumber, decisionDate, authority, issuedOn, validUntil, validityBasis, sourceUrl, confidence, note } = row
  const decision = { year, decisionNumber, decisionDate, authority, issuedOn, validUntil, validityBasis }
  return { row: row.row, stars, potentialFive: row.potentialFive !== null, ...decision, sourceUrl, confidence, note }
}

const time = ({ issuedOn, decisionDate, year }: Recognition) => issuedOn ?? decisionDate ?? (year === null ? '' : `${year}-12-31`)
const byTime = (a: Recognition, b: Recognition) => time(a).localeCompare(time(b))
