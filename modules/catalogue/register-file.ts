import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { factPath, provinceFacts, readFacts } from '@dacsan/platform/facts'
import { parse } from 'csv-parse/sync'
import { HucreError, readXlsx } from 'hucre'
import { z } from 'zod'
import { readRegister } from './read-register.ts'
import type { RegisterProducer, RegisterRejected } from './read-register.ts'
import type { UnreadableFile } from './rules/register-row.ts'
import { unpackedSize } from './unpacked-size.ts'

export const registerFile = provinceFacts('register.csv', z.array(z.array(z.string())), 'table')

/** The register of the province as far as public sources know it: see SOURCE.md in its folder. */
export function provincialRegister(): RegisterProducer[] {
  const read = readRegister(readFacts(registerFile))
  if (read.ok) return read.value
  const [first] = read.refusal.problems
  throw new Error(`${factPath(registerFile)}${first && 'row' in first ? `:${first.row}` : ''}: ${JSON.stringify(first)}`)
}

/** A register of the whole province fits many times over; what is larger is not a register. */
const largestFile = 5_000_000
/** Twenty thousand rows need a quarter of it; a file that swells further keeps everybody else waiting while it is read. */
const largestUnpacked = 20_000_000
const mostRows = 20_000

/** Reads a register file as officers send it: the first sheet of an XLSX workbook, or CSV in UTF-8 with commas or, as Vietnamese Excel saves it, semicolons. */
export async function readRegisterFile(bytes: Uint8Array): Promise<Outcome<RegisterProducer[], RegisterRejected>> {
  if (bytes.length > largestFile) return unreadable('too-large')
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b // PK: a ZIP archive
  const table = await (isWorkbook ? workbookTable(bytes) : csvTable(bytes))
  return table.ok ? readRegister(table.value) : table
}

type Table = Outcome<string[][], RegisterRejected>

async function workbookTable(bytes: Uint8Array): Promise<Table> {
  try {
    if (unpackedSize(bytes) > largestUnpacked) return unreadable('unpacks-too-large')
  } catch {
    return damaged
  }
  try {
    const { sheets } = await readXlsx(bytes, { maxRows: mostRows })
    return done((sheets[0]?.rows ?? []).map((row) => row.map(cellText)))
  } catch (error) {
    if (error instanceof HucreError) return damaged
    throw error
  }
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : ''
}

function csvTable(bytes: Uint8Array): Table {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return unreadable('not-utf8')
  }
  try {
    return done(parse(text, { bom: true, delimiter: [',', ';'], relax_column_count: true, to: mostRows }))
  } catch {
    return unreadable('quote-left-open')
  }
}

const unreadable = (reason: UnreadableFile) => refuse('register-rejected', { problems: [{ code: 'file-unreadable' as const, reason }] })

const damaged = unreadable('damaged')
