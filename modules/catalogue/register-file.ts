import { createHash } from 'node:crypto'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { factPath, provinceFacts, readFacts } from '@dacsan/platform/facts'
import { parse } from 'csv-parse/sync'
import { HucreError, readXlsx } from 'hucre'
import type { Sheet } from 'hucre'
import { setImmediate as othersFirst } from 'node:timers/promises'
import { z } from 'zod'
import type { RegisterProducer } from './group-register.ts'
import { findHeadings, readRegister, readTable } from './read-register.ts'
import type { ReadRegister, RegisterCell, RegisterRejected } from './read-register.ts'
import type { UnreadableFile } from './rules/register-row.ts'
import { unpackedSize } from '@dacsan/platform/archive'

export const registerFile = provinceFacts('register.csv', z.array(z.array(z.string())), 'table')

/** The register of the province as far as public sources know it: see SOURCE.md in its folder. */
export function provincialRegister(): RegisterProducer[] {
  const read = readRegister(readFacts(registerFile))
  if (read.ok) return read.value
  const [first] = read.refusal.problems
  throw new Error(`${factPath(registerFile)}${first && 'row' in first ? `:${first.row}` : ''}: ${JSON.stringify(first)}`)
}

/** What it is known by in the trail of imports: its place, and a hash of what stands in it. */
export function provincialRegisterFile(): { fileName: string; fileHash: string } {
  return {
    fileName: factPath(registerFile),
    fileHash: createHash('sha256')
      .update(JSON.stringify(readFacts(registerFile)))
      .digest('hex'),
  }
}

/** A register of the whole province fits many times over; what is larger is not a register. */
const largestFile = 5_000_000
/** Twenty thousand rows need a quarter of it; a file that swells further keeps everybody else waiting while it is read. */
const largestUnpacked = 20_000_000
const mostRows = 20_000

/**
 * Reads a register file as officers send it: the sheet of an XLSX workbook that has our headings, or CSV in UTF-8 with one separator, told by the
 * line of the headings: commas, or semicolons as Vietnamese Excel saves them, or tabs. Others are served meanwhile.
 */
export async function readRegisterFile(bytes: Uint8Array): Promise<Outcome<ReadRegister, RegisterRejected>> {
  if (bytes.length > largestFile) return unreadable('too-large')
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b // PK: a ZIP archive
  const table = await (isWorkbook ? workbookTable(bytes) : csvTable(bytes))
  if (!table.ok) return table
  if (table.value.length > mostRows) return refuse('register-rejected', { problems: [{ code: 'too-many-rows' as const, most: mostRows }] })
  const reading = readTable(table.value)
  for (let step = reading.next(); ; step = reading.next()) {
    if (step.done) return step.value
    await othersFirst()
  }
}

type Table = Outcome<RegisterCell[][], RegisterRejected>

async function workbookTable(bytes: Uint8Array): Promise<Table> {
  try {
    if (unpackedSize(bytes) > largestUnpacked) return unreadable('unpacks-too-large')
  } catch {
    return damaged
  }
  try {
    // One row more than are taken, so that what is past the limit is seen.
    const { sheets } = await readXlsx(bytes, { maxRows: mostRows + 1 })
    return tableOf(sheets)
  } catch (error) {
    if (error instanceof HucreError) return damaged
    throw error
  }
}

/** The sheet with our headings; a visible one before a hidden one. What stands on another such sheet would be lost, so it is told. */
function tableOf(sheets: readonly Sheet[]): Table {
  const registers = sheets.filter(({ rows }) => (findHeadings(rows)?.known ?? 0) > 2)
  const isHidden = ({ hidden, veryHidden }: Sheet) => hidden === true || veryHidden === true
  const chosen = registers.find((sheet) => !isHidden(sheet)) ?? registers[0] ?? sheets.find((sheet) => !isHidden(sheet))
  const others = registers.filter((sheet) => sheet !== chosen)
  if (others.length > 0) {
    return refuse('register-rejected', {
      problems: others.map((sheet) => ({ code: 'sheet-extra' as const, sheet: sheet.name, hidden: isHidden(sheet) })),
    })
  }
  return done(withMergedCells(chosen?.rows ?? [], chosen?.merges ?? []))
}

/** What stands in merged cells is said of every row that they reach over. A title merged across columns stays one cell. */
function withMergedCells(rows: readonly (readonly RegisterCell[])[], merges: NonNullable<Sheet['merges']>): RegisterCell[][] {
  const table = rows.map((row) => [...row])
  for (const { startRow, endRow, startCol, endCol } of merges) {
    if (startCol !== endCol) continue
    const value = table[startRow]?.[startCol]
    for (let row = startRow + 1; row <= Math.min(endRow, table.length - 1); row++) table[row]![startCol] ??= value
  }
  return table
}

async function csvTable(bytes: Uint8Array): Promise<Table> {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return unreadable('not-utf8')
  }
  // Excel writes and hides this line; it is no row of the table.
  text = text.replace(/^sep=.\r?\n/i, '')
  try {
    const delimiter = separators.toSorted((a, b) => headingsBy(text, b) - headingsBy(text, a))[0]!
    await othersFirst()
    return done(recordsOf(text, delimiter, mostRows + 1))
  } catch {
    return unreadable('quote-left-open')
  }
}

const separators = [';', ',', '\t']
const headingLines = 30

function headingsBy(text: string, delimiter: string): number {
  try {
    return findHeadings(recordsOf(text, delimiter, headingLines))?.known ?? 0
  } catch {
    return 0 // Quoted cells that end before another sign: it is not the one.
  }
}

/** RFC 4180 with one separator: rule 6 lets the other signs stand in a cell. The apostrophe by which our own files keep a cell from being a formula goes again. */
const recordsOf = (text: string, delimiter: string, most: number): string[][] =>
  parse(text, { delimiter, relax_column_count: true, to: most }).map((record: string[]) =>
    record.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, '')),
  )

const unreadable = (reason: UnreadableFile) => refuse('register-rejected', { problems: [{ code: 'file-unreadable' as const, reason }] })

const damaged = unreadable('damaged')
