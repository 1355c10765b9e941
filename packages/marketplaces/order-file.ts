import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { spellingOf } from '@dacsan/vietnam'
import { findColumns, isBlankRow, isNoNumber, numberTextOf, readDay, readMoney, textOf } from './file-cells.ts'
import type { FileCell, FileFault, FileTable } from './file-cells.ts'
import { orderHeadings } from './file-headings.ts'
import type { OrderField, OrderHeadings } from './file-headings.ts'
import type { MarketplaceName } from './marketplace-names.ts'
import { channelOrderStates, readOrderState } from './order-status.ts'
import type { ChannelOrderState } from './order-status.ts'

/** `amountVnd`: what the buyer's goods cost before what the marketplace gives or takes. */
export type ToldLine = { sku: string; name: string; quantity: number; amountVnd: number }
/**
 * An order as a marketplace tells it. `buyer` only where the marketplace masked it (`n***a`): whole names are not taken over. `at`: seconds since 1970, where it
 * says since when the status is so.
 */
export type ToldOrder = {
  number: string
  status: string
  state: ChannelOrderState
  orderedOn: string
  buyer: string | null
  at: number | null
  lines: readonly ToldLine[]
}
/** Orders that can be taken, everything that is wrong by its place (the orders of those rows are not taken), and the columns that nobody reads. */
export type ReadOrders = { orders: ToldOrder[]; faults: FileFault[]; explained: number; unread: string[] }
export type FileRefusal = { code: 'file-unknown'; faults: FileFault[] }

const most = { number: 60, sku: 100, name: 300, status: 100, buyer: 60 }
const needed = ['number', 'status', 'orderedOn', 'name'] as const satisfies OrderField[]

/**
 * All spellings by which a table of orders of this marketplace is known.
 *
 * @example orderHeadingWords('lazada').includes('ordernumber') // true
 */
export const orderHeadingWords = (from: MarketplaceName): string[] => Object.values(orderHeadings[from].headings).flat().map(spellingOf)

const maskedOnly = (text: string): string | null => (text.includes('*') && text.length <= most.buyer && !/\d{7}/.test(text) ? text : null)

/**
 * The orders of a file that a seller got from a marketplace, by its headings. An order of which one row is wrong is left out whole, and said.
 *
 * @example
 * const table = [['Mã đơn hàng', 'Trạng Thái Đơn Hàng', 'Ngày đặt hàng', 'SKU phân loại hàng', 'Tên sản phẩm', 'Số lượng', 'Giá ưu đãi'], ['26A', 'Chờ lấy hàng', '2026-11-30 09:00', 'HU', 'Mứt', '2', '85.000']]
 * const read = readOrderFile('shopee', table)
 * read.ok && read.value.orders[0].lines // [{ sku: 'HU', name: 'Mứt', quantity: 2, amountVnd: 170000 }]
 */
export function readOrderFile(from: MarketplaceName, table: FileTable): Outcome<ReadOrders, FileRefusal> {
  const known: OrderHeadings = orderHeadings[from]
  const found = findColumns<OrderField>(table, known.headings)
  if (!found) return refuse('file-unknown', { faults: [{ code: 'no-headings' as const }] })
  const { at, names, fields } = found
  const missing = needed.filter((field) => !fields.includes(field)).map((field) => known.headings[field]?.[0] ?? field)
  if (!fields.includes('price') && !fields.includes('amount')) missing.push(known.headings.price![0]!)
  if (!known.rowIsPiece && !fields.includes('quantity')) missing.push(known.headings.quantity![0]!)
  if (missing.length > 0) return refuse('file-unknown', { faults: missing.map((column) => ({ code: 'column-missing' as const, column })) })
  const nameOf = (field: OrderField) => names[fields.indexOf(field)] ?? field
  const faults: FileFault[] = []
  const rows = new Map<string, ReadRow[]>()
  const broken = new Set<string>()
  let explained = 0
  for (const [index, cells] of table.slice(at + 1).entries()) {
    if (isBlankRow(cells)) continue
    const row = at + 2 + index
    const cell = (field: OrderField): FileCell => (fields.includes(field) ? cells[fields.indexOf(field)] : undefined)
    const number = numberTextOf(cell('number'))
    if (number === '' || number.length > most.number || isNoNumber(number)) {
      // Below the headings an explanation; anywhere else a row that says something is no row to pass over.
      if (index === 0 || /^(?:tổng|cộng|total)/iu.test(number)) explained++
      else faults.push({ code: 'cell-empty', row, column: nameOf('number') })
      continue
    }
    const read = readRow(from, known, { row, cell, nameOf })
    if (!read.ok) {
      faults.push(...read.refusal.faults)
      broken.add(number)
      continue
    }
    rows.set(number, [...(rows.get(number) ?? []), read.value])
  }
  return done({
    orders: [...rows].filter(([number]) => !broken.has(number)).map(([number, some]) => orderOf(number, some)),
    faults,
    explained,
    unread: names.filter((name, place) => name !== '' && fields[place] === null),
  })
}

