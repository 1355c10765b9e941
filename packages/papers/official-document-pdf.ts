import { columnWidths } from './column-widths.ts'
import type { Block, OfficialDocument } from './document-model.ts'
import { keptTogether } from './kept-together.ts'
import { dateLine, open } from './paper-date.ts'
import { typstPdf } from './typst.ts'

/**
 * Sets an official paper as PDF/A-2b on A4, by Nghị định 30/2020/NĐ-CP, Phụ lục I, with its fonts inside.
 * Characters that no font has print as an empty box; a malformed date throws a RangeError.
 *
 * @example text(officialDocumentPdf({ ...decision, issuingAgency: 'Ủy ban nhân dân tỉnh Vĩnh Long', symbol: 'QĐ-UBND' })).slice(0, 5) // '%PDF-'
 */
export function officialDocumentPdf(document: OfficialDocument): Uint8Array {
  const { createdAt, blocks, appendices = [], ...data } = document
  const title = [document.typeName, document.subject.replaceAll('\n', ' ')].filter(Boolean).join(' ')
  return typstPdf(
    'official-document',
    {
      ...data,
      title,
      number: document.number || open,
      dateLine: dateLine(document.date),
      blocks: setBlocks(blocks, textWidths.portrait, document.signatures.length > 0),
      appendices: appendices.map((appendix) => ({
        ...appendix,
        blocks: setBlocks(appendix.blocks, textWidths[appendix.orientation ?? 'portrait'], false),
      })),
    },
    createdAt,
  )
}

const points = (millimetres: number) => (millimetres / 25.4) * 72
/** Between the margins of the template, in points. */
export const textWidths = { portrait: points(210 - 30 - 18), landscape: points(297 - 30 - 18) }

/** The last rows of a table go together with a signature below it: two, or as many as stand under one cell. */
function tailOf({ rows }: Extract<Block, { kind: 'table' }>): number {
  const spans = rows.some(({ cells }) => cells.some((cell) => typeof cell === 'object' && 'text' in cell && (cell.rowspan ?? 1) > 1))
  return spans ? rows.length : 2
}

/** What the template cannot reckon: how wide columns are, and what stays on one page. */
function setBlocks(blocks: readonly Block[], width: number, signed: boolean): unknown[] {
  const kept = keptTogether(blocks, signed)
  return blocks.map((block, index) => {
    if (block.kind !== 'table') return { ...block, kept: kept[index] }
    const widths = columnWidths(block, width)
    return {
      ...block,
      kept: kept[index],
      tail: tailOf(block),
      columns: block.columns.map((column, at) => ({ ...column, width: widths[at] })),
    }
  })
}
