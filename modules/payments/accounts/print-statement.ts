import type { Outcome } from '@dacsan/decisions'
import type { PaperList, Workbook } from '@dacsan/papers'
import { dateInVietnam, formatDate } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { drawAnew } from '../../papers/index.ts'
import type { DrawingRefusal } from '../../papers/rules.ts'
import { statementSums } from '../rules/statement.ts'
import { sayTax, statementWords as words } from '../words/statement.ts'
import { findStatement } from './find-statement.ts'
import type { Period, PeriodRefusal, Statement } from './find-statement.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

/** The statement to print, or to add up again in a spreadsheet: the same rows as on the page. */
export async function printStatement(
  ctx: Reader,
  period: Period,
  format: 'pdf' | 'xlsx',
): Promise<Outcome<Uint8Array, DrawingRefusal | PeriodRefusal>> {
  const found = await findStatement(ctx, period)
  if (!found.ok) return found
  return drawAnew(
    ctx,
    format === 'pdf'
      ? { kind: 'lists-pdf', lists: { lists: [paperOf(found.value)], orientation: 'landscape', createdAt: ctx.now } }
      : { kind: 'workbook-xlsx', workbook: workbookOf(found.value, ctx.now) },
  )
}

const plain = new Intl.NumberFormat('vi-VN')

/** What the seller reads of taxes is nothing for its buyer. */
const notesOf = ({ buyer, taxes, exempt }: Statement) =>
  buyer ? [words.howAdded] : [words.howAdded, ...taxes.map(sayTax), words.exempt(exempt), words.unknown]

const titleOf = ({ buyer }: Statement) => (buyer ? words.titleOfBuyer(buyer.name) : words.title)

function paperOf(statement: Statement): PaperList {
  const { seller, from, to, rows, sums, open } = statement
  return {
    issuer: seller,
    title: titleOf(statement),
    facts: [
      { term: words.period, value: words.days(formatDate(from), formatDate(to)) },
      { term: words.unit, value: words.dong },
      { term: words.toReceive, value: plain.format(open.toReceiveVnd) },
      { term: words.toGiveBack, value: plain.format(open.toGiveBackVnd) },
    ],
    columns: [
      { header: words.code, width: 3 },
      { header: words.placedOn, width: 2 },
      ...statementSums.map((name) => ({ header: words.sums[name], width: 2, align: 'right' as const })),
    ],
    rows: [
      ...rows.map((row) => ({
        cells: [row.code, formatDate(dateInVietnam(row.placedAt)), ...statementSums.map((name) => plain.format(row[name]))],
      })),
      { total: true, cells: [words.sum, '', ...statementSums.map((name) => plain.format(sums[name]))] },
    ],
    notes: notesOf(statement),
  }
}

function workbookOf(statement: Statement, producedAt: Date): Workbook {
  const { from, to, rows, seller } = statement
  return {
    sheets: [
      {
        name: words.title,
        columns: [
          { key: 'code', header: words.code, kind: 'text', total: 'count' },
          { key: 'placedOn', header: words.placedOn, kind: 'date' },
          ...statementSums.map((key) => ({ key, header: words.sums[key], kind: 'money' as const, total: 'sum' as const })),
        ],
        rows: rows.map(({ id: _id, placedAt, ...row }) => ({ ...row, placedOn: dateInVietnam(placedAt) })),
      },
    ],
    source: {
      title: `${titleOf(statement)}: ${seller}`,
      query: 'payments.statement',
      version: '1',
      producedAt,
      filters: [{ label: words.period, value: words.days(formatDate(from), formatDate(to)) }],
      notes: notesOf(statement),
    },
  }
}
