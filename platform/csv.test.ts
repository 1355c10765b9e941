import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toCsv } from './csv.ts'

const columns = [
  { key: 'name', header: 'Tên' },
  { key: 'note', header: 'Ghi chú' },
] as const

test('a CSV file begins with a byte order mark, has a header line and ends every line as RFC 4180 says', () => {
  expect(toCsv([{ name: 'Dừa sáp', note: 'Cầu Kè' }], columns)).toBe('\uFEFFTên,Ghi chú\r\nDừa sáp,Cầu Kè\r\n')
  expect(toCsv([], columns)).toBe('\uFEFFTên,Ghi chú\r\n')
})

test('a CSV file for people has semicolons, which Excel in Vietnamese opens as columns, and quotes the cells that hold one', () => {
  const people = toCsv([{ name: 'Dừa; sáp', note: '1,5 kg' }], columns, { separator: ';' })
  expect(people).toBe('\uFEFFTên;Ghi chú\r\n"Dừa; sáp";1,5 kg\r\n')
})

test('a CSV cell keeps its commas, quotes and line breaks', () => {
  const rows = [{ name: 'Mắm, rươi', note: 'dòng 1\r\ndòng "2"' }]
  expect(toCsv(rows, columns)).toBe('\uFEFFTên,Ghi chú\r\n"Mắm, rươi","dòng 1\r\ndòng ""2"""\r\n')
})

test.each([
  '=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
  '+84912345678',
  '-5+3',
  '@SUM(A1)',
  '\tthẻ',
  '\rxuống dòng',
  '=HYPERLINK("http://x","y")',
])('C39: a CSV cell that begins like a formula is text: %j', (typed) => {
  const [row] = parse(toCsv([{ name: typed, note: '' }], columns), { bom: true, columns: true }) as { Tên: string }[]
  expect(row!['Tên']).toBe(`'${typed}`)
})

test('a CSV cell is empty for an unknown value, and has numbers, booleans and instants in machine form', () => {
  const row = { a: null, b: undefined, c: 12_000, d: true, e: false, f: new Date('2026-11-23T01:30:00Z') }
  const all = (['a', 'b', 'c', 'd', 'e', 'f'] as const).map((key) => ({ key, header: key }))
  expect(toCsv([row], all)).toBe('\uFEFFa,b,c,d,e,f\r\n,,12000,true,false,2026-11-23T01:30:00.000Z\r\n')
})

test('C44: any text is read back from CSV unchanged, but for the apostrophe before a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ name: fc.string({ unit: 'grapheme' }), note: fc.string() }), { minLength: 1 }), (rows) => {
      const read = parse(toCsv(rows, columns), { bom: true, columns: ['name', 'note'], from: 2 }) as typeof rows
      return rows.every((row, at) =>
        (['name', 'note'] as const).every((key) => read[at]![key] === row[key] || read[at]![key] === `'${row[key]}`),
      )
    }),
  )
})
