import { setImmediate as othersFirst } from 'node:timers/promises'
import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import { type Outcome, done, refuse } from '@dacsan/decisions'

/** Why a PDF is not taken. `unread`: something in it cannot be read through, so nobody can say what it hides. */
export type PdfFault = 'active' | 'embeds' | 'encrypted' | 'two-kinds' | 'unread'
export type PdfRefusal = { code: 'pdf-refused'; why: PdfFault }

/** Scanners, printer drivers and web servers leave lines before the header; readers look for it in the first 1,024 bytes (ISO 32000, Adobe's note 13). */
const headerWithin = 1024
const windowSize = 1024 * 1024
const mostUnpacked = 64 * 1024 * 1024
const mostObjectStreams = 50_000
/** Longer than any name that we look for, escaped, with the value behind it. */
const overlap = 256

/** A name as a PDF may write it: any character may be `#` and its hexadecimal code. */
const named = (name: string) =>
  [...name]
    .map(
      (letter) =>
        `(?:${letter}|#${letter
          .charCodeAt(0)
          .toString(16)
          .replace(/[a-f]/, (digit) => `[${digit}${digit.toUpperCase()}]`)})`,
    )
    .join('')
const anyOf = (names: readonly string[]) => `/(?:${names.map(named).join('|')})`
const nameEnds = '(?![^\\0\\t\\n\\f\\r ()<>\\[\\]{}/%])'
const value = '\\s*(?:<<|\\d+\\s+\\d+\\s+R)'

// The names are so long, or have a value behind them, that compressed bytes do not spell them by accident.
const faults: readonly (readonly [PdfFault, RegExp])[] = [
  ['encrypted', new RegExp(`${anyOf(['Encrypt'])}${value}`)],
  ['active', new RegExp(`${anyOf(['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'GoToE', 'RichMedia', 'Rendition'])}${nameEnds}`)],
  ['active', new RegExp(`${anyOf(['XFA'])}\\s*(?:\\[|\\d+\\s+\\d+\\s+R)`)],
  ['embeds', new RegExp(`(?:${anyOf(['EmbeddedFile', 'EmbeddedFiles', 'FileAttachment'])}${nameEnds}|${anyOf(['EF'])}${value})`)],
]
const openAction = new RegExp(`${anyOf(['OpenAction'])}\\s*(<<|(\\d+)\\s+(\\d+)\\s+R)`, 'g')
/** Object streams, which hide whole objects in compressed bytes: by their name, and by what every reader needs to read them. */
const objectStream = new RegExp(`${anyOf(['ObjStm', 'First'])}${nameEnds}`, 'g')

/** Whether the bytes are those of a PDF, also where others stand before its header. */
export const startOfPdf = (bytes: Buffer): number => bytes.subarray(0, headerWithin + 5).indexOf('%PDF-')

/**
 * Reads a PDF through, from its header on: what runs something, carries other files, is locked, or is a file of another kind as well, is refused.
 * It looks at names and not at the structure, so that no damaged or contrived structure hides one: in all bytes, and in the object streams
 * unpacked within bounds.
 */
export async function judgePdf(pdf: Buffer): Promise<Outcome<null, PdfRefusal>> {
  const why = isAnotherKind(pdf) ? 'two-kinds' : ((await faultIn(pdf)) ?? (await faultInObjectStreams(pdf)))
  return why ? refuse('pdf-refused', { why }) : done(null)
}

/** ZIP archives are read from their end, web pages and self-extracting archives from wherever they begin. */
function isAnotherKind(pdf: Buffer): boolean {
  if (pdf.subarray(-65_600).includes('PK\x05\x06', 0, 'latin1')) return true
  const afterEnd = pdf.lastIndexOf('%%EOF')
  const page = /<(?:!doctype\s+html|html|head|body|script|iframe|svg)[\s>/]/i
  return [pdf.subarray(0, 4096), afterEnd < 0 ? pdf.subarray(0, 0) : pdf.subarray(afterEnd)].some((part) =>
    page.test(part.toString('latin1')),
  )
}

