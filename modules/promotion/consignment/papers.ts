import type { Outcome } from '@dacsan/decisions'
import type { Workbook } from '@dacsan/papers'
import { formatDate } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { drawAnew, listPapers, producePaper } from '../../papers/index.ts'
import type { PaperFile, PaperLink } from '../../papers/index.ts'
import type { DrawingRefusal } from '../../papers/rules.ts'
import { issueNotePaper } from './papers/issue-note.ts'
import { statementMinutes } from './papers/statement-minutes.ts'
import { findNote, findStatement } from './read-consignment.ts'
import type { NoteView, StatementView } from './read-consignment.ts'
import type { NoteId, StatementId } from './rules/ids.ts'
import { soldLines } from './rules/sold-lines.ts'
import { salesFileWords as words } from './words/papers.ts'

const notePapers = { note: issueNotePaper } as const
const statementPapers = { minutes: statementMinutes } as const
type Drawn = Promise<Outcome<PaperFile, DrawingRefusal>>

export const notePaper = async (ctx: Ctx, { noteId, file }: { noteId: NoteId; file: string }): Drawn =>
  producePaper(ctx, notePapers, { file }, await findNote(ctx, noteId), {})
export const papersOfNote = ({ actor }: Pick<Ctx, 'actor'>, view: NoteView): PaperLink[] => listPapers(actor, notePapers, view, {})

export const statementPaper = async (ctx: Ctx, { statementId, file }: { statementId: StatementId; file: string }): Drawn =>
  producePaper(ctx, statementPapers, { file }, await findStatement(ctx, statementId), {})
export const papersOfStatement = ({ actor }: Pick<Ctx, 'actor'>, view: StatementView): PaperLink[] =>
  listPapers(actor, statementPapers, view, {})

/** Bảng kê hàng hóa bán ra: what the agent sold in the period, a sheet for each rate of tax, for the owner's invoice (Nghị định 254/2026/NĐ-CP). */
export async function salesFile(
  ctx: Pick<Ctx, 'db' | 'actor' | 'now'>,
  statementId: StatementId,
): Promise<Outcome<Uint8Array, DrawingRefusal>> {
  return drawAnew(ctx, { kind: 'workbook-xlsx', workbook: workbookOf(await findStatement(ctx, statementId)) })
}

function workbookOf({ statement, consignment, entries, contracts }: StatementView): Workbook {
  const rates = Map.groupBy(soldLines(entries), ({ vatName }) => vatName)
  const sheets = [...rates].map(([rate, rows]) => ({
    name: words.sheet(rate),
    columns: [
      { key: 'number', header: words.number, kind: 'integer' as const },
      { key: 'product', header: words.product, kind: 'text' as const },
      { key: 'lot', header: words.lot, kind: 'text' as const },
      { key: 'unit', header: words.unit, kind: 'text' as const },
      { key: 'quantity', header: words.quantity, kind: 'integer' as const, total: 'sum' as const },
      { key: 'priceVnd', header: words.price, kind: 'money' as const },
      { key: 'netVnd', header: words.net, kind: 'money' as const, total: 'sum' as const },
      { key: 'taxVnd', header: words.tax, kind: 'money' as const, total: 'sum' as const },
      { key: 'grossVnd', header: words.gross, kind: 'money' as const, total: 'sum' as const },
    ],
    rows: rows.map(({ productName, lotNumber, packName, unit, quantity, priceVnd, netVnd, taxVnd, grossVnd }, index) => ({
      number: index + 1,
      product: productName,
      lot: lotNumber,
      unit: packName ?? unit,
      quantity,
      priceVnd,
      netVnd,
      taxVnd,
      grossVnd,
    })),
  }))
  return {
    sheets:
      sheets.length > 0 ? sheets : [{ name: words.nothing, columns: [{ key: 'product', header: words.product, kind: 'text' }], rows: [] }],
    source: {
      title: words.title,
      query: 'promotion.consignment-sales',
      version: '1',
      producedAt: statement.madeAt,
      filters: [
        { label: words.agent, value: `${consignment.operatorName}, ${consignment.pointName}` },
        { label: words.owner, value: consignment.producerName },
        { label: words.period, value: `${formatDate(statement.fromOn)} – ${formatDate(statement.toOn)}` },
        { label: words.contract, value: contracts.map(({ contractNumber }) => contractNumber).join(', ') },
      ],
      notes: [words.rounding],
    },
  }
}
