import {
  BorderStyle,
  LeaderType,
  LineRuleType,
  Paragraph,
  PageBreak,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Block, Cell, Signature, TableColumn, TableRow as ModelRow } from './document-model.ts'
import { cellInset, columnWidths } from './column-widths.ts'
import { alignments, dots, twips, wordLine, wordParagraph, wordRuns } from './docx-text.ts'
import { keptTogether } from './kept-together.ts'
import type { Kept } from './kept-together.ts'
import { plainText } from './text.ts'
import type { Text } from './text.ts'

type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

const letters = 'abcdđeghiklmnopqrstuvxy'
export const bodySpacing = { after: 120, line: 264, lineRule: LineRuleType.AUTO }
const firstLine = twips(10)

/** The blocks of a body as Word content; `width` is that of the text area, in twentieths of a point. Above signatures nothing is left behind. */
export function wordBlocks(blocks: readonly Block[], width: number, signed = false): (Paragraph | Table)[] {
  const kept = keptTogether(blocks, signed)
  return blocks.flatMap((block, index) => wordBlock(block, width, kept[index] ?? 0))
}

function wordBlock(block: Block, width: number, kept: Kept): (Paragraph | Table)[] {
  const keepNext = kept > 0
  switch (block.kind) {
    case 'paragraph': {
      const isIndented = (block.align ?? 'justify') === 'justify' && block.indent !== false
      return [
        wordParagraph(wordRuns(block.text), {
          alignment: alignments[block.align ?? 'justify'],
          spacing: bodySpacing,
          keepNext,
          ...(isIndented && { indent: { firstLine } }),
        }),
      ]
    }
    case 'heading':
      return [
        wordParagraph(wordRuns(block.text, { bold: true, italics: block.level === 3 }), {
          alignment: alignments[block.align ?? 'left'],
          spacing: { before: 120, after: 80 },
          keepNext: true,
          ...(block.align !== 'center' && { indent: { firstLine } }),
        }),
      ]
    case 'article':
      return article(block, keepNext)
    case 'list':
      return block.items.map((item, index) => {
        const mark = block.marker === 'dash' ? '-' : block.marker === 'number' ? `${index + 1}.` : `${letters[index] ?? '-'})`
        return indented([new TextRun(`${mark} `), ...wordRuns(item)], index + kept >= block.items.length)
      })
    case 'field':
      return [field([block], width, keepNext)]
    case 'fields':
      return [field(block.fields, width, keepNext)]
    case 'choices':
      return choices(block, width, keepNext)
    case 'table':
      return [dataTable(block, width, keepNext), new Paragraph({ spacing: { after: 60 }, keepNext })]
    case 'signatures':
      return [signatureRow(block.signatures, width)]
    case 'page-break':
      return [new Paragraph({ children: [new PageBreak()] })]
  }
}

function indented(children: readonly TextRun[], keepNext: boolean): Paragraph {
  return wordParagraph(children, { alignment: alignments.justify, spacing: bodySpacing, indent: { firstLine }, keepNext })
}

function article({ number, title, text }: BlockOf<'article'>, keepNext: boolean): Paragraph[] {
  const head = [...wordRuns(`Điều ${number}.`, { bold: true }), ...(title ? [new TextRun(' '), ...wordRuns(title, { bold: true })] : [])]
  if (!text) return [indented(head, keepNext)]
  return title
    ? [indented(head, keepNext), indented(wordRuns(text), keepNext)]
    : [indented([...head, new TextRun(' '), ...wordRuns(text)], keepNext)]
}

function field(fields: readonly { label: Text; value?: Text }[], width: number, keepNext: boolean): Paragraph {
  const share = Math.round(width / fields.length)
  const children = fields.flatMap(({ label, value }, index) => {
    const isOpen = value === undefined || plainText(value) === ''
    const isLast = index === fields.length - 1
    return [
      ...wordRuns(label),
      new TextRun(': '),
      ...(isOpen ? [dots()] : wordRuns(value)),
      ...(isLast || isOpen ? [new TextRun(isLast ? '' : ' ')] : [dots()]),
    ]
  })
  // Only what is to be written on has a dotted stop; between two fields the stop is bare.
  const tabStops = fields.map(({ value }, index) => ({
    type: index === fields.length - 1 ? TabStopType.RIGHT : TabStopType.LEFT,
    position: share * (index + 1),
    leader: value === undefined || plainText(value) === '' ? LeaderType.DOT : LeaderType.NONE,
  }))
  return wordParagraph(children, { spacing: bodySpacing, tabStops, keepNext })
}

