import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { spellingOf } from '@dacsan/vietnam'
import { findColumns, isBlankRow, isNoNumber, numberTextOf, readDay, readMoney, textOf } from './file-cells.ts'
import type { FileCell, FileFault, FileTable } from './file-cells.ts'
import { settlementHeadings } from './file-headings.ts'
import type { SettlementField, SettlementHeadings } from './file-headings.ts'
import type { MarketplaceName } from './marketplace-names.ts'
import type { FileRefusal } from './order-file.ts'

/** A fee by the name that the marketplace gives it; what it takes is above zero, what it gives below. */
export type SettledFee = { name: string; vnd: number }
/** What was paid for one order: net is gross less all fees. `unexplainedVnd`: what the columns that are known do not explain, a fee as well. */
export type SettledRow = {
  number: string
  settledOn: string
  grossVnd: number
  fees: readonly SettledFee[]
  netVnd: number
  unexplainedVnd: number
}
export type ReadSettlement = { rows: SettledRow[]; faults: FileFault[]; explained: number; unread: string[] }

const mostName = 80
/**
 * All spellings by which a table of settlements of this marketplace is known.
 *
 * @example settlementHeadingWords('lazada').includes('fee name') // true
 */
export const settlementHeadingWords = (from: MarketplaceName): string[] =>
  Object.values(settlementHeadings[from].headings).flat().map(spellingOf)

type Reading = {
  known: SettlementHeadings
  rows: { row: number; number: string; cells: readonly FileCell[] }[]
  names: string[]
  fields: (SettlementField | null)[]
  faults: FileFault[]
}

/**
 * What a marketplace says that it paid for which orders, by the headings of its file. A row that is wrong is left out and said.
 *
 * @example
 * const table = [['Mã đơn hàng', 'Ngày hoàn thành thanh toán', 'Giá sản phẩm', 'Phí cố định', 'Tổng tiền đã thanh toán'], ['26A', '2026-11-30', '170.000', '-20.400', '149.600']]
 * const read = readSettlementFile('shopee', table)
 * read.ok && read.value.rows[0].fees // [{ name: 'Phí cố định', vnd: 20400 }]
 */
export function readSettlementFile(from: MarketplaceName, table: FileTable): Outcome<ReadSettlement, FileRefusal> {
  const known: SettlementHeadings = settlementHeadings[from]
  const found = findColumns<SettlementField>(table, known.headings)
  if (!found) return refuse('file-unknown', { faults: [{ code: 'no-headings' as const }] })
  const { at, names, fields } = found
  const needed: SettlementField[] = known.layout === 'wide' ? ['number', 'gross', 'net'] : ['number', 'feeName', 'amount']
  const missing = [...needed, 'settledOn' as const].filter((field) => !fields.includes(field))
  if (missing.length > 0)
    return refuse('file-unknown', {
      faults: missing.map((field) => ({ code: 'column-missing' as const, column: known.headings[field]![0]! })),
    })
  const faults: FileFault[] = []
  const rows: Reading['rows'] = []
  let explained = 0
  for (const [index, cells] of table.slice(at + 1).entries()) {
    if (isBlankRow(cells)) continue
    const row = at + 2 + index
    const number = numberTextOf(cells[fields.indexOf('number')])
    if (number !== '' && number.length <= 60 && !isNoNumber(number)) rows.push({ row, number, cells })
    else if (index === 0 || /^(?:tổng|cộng|total)/iu.test(textOf(cells.find((cell) => textOf(cell) !== '')))) explained++
    else faults.push({ code: 'cell-empty', row, column: names[fields.indexOf('number')]! })
  }
  const reading = { known, rows, names, fields, faults }
  const read = known.layout === 'wide' ? readWide(reading) : readLong(reading)
  return done({ rows: read, faults, explained, unread: names.filter((name, place) => name !== '' && fields[place] === null) })
}