/** In windows, so that others are served meanwhile. */
async function faultIn(bytes: Buffer): Promise<PdfFault | null> {
  for (let at = 0; at < bytes.length; at += windowSize) {
    const text = bytes.toString('latin1', at, at + windowSize + overlap)
    const found = faults.find(([, names]) => names.test(text))
    if (found) return found[0]
    for (const action of text.matchAll(openAction)) if (!leadsWithin(bytes, action, at)) return 'active'
    await othersFirst()
  }
  return null
}

/** An action at the opening may lead to a place in the document, as most word processors write it, and do nothing else. */
function leadsWithin(bytes: Buffer, { 0: all, 1: action, 2: number, index }: RegExpExecArray, windowAt: number): boolean {
  let at = windowAt + index + all.length
  if (action !== '<<') {
    at = bytes.indexOf(`\n${number} 0 obj`)
    if (at < 0) at = bytes.indexOf(`\r${number} 0 obj`)
    if (at < 0) return true // in an object stream, where the names of what it may do are looked for
  }
  return !/\/S\s*\/(?!GoTo\b)/.test(objectAt(bytes.toString('latin1', at, at + 1024), action === '<<' ? 1 : 0))
}

/** The text up to where the dictionary that is open `depth` times, or the object, ends. */
function objectAt(text: string, depth: number): string {
  for (const { 0: mark, index } of text.matchAll(/<<|>>|endobj/g)) {
    depth += mark === '<<' ? 1 : -1
    if (depth <= 0 || mark === 'endobj') return text.slice(0, index)
  }
  return text
}

const unpack = promisify(inflate)

async function faultInObjectStreams(pdf: Buffer): Promise<PdfFault | null> {
  let unpacked = 0
  const seen = new Set<number>()
  for (let at = 0; at < pdf.length; at += windowSize) {
    for (const { index } of pdf.toString('latin1', at, at + windowSize + overlap).matchAll(objectStream)) {
      const dictionary = dictionaryOf(pdf, at + index)
      if (!dictionary || seen.has(dictionary.data)) continue
      seen.add(dictionary.data)
      if (seen.size > mostObjectStreams) return 'unread'
      const objects = await objectsIn(pdf, dictionary, mostUnpacked - unpacked)
      if (!objects) return 'unread'
      unpacked += objects.length
      const fault = await faultIn(objects)
      if (fault) return fault
    }
    await othersFirst()
  }
  return null
}

type Dictionary = { text: string; data: number }

/** The dictionary around a name, and where the stream behind it begins; null where none is: outlines have a first entry as well. */
function dictionaryOf(pdf: Buffer, at: number): Dictionary | null {
  const near = pdf.toString('latin1', at, at + 4096)
  const end = /endobj|\bstream(\r\n|\n|\r)/.exec(near)
  if (!end?.[1]) return null
  const from = Math.max(0, at - 4096)
  const before = pdf.toString('latin1', from, at)
  return { text: before.slice(before.lastIndexOf('obj') + 3) + near.slice(0, end.index), data: at + end.index + end[0].length }
}

/** Writers pack object streams by Flate and nothing else; what is packed otherwise is packed to hide it. */
async function objectsIn(pdf: Buffer, { text, data }: Dictionary, most: number): Promise<Buffer | null> {
  const said = text.replaceAll(/\/FlateDecode\b/g, '/Fl')
  const packedOtherwise = /#[\dA-Fa-f]{2}|Decode|Crypt|\/(?:DP|LZW|A85|AHx|RL)\b/.test(said)
  if (packedOtherwise || !/\/Fl\b/.test(said) || most <= 0) return null
  try {
    const objects = await unpack(pdf.subarray(data), { maxOutputLength: most })
    return /^[\s\0]*(?:\d|$)/.test(objects.toString('latin1', 0, 64)) ? objects : null
  } catch {
    return null
  }
}