function choices({ label, options, columns }: BlockOf<'choices'>, width: number, keepNext: boolean): (Paragraph | Table)[] {
  const box = (option: { label: Text; checked: boolean }) => [
    new TextRun({ text: option.checked ? '☑' : '☐', font: { ascii: 'Segoe UI Symbol', hAnsi: 'Segoe UI Symbol', eastAsia: 'MS Gothic' } }),
    new TextRun('\u00a0'),
    ...wordRuns(option.label),
  ]
  const head = label === undefined ? [] : [...wordRuns(label), new TextRun(': ')]
  if (columns === undefined) {
    return [
      wordParagraph([...head, ...options.flatMap((option, index) => [...(index > 0 ? [new TextRun('      ')] : []), ...box(option)])], {
        spacing: bodySpacing,
        keepNext,
      }),
    ]
  }
  const lines = Array.from({ length: Math.ceil(options.length / columns) }, (_, line) =>
    options.slice(line * columns, (line + 1) * columns),
  )
  return [
    ...(head.length ? [wordParagraph(head, { spacing: bodySpacing, keepNext: true })] : []),
    layoutTable(
      lines.map((line) =>
        Array.from({ length: columns }, (_, at) => [wordParagraph(line[at] ? box(line[at]) : [], { spacing: { after: 60 }, keepNext })]),
      ),
      Array<number>(columns).fill(1),
      width,
    ),
  ]
}

/** A table of so few rows stays in one piece. */
const rowsInOnePiece = 8

function dataTable(block: BlockOf<'table'>, width: number, isKept: boolean): Table {
  const { columns, rows, columnNumbers, fontSize = 12 } = block
  const widths = columnWidths(block, width / 20).map((points) => Math.round(points * 20))
  const isWhole = rows.length <= rowsInOnePiece
  const headCell = (text: Text, look: { bold?: boolean; italics?: boolean }) =>
    new TableCell({
      verticalAlign: VerticalAlignTable.CENTER,
      margins: cellMargins,
      children: [wordLine(text, { size: fontSize, keepNext: true, ...look })],
    })
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: columns.map(({ header }) => headCell(header, { bold: true })) }),
      ...(columnNumbers
        ? [new TableRow({ tableHeader: true, children: columns.map((_, index) => headCell(`(${index + 1})`, { italics: true })) })]
        : []),
      ...rows.map((row, index) => {
        const isLast = index === rows.length - 1
        const keepNext = isLast ? isKept : isWhole || row.emphasis === 'part'
        return new TableRow({ cantSplit: true, children: tableCells(row, columns, { size: fontSize, keepNext }) })
      }),
    ],
  })
}

const cellMargins = { top: 50, bottom: 50, left: cellInset * 20, right: cellInset * 20 }

function tableCells(row: ModelRow, columns: readonly TableColumn[], look: { size: number; keepNext: boolean }): TableCell[] {
  let at = 0
  return row.cells.map((cell) => {
    const { text, colspan, rowspan, align, bold, italic } = ownLook(cell)
    const column = columns[at]
    at += colspan ?? 1
    return new TableCell({
      ...(colspan && { columnSpan: colspan }),
      ...(rowspan && { rowSpan: rowspan }),
      ...(row.emphasis === 'part' && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'EDEDED' } }),
      verticalAlign: VerticalAlignTable.CENTER,
      margins: cellMargins,
      children: [
        wordLine(text, {
          ...look,
          bold: bold ?? row.emphasis !== undefined,
          italics: italic ?? false,
          align: align ?? (colspan ? 'left' : (column?.align ?? 'left')),
        }),
      ],
    })
  })
}

function ownLook(cell: Cell): Exclude<Cell, Text> {
  return typeof cell === 'object' && 'text' in cell ? cell : { text: cell }
}

/** Signatures side by side; the name stands some 26 mm under the authority, room for hand and seal. */
export function signatureRow(signatures: readonly Signature[], width: number): Table {
  const cells = signatures.map(signatureLines)
  const [only, second] = cells
  // One alone stands on the right half; Word wants a paragraph in every cell.
  const row = only && !second ? [[new Paragraph('')], only] : cells
  return layoutTable(
    [row],
    row.map(() => 1),
    width,
  )
}

export function signatureLines({ authority, hint, name }: Signature): Paragraph[] {
  return [
    ...authority.map((line) => wordLine(line, { bold: true, allCaps: true, keepNext: true })),
    ...(hint ? [wordLine(hint, { italics: true, size: 13, keepNext: true })] : []),
    wordLine(name ?? '', { bold: true, before: 74 }),
  ]
}

/** Cells without lines, to set things side by side. */
export function layoutTable(rows: readonly (readonly (readonly Paragraph[])[])[], shares: readonly number[], width: number): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const whole = shares.reduce((sum, share) => sum + share, 0)
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: shares.map((share) => Math.round((share / whole) * width)),
    layout: TableLayoutType.FIXED,
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map((children) => new TableCell({ margins: { left: 0, right: 0 }, children: [...children] })),
        }),
    ),
  })
}
