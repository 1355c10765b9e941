import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readStatement } from './index.ts'
import { oldWorkbookSheets } from './old-workbook.ts'

const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`fixtures/${name}.xls`, import.meta.url)))
const banks = [{ bin: '970436', code: 'VCB', shortName: 'Vietcombank', name: 'Ngân hàng TMCP Ngoại Thương Việt Nam' }]

describe('a workbook of Excel 97 to 2003', () => {
  test('is read as a statement: the sheet that has the headings', async () => {
    expect(await readStatement({ name: 'saoke.xls', bytes: fixture('two-lines') }, banks)).toEqual({
      ok: true,
      value: {
        account: null,
        bank: '970436',
        lines: [
          {
            at: '2026-11-23',
            amount: 350000,
            direction: 'in',
            content: 'MBVCB.7812.DS7K3M9QX.CT tu 0123 NGUYỄN VĂN A',
            reference: '5214 - 78113',
            balance: 1350000,
          },
          { at: '2026-11-24', amount: 11000.5, direction: 'out', content: 'PHÍ QUẢN LÝ', reference: '5214 - 90001', balance: 1338999.5 },
        ],
        agrees: true,
      },
    })
  })

  test('keeps texts whole that go on over several records, and reads dates that are numbers of days', async () => {
    const outcome = await readStatement({ name: 'saoke.xls', bytes: fixture('four-hundred-lines') }, banks)
    const lines = outcome.ok ? outcome.value.lines : []
    expect(lines).toHaveLength(400)
    for (const [index, { content, amount }] of lines.entries()) {
      expect(content).toBe(`REM DS${index} chuyển khoản ${'đ'.repeat(index % 7)}${'x'.repeat(index % 50)}`.trim())
      expect(amount).toBe(1000 + index)
    }
    // 23/11/2026 is day 46349; a third of a day is eight hours.
    expect(lines[0]!.at).toBe('2026-11-23')
    expect(lines[1000 / 8]).toMatchObject({ at: '2026-11-23T01:00:00+07:00' })
  })

  test('spoilt in any of its bytes is read or refused, and never fails', async () => {
    const whole = fixture('two-lines')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        fc.nat(whole.length),
        async (changes, length) => {
          const spoilt = whole.slice(0, length % 3 === 0 ? length : undefined)
          for (const [at, byte] of changes) if (at > 7 && at < spoilt.length) spoilt[at] = byte
          expect(await readStatement({ name: 'x', bytes: spoilt }, banks)).toHaveProperty('ok')
        },
      ),
      { numRuns: 1000 },
    )
  })
})

/** A compound file of one stream, in the smallest form that [MS-CFB] allows: header, one sector of chains, one of the directory, the stream. */
function compound(stream: Uint8Array, name = 'Workbook', chain?: number): Uint8Array {
  const sectors = Math.max(8, Math.ceil(stream.length / 512))
  const file = new Uint8Array(512 * (3 + sectors))
  const view = new DataView(file.buffer)
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  view.setUint16(30, 9, true)
  view.setUint16(32, 6, true)
  view.setUint32(44, 1, true)
  view.setUint32(48, 1, true)
  view.setUint32(56, 4096, true)
  for (const at of [60, 68]) view.setUint32(at, 0xffff_fffe, true)
  for (let index = 1; index < 109; index++) view.setUint32(76 + index * 4, 0xffff_ffff, true)
  view.setUint32(512, 0xffff_fffd, true)
  view.setUint32(516, 0xffff_fffe, true)
  for (let index = 0; index < sectors; index++)
    view.setUint32(520 + index * 4, chain ?? (index === sectors - 1 ? 0xffff_fffe : index + 3), true)
  for (const [entry, text, start, size] of [
    [0, 'Root Entry', 0xffff_fffe, 0],
    [1, name, 2, sectors * 512],
  ] as const) {
    const at = 1024 + entry * 128
    for (const [index, letter] of [...text].entries()) view.setUint16(at + index * 2, letter.charCodeAt(0), true)
    view.setUint16(at + 64, text.length * 2 + 2, true)
    view.setUint32(at + 116, start, true)
    view.setUint32(at + 120, size, true)
  }
  file.set(stream, 1536)
  return file
}
const record = (type: number, ...bytes: number[]) => [type & 255, type >> 8, bytes.length & 255, bytes.length >> 8, ...bytes]
const four = (value: number) => [0, 8, 16, 24].map((bits) => (value >>> bits) & 255)
const double = (value: number) => [...new Uint8Array(new Float64Array([value]).buffer)]
const cell = (row: number, column: number) => [row, 0, column, 0, 0, 0]
const ascii = (text: string) => [text.length, 0, 0, ...[...text].map((letter) => letter.charCodeAt(0))]
const globals = (...extra: number[]) => {
  const begin = record(0x809, 0, 6, 5, 0)
  const sheetAt = begin.length + extra.length + record(0x85, 0, 0, 0, 0, 0, 0, 1, 0, 65).length + record(0x0a).length
  return [...begin, ...extra, ...record(0x85, ...four(sheetAt), 0, 0, 1, 0, 65), ...record(0x0a)]
}
const workbook = (...cells: number[][]) => new Uint8Array([...globals(), ...record(0x809, 0, 6, 16, 0), ...cells.flat(), ...record(0x0a)])

test('every way in which a cell may be written is read ([MS-XLS] 2.4 and 2.5.217)', () => {
  const stream = workbook(
    record(0x27e, ...cell(0, 0), ...four((1234 << 2) | 2)),
    record(0x27e, ...cell(0, 1), ...four((123_456 << 2) | 3)),
    record(0x27e, ...cell(0, 2), ...four((-5 << 2) | 2)),
    // The upper half of 1.5 as a double.
    record(0x27e, ...cell(0, 3), ...four(0x3ff8_0000)),
    record(0xbd, 1, 0, 0, 0, 0, 0, ...four((7 << 2) | 2), 0, 0, ...four((8 << 2) | 2), 1, 0),
    record(0x203, ...cell(2, 0), ...double(350_000.25)),
    record(0x204, ...cell(2, 1), ...ascii('Phi')),
    record(0x06, ...cell(3, 0), ...double(42), 0, 0, 0, 0, 0, 0),
    record(0x06, ...cell(3, 1), 0, 0, 0, 0, 0, 0, 255, 255, 0, 0, 0, 0, 0, 0),
    record(0x207, ...ascii('Tong')),
  )
  expect(oldWorkbookSheets(compound(stream))).toEqual([
    [
      [1234, 1234.56, -5, 1.5],
      [7, 8],
      [350_000.25, 'Phi'],
      [42, 'Tong'],
    ],
  ])
})

test('a workbook that is older or locked is not read, and chains that do not end are refused', () => {
  expect(oldWorkbookSheets(compound(workbook(), 'Book'))).toBeUndefined()
  expect(oldWorkbookSheets(compound(new Uint8Array(globals(...record(0x2f, 0, 0)))))).toBeUndefined()
  expect(oldWorkbookSheets(compound(new Uint8Array(record(0x809, 0, 5, 5, 0))))).toBeUndefined()
  expect(() => oldWorkbookSheets(compound(workbook(), 'Workbook', 2))).toThrow(RangeError)
})
