import { done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { readWholeNumber, spellingOf } from '@dacsan/vietnam'
import type { PayoutRow } from '../rules/judge-payout.ts'
import { findHeadings, shown } from '../../table-rows.ts'
import type { TableOfCells } from '../../table-rows.ts'
import type { TableRejected } from '../../table-file.ts'
import { payoutColumnWords as words } from '../words/names.ts'
import { isSumLine, payoutHeadingWords, withoutCurrency } from '../words/payout-columns.ts'

type Field = keyof PayoutRow
const headings: Readonly<Record<Field | 'netVnd', readonly string[]>> = payoutHeadingWords
const moneyFields = ['codVnd', 'carriageVnd', 'returnVnd', 'reweighVnd', 'otherVnd'] as const satisfies Field[]

const fieldOf = new Map(
  Object.entries(headings).flatMap(([field, names]) => names.map((name) => [spellingOf(name), field as Field | 'netVnd'])),
)
export const payoutHeadings = [...fieldOf.keys()]

const reject = (problems: TableRejected['problems']): { ok: false; refusal: TableRejected } => ({
  ok: false,
  refusal: { code: 'table-rejected', problems },
})

/** Rows until the table ends; a line without a code below them is its sum. Every fault is told with its row and column; all are read or none. */
export function readPayoutRows(table: TableOfCells): Outcome<PayoutRow[], TableRejected> {
  const found = findHeadings(table, new Set(payoutHeadings))
  if (!found) return reject([{ code: 'file-unreadable', reason: 'no-heading' }])
  const names = table[found.at]!.map(shown)
  // Fees of several names are added up; of every other meaning the first column counts.
  const columns = names.map((name) => fieldOf.get(spellingOf(name)) ?? null)
  const missing = (['parcelCode', 'codVnd'] as const).filter((field) => !columns.includes(field))
  if (missing.length > 0) return reject(missing.map((field) => ({ code: 'column-missing', column: headings[field][0]! }) as never))
  const problems: object[] = []
  const rows: PayoutRow[] = []
  for (const [index, cells] of table.slice(found.at + 1).entries()) {
    const row = found.at + 2 + index
    const code = shown(cells[columns.indexOf('parcelCode')])
    if (code === '' || isSumLine(code)) continue
    const read: PayoutRow = { parcelCode: code, codVnd: 0, carriageVnd: 0, returnVnd: 0, reweighVnd: 0, otherVnd: 0, grams: null }
    let netVnd: number | null = null
    for (const [at, field] of columns.entries()) {
      if (field === null || field === 'parcelCode') continue
      const isFirst = columns.indexOf(field) === at
      const value = numberIn(shown(cells[at]))
      if (value === undefined)
        problems.push({ code: 'cell-wrong', row, column: names[at]!, value: shown(cells[at]), expected: words.number })
      else if (value === null) continue
      else if (field === 'netVnd') netVnd = isFirst ? value : netVnd
      else if (field === 'grams') read.grams = isFirst ? Math.abs(value) : read.grams
      else if (field === 'codVnd') read.codVnd = isFirst ? value : read.codVnd
      // Some print what is taken off with a minus.
      else read[field] += Math.abs(value)
    }
    if (read.codVnd < 0)
      problems.push({ code: 'cell-wrong', row, column: headings.codVnd[0]!, value: String(read.codVnd), expected: words.number })
    const fees = moneyFields.slice(1).reduce((sum, field) => sum + read[field], 0)
    if (netVnd !== null && netVnd !== read.codVnd - fees)
      problems.push({
        code: 'cell-wrong',
        row,
        column: headings.netVnd[0]!,
        value: String(netVnd),
        expected: words.net(read.codVnd - fees),
      })
    if (code.length > 60) problems.push({ code: 'text-long', row, column: headings.parcelCode[0]!, most: 60, length: code.length })
    rows.push(read)
  }
  return problems.length > 0 ? reject(problems as TableRejected['problems']) : done(rows)
}

/** Null where nothing stands; undefined where it is no whole number. */
function numberIn(text: string): number | null | undefined {
  const plain = withoutCurrency(text)
  if (plain === '' || plain === '-') return null
  const [, minus, digits] = /^(-?)(\d.*)$/.exec(plain) ?? []
  if (digits === undefined) return undefined
  const value = readWholeNumber(digits.replace(/[.,]0{1,2}$/, '').replaceAll(',', '.'))
  return value === undefined || value === null ? undefined : minus ? -value : value
}
