import { unzipSync } from 'fflate'
import { readXlsx } from 'hucre'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import type { Rows } from './cells.ts'
import { csvRows } from './csv-rows.ts'
import { htmlRows } from './html-rows.ts'
import { oldWorkbookSheets } from './old-workbook.ts'
import { largestFile, largestUnpacked, mostCells, mostRows } from './limits.ts'

export type UnreadableFile = 'empty' | 'too-large' | 'old-workbook' | 'pdf' | 'damaged' | 'quote-left-open'
export type FileRefusal = { code: 'file-unreadable'; why: UnreadableFile }

const unreadable = (why: UnreadableFile) => refuse('file-unreadable', { why })
const startsWith = (bytes: Uint8Array, ...first: number[]) => first.every((byte, index) => bytes[index] === byte)

/** The tables of a file, by what it is and not by what it is called. `known`: how well headings are found in some rows. */
export async function readSheets(bytes: Uint8Array, known: (rows: Rows) => number): Promise<Outcome<Rows[], FileRefusal>> {
  if (bytes.length === 0) return unreadable('empty')
  if (bytes.length > largestFile) return unreadable('too-large')
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return unreadable('pdf')
  const sheets = await sheetsOf(bytes, known)
  if (!sheets.ok) return sheets
  const cells = sheets.value.flat().reduce((sum, row) => sum + row.length, 0)
  const rows = sheets.value.reduce((sum, sheet) => sum + sheet.length, 0)
  return cells > mostCells || rows > mostRows ? unreadable('too-large') : sheets
}

async function sheetsOf(bytes: Uint8Array, known: (rows: Rows) => number): Promise<Outcome<Rows[], FileRefusal>> {
  if (startsWith(bytes, 0x50, 0x4b)) return await workbookSheets(bytes)
  return startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0) ? oldSheets(bytes) : textSheets(decodeText(bytes), known)
}

function oldSheets(bytes: Uint8Array): Outcome<Rows[], FileRefusal> {
  try {
    const sheets = oldWorkbookSheets(bytes)
    return sheets === undefined ? unreadable('old-workbook') : done(sheets)
  } catch (error) {
    if (error instanceof RangeError) return unreadable('damaged')
    throw error
  }
}

function textSheets(text: string, known: (rows: Rows) => number): Outcome<Rows[], FileRefusal> {
  if (/<(?:table|tr|html)\b/i.test(text.slice(0, 20_000))) return done([htmlRows(text, mostRows + 1)])
  const rows = csvRows(text, mostRows + 1, known)
  return rows === undefined ? unreadable('quote-left-open') : done([rows])
}

async function workbookSheets(bytes: Uint8Array): Promise<Outcome<Rows[], FileRefusal>> {
  try {
    if (unpackedSize(bytes) > largestUnpacked) return unreadable('too-large')
  } catch {
    return unreadable('damaged')
  }
  try {
    const { sheets } = await readXlsx(bytes, { maxRows: mostRows + 1 })
    return done(sheets.map(({ rows }) => rows))
  } catch {
    // It says of damaged data what it found there, in errors of every kind.
    return unreadable('damaged')
  }
}

/** What a workbook unpacks to, by its directory; one that does not say it is none that a bank wrote. */
function unpackedSize(archive: Uint8Array): number {
  let total = 0
  unzipSync(archive, {
    filter({ name, size, originalSize }) {
      total += name.endsWith('/') || (size > 0 && originalSize > 0) ? originalSize : Infinity
      return false
    },
  })
  return total
}

/** UTF-8, UTF-16 as Excel saves "Unicode text", or the Vietnamese code page of Windows, whose marks stand behind their letters. */
function decodeText(bytes: Uint8Array): string {
  const isWide = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff) || (bytes.length > 3 && bytes[1] === 0 && bytes[3] === 0)
  if (isWide) return new TextDecoder(startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : 'utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1258').decode(bytes).normalize('NFC')
  }
}
