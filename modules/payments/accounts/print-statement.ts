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

/** What another room adds to the statement: a table of its own, counted in none of the sums of the orders. Money and counts add up below it. */
export type StatementPart = {
  title: string
  lead: string
  columns: readonly { key: string; header: string; kind: 'text' | 'integer' | 'money' }[]
  rows: readonly Readonly<Record<string, string | number>>[]
}

/** The statement to print, or to add up again in a spreadsheet: the same rows as on the page. A buyer's own has no other parts. */
export async function printStatement(
  ctx: Reader,
  period: Period,
  format: 'pdf' | 'xlsx',
  parts: readonly StatementPart[] = [],
): Promise<Outcome<Uint8Array, DrawingRefusal | PeriodRefusal>> {
  const found = await findStatement(ctx, period)
  if (!found.ok) return found
  const beside = found.value.buyer ? [] : parts
  return drawAnew(
    ctx,
    format === 'pdf'
      ? {
          kind: 'lists-pdf',
          lists: {
            lists: [paperOf(found.value), ...beside.map((part) => partOnPaper(part, found.value))],
            orientation: 'landscape',
            createdAt: ctx.now,
          },
        }
      : { kind: 'workbook-xlsx', workbook: workbookOf(found.value, beside, ctx.now) },
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

function partOnPaper({ title, lead, columns, rows }: StatementPart, { seller, from, to }: Statement): PaperList {
  const cell = (value: string | number | undefined) => (typeof value === 'number' ? plain.format(value) : (value ?? ''))
  const sums = columns.map(({ key, kind }) => (kind === 'text' ? '' : plain.format(rows.reduce((sum, row) => sum + Number(row[key]), 0))))
  return {
    issuer: seller,
    title,
    facts: [
      { term: words.period, value: words.days(formatDate(from), formatDate(to)) },
      { term: words.unit, value: words.dong },
    ],
    columns: columns.map(({ header, kind }) => ({
      header,
      width: kind === 'text' ? 3 : 2,
      ...(kind !== 'text' && { align: 'right' as const }),
    })),
    rows: [
      ...rows.map((row) => ({ cells: columns.map(({ key }) => cell(row[key])) })),
      { total: true, cells: [words.sum, ...sums.slice(1)] },
    ],
    notes: [lead],
  }
}

const sheetOf = ({ title, columns, rows }: StatementPart): Workbook['sheets'][number] => ({
  name: title,
  columns: columns.map(({ key, header, kind }, at) => ({
    key,
    header,
    kind,
    ...(kind !== 'text' ? { total: 'sum' as const } : at === 0 && { total: 'count' as const }),
  })),
  rows,
})

function workbookOf(statement: Statement, parts: readonly StatementPart[], producedAt: Date): Workbook {
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
      ...parts.map(sheetOf),
    ],
    source: {
      title: `${titleOf(statement)}: ${seller}`,
      query: 'payments.statement',
      version: '1',
      producedAt,
      filters: [{ label: words.period, value: words.days(formatDate(from), formatDate(to)) }],
      notes: [...notesOf(statement), ...parts.map(({ title, lead }) => `${title}: ${lead}`)],
    },
  }
}
