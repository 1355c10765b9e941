import type { Cell, Rows } from './cells.ts'
import { streamOf } from './compound-file.ts'
import { mostRows } from './limits.ts'

/** A record of the stream: what it is and what it holds; a long one goes on in records of its own ([MS-XLS] 2.4). */
type BiffRecord = { type: number; at: number; data: DataView }

const types = {
  formula: 0x06,
  end: 0x0a,
  locked: 0x2f,
  more: 0x3c,
  sheet: 0x85,
  manyNumbers: 0xbd,
  strings: 0xfc,
  string: 0xfd,
  number: 0x203,
  text: 0x204,
  result: 0x207,
  shortNumber: 0x27e,
  begin: 0x809,
} as const
const biff8 = 0x600

/**
 * The sheets of a workbook of 1997 to 2003 (.xls), which many banks still give out: texts and numbers, a date as its number of days. Undefined for a
 * workbook that is older or locked.
 *
 * @throws RangeError where the file says of itself what cannot be.
 */
export function oldWorkbookSheets(file: Uint8Array): Rows[] | undefined {
  const stream = streamOf(file, ['Workbook'])
  if (stream === undefined) return undefined
  const records = [...recordsOf(stream)]
  if (records[0]?.type !== types.begin || records[0].data.getUint16(0, true) !== biff8) return undefined
  if (records.some(({ type }) => type === types.locked)) return undefined
  const strings = sharedStrings(records)
  const starts = new Map(records.map(({ at }, index) => [at, index]))
  // Each sheet once, however often it is named.
  const sheets = new Set(records.filter(({ type }) => type === types.sheet).map(({ data }) => starts.get(data.getUint32(0, true))))
  return [...sheets].flatMap((start) => (start === undefined ? [] : [rowsFrom(records, start, strings)]))
}

function* recordsOf(stream: Uint8Array): Generator<BiffRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  for (let at = 0; at + 4 <= view.byteLength;) {
    const [type, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)]
    yield { type, at, data: new DataView(view.buffer, view.byteOffset + at + 4, length) }
    at += 4 + length
  }
}

function rowsFrom(records: readonly BiffRecord[], start: number, strings: readonly string[]): Rows {
  const rows: Cell[][] = []
  const put = (data: DataView, value: Cell, column = data.getUint16(2, true)) => {
    const row = data.getUint16(0, true)
    if (row > mostRows || column > 255) return
    while (rows.length <= row) rows.push([])
    rows[row]![column] = value
  }
  let asked: DataView | undefined
  for (let index = start + 1; index < records.length && records[index]!.type !== types.end; index++) {
    const { type, data } = records[index]!
    if (type === types.string) put(data, strings[data.getUint32(6, true)])
    else if (type === types.number) put(data, data.getFloat64(6, true))
    else if (type === types.shortNumber) put(data, shortNumber(data.getUint32(6, true)))
    else if (type === types.text) put(data, new Segments([data], 6).text())
    else if (type === types.manyNumbers)
      for (let at = 4; at + 8 <= data.byteLength; at += 6)
        put(data, shortNumber(data.getUint32(at + 2, true)), data.getUint16(2, true) + (at - 4) / 6)
    else if (type === types.formula) {
      // A text that a formula gives stands in the next record.
      const isNumber = data.getUint16(12, true) !== 0xffff
      if (isNumber) put(data, data.getFloat64(6, true))
      asked = isNumber ? undefined : data
    } else if (type === types.result && asked !== undefined) put(asked, new Segments([data], 0).text())
  }
  return rows.map((row) => Array.from(row))
}

/** Thirty bits of a number, whole or the upper half of a double, perhaps in hundredths ([MS-XLS] 2.5.217). */
function shortNumber(bits: number): number {
  const view = new DataView(new ArrayBuffer(8))
  view.setUint32(4, bits & 0xffff_fffc, true)
  const value = (bits & 2) === 0 ? view.getFloat64(0, true) : (bits | 0) >> 2
  return (bits & 1) === 0 ? value : value / 100
}

function sharedStrings(records: readonly BiffRecord[]): string[] {
  const first = records.findIndex(({ type }) => type === types.strings)
  if (first === -1) return []
  const segments = [records[first]!.data]
  for (let index = first + 1; records[index]?.type === types.more; index++) segments.push(records[index]!.data)
  const reader = new Segments(segments, 4)
  const count = reader.whole(4)
  const strings: string[] = []
  while (strings.length < count && !reader.isOver) strings.push(reader.text())
  return strings
}

/** Reads on over the ends of records. */
class Segments {
  readonly #segments: readonly DataView[]
  #at: number
  #segment = 0

  constructor(segments: readonly DataView[], at: number) {
    this.#segments = segments
    this.#at = at
  }

  get isOver(): boolean {
    return this.#segment >= this.#segments.length - 1 && this.#at >= (this.#segments.at(-1)?.byteLength ?? 0)
  }

  /** A whole number of so many bytes. */
  whole(bytes: number): number {
    let value = 0
    for (let index = 0; index < bytes; index++) value += this.#byte() * 256 ** index
    return value
  }

  /** A text with its length before it; what says how it looks is passed over. A text that goes on in another record says anew how wide its letters are. */
  text(): string {
    const length = this.whole(2)
    let flags = this.#byte()
    const looks = (flags & 8) === 0 ? 0 : this.whole(2) * 4
    const further = (flags & 4) === 0 ? 0 : this.whole(4)
    const letters: number[] = []
    for (let index = 0; index < length; index++) {
      if (this.#isAtEnd()) flags = this.#byte()
      letters.push(this.whole((flags & 1) === 0 ? 1 : 2))
    }
    for (let index = 0; index < looks + further; index++) this.#byte()
    return letters.map((letter) => String.fromCharCode(letter)).join('')
  }

  #isAtEnd(): boolean {
    return this.#at >= this.#segments[this.#segment]!.byteLength && this.#segment < this.#segments.length - 1
  }

  #byte(): number {
    if (this.#isAtEnd()) {
      this.#segment += 1
      this.#at = 0
    }
    return this.#segments[this.#segment]!.getUint8(this.#at++)
  }
}
