import type * as opentype from 'opentype.js'
import type { Block, TableRow } from './document-model.ts'
import { fontFiles, openFont } from './fonts.ts'
import { plainText } from './text.ts'
import type { Text } from './text.ts'

type Table = Extract<Block, { kind: 'table' }>

/** What stands on both sides of the text of a cell, in points; the PDF and the DOCX take it from here. */
export const cellInset = 4.4
/** Lines between cells take half a point on each side, and Word and Typst round on their own. */
const ease = 2.5

let bold: opentype.Font | undefined

/** The width of a text in bold Tinos (the widths of Times New Roman), in points: no upright or italic cut is wider in what tables say. */
export function boldWidth(text: string, size: number): number {
  bold ??= openFont(fontFiles().find((file) => file.includes('Tinos_700Bold.'))!)
  const { unitsPerEm } = bold
  const units = [...text.normalize('NFC')].reduce((sum, character) => sum + (bold!.charToGlyph(character).advanceWidth ?? unitsPerEm), 0)
  return (units / unitsPerEm) * size
}

/** The widest word of a text: a line breaks at spaces, and nobody reads "ST/T". */
export const longestWord = (text: Text, size: number): number =>
  Math.max(
    0,
    ...plainText(text)
      .split(/[ \t\n]+/)
      .map((word) => boldWidth(word, size)),
  )

/** The text of each cell that stands in one column, with that column. */
function ownTexts({ cells }: TableRow): { column: number; text: Text }[] {
  let at = 0
  return cells.flatMap((cell) => {
    const spanning = typeof cell === 'object' && 'text' in cell ? cell : { text: cell, colspan: undefined }
    const column = at
    at += spanning.colspan ?? 1
    return spanning.colspan ? [] : [{ column, text: spanning.text }]
  })
}

/** How wide each column must be for its longest word, in points. */
export function leastWidths({ columns, rows, columnNumbers, fontSize = 12 }: Table): number[] {
  const least = columns.map(({ header }, index) =>
    Math.max(longestWord(header, fontSize), columnNumbers ? boldWidth(`(${index + 1})`, fontSize) : 0),
  )
  for (const { column, text } of rows.flatMap(ownTexts)) least[column] = Math.max(least[column] ?? 0, longestWord(text, fontSize))
  return least.map((width) => width + 2 * cellInset + ease)
}

/**
 * The widths of the columns of a table that is `width` points wide: by their shares, and none narrower than its longest word. Only where the
 * words of all columns together are wider than the page do words break.
 */
export function columnWidths(table: Table, width: number): number[] {
  const least = leastWidths(table)
  const needed = least.reduce((sum, one) => sum + one, 0)
  if (needed >= width) return least.map((one) => (one / needed) * width)
  const raised = new Set<number>()
  for (;;) {
    const free = width - least.reduce((sum, one, index) => sum + (raised.has(index) ? one : 0), 0)
    const shares = table.columns.reduce((sum, column, index) => sum + (raised.has(index) ? 0 : column.width), 0)
    const widths = table.columns.map((column, index) => (raised.has(index) ? least[index]! : (column.width / shares) * free))
    const narrow = widths.findIndex((one, index) => one < least[index]! - 1e-9)
    if (narrow < 0) return widths
    raised.add(narrow)
  }
}
