import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { getDocumentProxy } from 'unpdf'
import type { OfficialDocument } from './document-model.ts'
import { fontFiles, openFont } from './fonts.ts'
import { officialDocumentDocx } from './official-document-docx.ts'
import { officialDocumentPdf } from './official-document-pdf.ts'

// What is wrong with the pages of a paper, as whoever prints it would see it: read from the drawn file by readers that are not ours.

type Line = { text: string; left: number; right: number; base: number; size: number }

/** The pieces of text of each page, upright ones alone: a watermark is turned and lies under everything. */
export async function linesOfPdf(pdf: Uint8Array): Promise<Line[][]> {
  const file = await getDocumentProxy(Uint8Array.from(pdf))
  const pages: Line[][] = []
  for (let number = 1; number <= file.numPages; number += 1) {
    const { items } = await (await file.getPage(number)).getTextContent()
    pages.push(
      items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [, turned, , size, left, base] = item.transform as number[]
        return turned === 0 ? [{ text: item.str.normalize('NFC'), left: left!, right: left! + item.width, base: base!, size: size! }] : []
      }),
    )
  }
  return pages
}

/** How far a text is inked above and below its base line, in parts of its size, by its letters and their marks. */
function inked(text: string): { above: number; below: number } {
  let [above, below] = [0, 0]
  for (const letter of text) {
    const [base = '', ...marks] = letter.normalize('NFD')
    const high = marks.filter((mark) => mark !== '\u0323' && mark !== '\u031b').length
    const body = /\p{Lu}|[bdfhklt\d]/u.test(base) ? 0.67 : 0.47
    above = Math.max(above, body + (high > 0 ? 0.16 : 0) + (high > 1 ? 0.1 : 0))
    below = Math.max(below, marks.includes('\u0323') || /[gjpqyQ,;]/.test(base) ? 0.2 : 0)
  }
  return { above, below }
}

/** Texts that are drawn over one another. */
export function overlapsOn(lines: readonly Line[]): string[] {
  const boxes = lines.map((line) => {
    const { above, below } = inked(line.text)
    return { ...line, top: line.base + above * line.size, bottom: line.base - below * line.size }
  })
  return boxes.flatMap((one, index) =>
    boxes.slice(index + 1).flatMap((other) => {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
      const along = Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom)
      return across > 1 && along > 0.6 ? [`"${one.text}" lies on "${other.text}"`] : []
    }),
  )
}

/** A page that carries a signature and fewer than two lines of what is signed. */
function orphansIn(pages: readonly Line[][], authorities: readonly string[]): string[] {
  return authorities.flatMap((authority) => {
    const words = authority.toLocaleUpperCase('vi')
    // The last one: the agency at the head may have the same name.
    const page = pages.findLastIndex((lines) => lines.some(({ text }) => text.trim() === words))
    if (page < 0) return [`"${words}" is signed nowhere`]
    if (page === 0) return []
    const signed = pages[page]!.filter(({ text }) => text.trim() === words).toSorted((a, b) => a.base - b.base)[0]!
    const above = pages[page]!.filter(({ base, text }) => base > signed.base + 1 && !/^\d+$/.test(text.trim()))
    const lines = new Set(above.map(({ base }) => Math.round(base)))
    return lines.size < 2 ? [`page ${page + 1} has "${words}" and ${lines.size} lines`] : []
  })
}

/** Pages without anything but their number. */
const emptyAmong = (pages: readonly Line[][]): string[] =>
  pages.flatMap((lines, index) => (lines.every(({ text }) => /^\d+$/.test(text.trim())) ? [`page ${index + 1} is empty`] : []))

/** Words that run beyond the paper's margins, since no column was wide enough. */
const beyondMargins = (lines: readonly Line[]): string[] => {
  const right = Math.max(...lines.map((line) => line.right))
  return right > 842 - 51 + 1 ? lines.filter((line) => line.right === right).map(({ text }) => `"${text}" runs over the margin`) : []
}

let cuts: { regular: ReturnType<typeof openFont>; bold: ReturnType<typeof openFont> } | undefined