/** The cell of a field as money and as a day; what is wrong is written down. */
function readerOf({ fields, names, faults }: Reading, { row, cells }: Reading['rows'][number]) {
  const wrong = (code: 'not-money' | 'not-a-day' | 'not-dong', place: number) =>
    faults.push({ code, row, column: names[place]!, value: textOf(cells[place]).slice(0, 100) })
  const money = (place: number): number => {
    const value = readMoney(cells[place])
    if (value === undefined) wrong('not-money', place)
    return value ?? 0
  }
  const day = (): string => {
    const place = fields.indexOf('settledOn')
    const value = readDay(cells[place])
    if (value === undefined) wrong('not-a-day', place)
    return value ?? ''
  }
  const isDong = () => {
    const place = fields.indexOf('currency')
    const said = place < 0 ? '' : textOf(cells[place])
    if (said !== '' && !/^(?:VN[DĐ]|₫|đ)$/iu.test(said)) wrong('not-dong', place)
  }
  return { money, day, isDong }
}

function readWide(reading: Reading): SettledRow[] {
  const { rows, names, fields, faults } = reading
  const places = (field: SettlementField) => fields.flatMap((one, place) => (one === field ? [place] : []))
  // Some print what is taken off with a minus, and then do so in the whole file.
  const isSigned = rows.some(({ cells }) => places('fee').some((place) => (readMoney(cells[place]) ?? 0) < 0))
  return rows.flatMap((one) => {
    const before = faults.length
    const { money, day, isDong } = readerOf(reading, one)
    isDong()
    const [settledOn, grossVnd, netVnd] = [day(), money(fields.indexOf('gross')), money(fields.indexOf('net'))]
    const taken = places('fee').map((place) => ({ name: names[place]!.slice(0, mostName), vnd: isSigned ? -money(place) : money(place) }))
    const given = places('added').map((place) => ({ name: names[place]!.slice(0, mostName), vnd: -money(place) }))
    if (faults.length > before) return []
    return [rowOf({ number: one.number, settledOn, grossVnd, netVnd, fees: [...taken, ...given] })]
  })
}

/** A row for each fee: those of one order in one statement are one row here. */
function readLong(reading: Reading): SettledRow[] {
  const { known, rows, fields, faults } = reading
  const isGross = new Set(known.grossNames.map(spellingOf))
  const read = rows.flatMap((one) => {
    const before = faults.length
    const { money, day, isDong } = readerOf(reading, one)
    isDong()
    const [settledOn, vnd] = [day(), money(fields.indexOf('amount'))]
    const [name, statement] = [textOf(one.cells[fields.indexOf('feeName')]), textOf(one.cells[fields.indexOf('statement')])]
    return faults.length > before ? [] : [{ number: one.number, statement, settledOn, vnd, name: name.slice(0, mostName) }]
  })
  return [...Map.groupBy(read, ({ number, statement }) => `${number} ${statement}`).values()].map((group) => {
    const { number } = group[0]!
    const settledOn = group.map((one) => one.settledOn).toSorted()[0]!
    const [goods, rest] = [
      group.filter(({ name }) => isGross.has(spellingOf(name))),
      group.filter(({ name }) => !isGross.has(spellingOf(name))),
    ]
    const byName = Map.groupBy(rest, ({ name }) => name)
    const fees = [...byName].map(([name, some]) => ({ name, vnd: -sum(some.map(({ vnd }) => vnd)) }))
    return rowOf({ number, settledOn, grossVnd: sum(goods.map(({ vnd }) => vnd)), netVnd: sum(group.map(({ vnd }) => vnd)), fees })
  })
}

const sum = (parts: readonly number[]): number => parts.reduce((so, one) => so + one, 0)

function rowOf(given: Omit<SettledRow, 'unexplainedVnd'>): SettledRow {
  const fees = given.fees.filter(({ vnd }) => vnd !== 0)
  return { ...given, fees, unexplainedVnd: given.grossVnd - sum(fees.map(({ vnd }) => vnd)) - given.netVnd }
}