/** Pieces of one order may go different ways: those that were cancelled are not of it, and it is as far as the least of the others. */
function orderOf(number: string, rows: readonly ReadRow[]): ToldOrder {
  const live = rows.filter(({ state }) => state !== 'cancelled')
  const some = live.length > 0 ? live : rows
  const { line: _line, ...least } = some.toSorted((a, b) => channelOrderStates.indexOf(a.state) - channelOrderStates.indexOf(b.state))[0]!
  return { number, ...least, lines: some.reduce<ToldLine[]>((lines, { line }) => withLine(lines, line), []) }
}

function withLine(lines: readonly ToldLine[], line: ToldLine): ToldLine[] {
  const same = lines.findIndex(({ sku, name }) => sku === line.sku && name === line.name)
  if (same < 0) return [...lines, line]
  return lines.map((one, place) =>
    place === same ? { ...one, quantity: one.quantity + line.quantity, amountVnd: one.amountVnd + line.amountVnd } : one,
  )
}

type Row = { row: number; cell: (field: OrderField) => FileCell; nameOf: (field: OrderField) => string }
type ReadRow = Omit<ToldOrder, 'number' | 'lines'> & { line: ToldLine }

function readRow(from: MarketplaceName, { rowIsPiece }: OrderHeadings, { row, cell, nameOf }: Row): Outcome<ReadRow, FileRefusal> {
  const faults: FileFault[] = []
  const wrong = (code: Exclude<FileFault['code'], 'no-headings' | 'column-missing' | 'cell-empty'>, field: OrderField) =>
    faults.push({ code, row, column: nameOf(field), value: textOf(cell(field)).slice(0, 100) })
  const money = (field: OrderField): number | null => {
    const value = readMoney(cell(field))
    if (value === undefined) wrong('not-money', field)
    return value ?? null
  }
  const status = textOf(cell('status')).slice(0, most.status)
  const told = readOrderState(from, status)
  if (told === null) wrong('status-unknown', 'status')
  const orderedOn = readDay(cell('orderedOn'))
  if (orderedOn === undefined) wrong('not-a-day', 'orderedOn')
  const currency = textOf(cell('currency'))
  if (currency !== '' && !/^(?:VN[DĐ]|₫|đ)$/iu.test(currency)) wrong('not-dong', 'currency')
  const pieces = money('quantity')
  const quantity = pieces ?? (rowIsPiece ? 1 : 0)
  if (quantity < 1 || quantity > 100_000) wrong('not-a-number', 'quantity')
  const [amount, price, discount] = [money('amount'), money('price'), money('sellerDiscount')]
  const amountVnd = amount ?? (price ?? 0) * quantity - Math.abs(discount ?? 0)
  if (faults.length === 0 && amount === null && price === null) faults.push({ code: 'cell-empty', row, column: nameOf('price') })
  else if (amountVnd < 0) wrong('not-money', amount === null ? 'price' : 'amount')
  if (faults.length > 0) return refuse('file-unknown', { faults })
  const [name, variant] = [textOf(cell('name')), textOf(cell('variant'))]
  const sku = (textOf(cell('sku')) || textOf(cell('parentSku'))).slice(0, most.sku)
  const line = { sku, name: (variant === '' ? name : `${name}, ${variant}`).slice(0, most.name), quantity, amountVnd }
  // A return that was asked for after the goods arrived stands in a column of its own.
  const isReturned = /(?:hoàn|trả|return|refund)/iu.test(textOf(cell('returned'))) && told !== 'cancelled'
  const buyer = maskedOnly(textOf(cell('buyer')))
  return done({ status, state: isReturned ? 'returned' : told!, orderedOn: orderedOn!, buyer, at: null, line })
}