/** Words of a Word table that are wider than their column. */
export function tornInDocx(docx: Uint8Array): string[] {
  const file = (cut: string) => fontFiles().find((path) => path.includes(`Tinos_${cut}.`))!
  const fonts = (cuts ??= { regular: openFont(file('400Regular')), bold: openFont(file('700Bold')) })
  return tablesOf(docx).flatMap(({ widths, cells }) =>
    cells.flatMap(({ column, span, words, size, bold }) => {
      const room = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0) / 20 - 8.8
      const font = bold ? fonts.bold : fonts.regular
      return words
        .filter((word) => font.getAdvanceWidth(word, size) > room)
        .map((word) => `"${word}" is wider than its column of ${room.toFixed(1)} points`)
    }),
  )
}

type WordCell = { column: number; span: number; words: string[]; size: number; bold: boolean }

/** The tables with lines, by their columns and the words of their cells. */
function tablesOf(docx: Uint8Array): { widths: number[]; cells: WordCell[] }[] {
  const xml = strFromU8(unzipSync(docx)['word/document.xml']!)
  const tables = xml.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []
  return tables
    .filter((table) => !table.includes('<w:insideH w:val="none"'))
    .map((table) => ({
      widths: [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width)),
      cells: [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].flatMap(([row]) => {
        let column = 0
        return [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]): WordCell => {
          const span = Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1)
          const at = column
          column += span
          const text = [...cell.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)].map(([, said]) => said ?? ' ').join('')
          const words = text
            .replaceAll(/&(amp|lt|gt|quot|apos);/g, '"')
            .split(/\s+/)
            .filter(Boolean)
          return { column: at, span, words, size: Number(/<w:sz w:val="(\d+)"/.exec(cell)?.[1] ?? 28) / 2, bold: /<w:b\/>/.test(cell) }
        })
      }),
    }))
}

/** Where LibreOffice is installed it says how another reader sets the Word file; it is not to be assumed. */
export const hasOffice: boolean = (() => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore', timeout: 60_000 })
    return true
  } catch {
    return false
  }
})()

/** Words of the tables of Word files that LibreOffice sets in pieces, and pages that it leaves empty; our fonts stand in for Times New Roman. */
export async function faultsByOffice(papers: ReadonlyMap<string, Uint8Array>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'papers-'))
  try {
    const fonts = [...new Set(fontFiles().map((path) => join(path, '..')))].map((path) => `<dir>${path}</dir>`).join('')
    const alias = '<alias binding="same"><family>Times New Roman</family><prefer><family>Tinos</family></prefer></alias>'
    writeFileSync(
      join(folder, 'fonts.conf'),
      `<?xml version="1.0"?><fontconfig>${fonts}<cachedir>${folder}/cache</cachedir>${alias}</fontconfig>`,
    )
    for (const [name, docx] of papers) writeFileSync(join(folder, `${name}.docx`), docx)
    const files = [...papers.keys()].map((name) => join(folder, `${name}.docx`))
    execFileSync(
      'soffice',
      [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files],
      {
        stdio: 'ignore',
        env: { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') },
      },
    )
    const torn: string[] = []
    for (const [name, docx] of papers) {
      const pages = await linesOfPdf(readFileSync(join(folder, `${name}.pdf`)))
      torn.push(...emptyAmong(pages).map((page) => `${name}: ${page}`))
      const set = pages.flat().flatMap(({ text }) => text.split(/\s+/))
      // Any reader may break a code after its dash.
      const words = tablesOf(docx)
        .flatMap(({ cells }) => cells.flatMap((cell) => cell.words))
        .filter((word) => !/[-–/]/.test(word))
      torn.push(...[...new Set(words)].filter((word) => !set.includes(word.normalize('NFC'))).map((word) => `${name}: "${word}"`))
    }
    return torn
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * What is wrong with a paper on its pages: texts on one another, a signature without what is signed, words that no column holds. Both files are
 * drawn of the model, so that a room asks with what its papers draw.
 */
export async function faultsOfPaper(model: OfficialDocument): Promise<string[]> {
  const pages = await linesOfPdf(officialDocumentPdf(model))
  const docx = await officialDocumentDocx(model)
  return [
    ...emptyAmong(pages),
    ...pages.flatMap((lines, index) => [...overlapsOn(lines), ...beyondMargins(lines)].map((fault) => `page ${index + 1}: ${fault}`)),
    ...orphansIn(
      pages,
      model.signatures.map(({ authority }) => authority[0]!),
    ),
    ...tornInDocx(docx).map((fault) => `DOCX: ${fault}`),
  ]
}
