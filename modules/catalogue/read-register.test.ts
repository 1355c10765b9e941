import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { writeXlsx } from 'hucre'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { toCsv } from '@dacsan/platform/csv'
import { watchTurns } from '@dacsan/platform/watch-turns'
import { groupRegister } from './group-register.ts'
import { readRegister } from './read-register.ts'
import { provincialRegister, readRegisterFile } from './register-file.ts'
import { standingAfter } from './standing-after.ts'
import { sayRegisterProblem } from './words.ts'

const source = parse<Record<string, string>>(readFileSync(new URL('../../data/provinces/vinh-long/register.csv', import.meta.url)), {
  columns: true,
})

describe('the register of the province', () => {
  test('the register of the province holds every row of its file, and all recognitions of a product under one product', async () => {
    const producers = provincialRegister()
    const products = producers.flatMap((producer) => producer.products)
    expect(products.flatMap((product) => product.recognitions)).toHaveLength(source.length)
    expect(products).toHaveLength(new Set(source.map((row) => row['mã sản phẩm'])).size)
    expect(producers).toHaveLength(new Set(source.map((row) => row['mã chủ thể'])).size)
  })

  test('the register of the province takes nothing that rests on an unverified list alone', () => {
    expect([...new Set(source.map((row) => row['độ tin']))].toSorted()).toEqual(['A', 'B'])
  })

  test('the register gives both recognitions of a product that rose from four stars to five', async () => {
    const product = await productOf('duong-hoa-dua')
    expect(product.recognitions.map(({ year, stars }) => [year, stars])).toEqual([
      [2020, 4],
      [2023, 5],
    ])
    expect(standingAfter(product.recognitions)).toMatchObject({
      standing: 'certified',
      stars: 5,
      potentialFive: false,
      certifiedUntil: null,
    })
  })

  test('the register leaves the rank open where the source gives a range', async () => {
    expect(standingAfter((await productOf('buoi-binh-minh')).recognitions)).toMatchObject({ standing: 'certified', stars: null })
  })

  test('the register keeps a result that waits for the ministry apart from a rank', async () => {
    const waiting = standingAfter((await productOf('banh-trang-imex-travinh')).recognitions)
    expect(waiting).toMatchObject({ standing: 'none', stars: null, potentialFive: true })
    const ranked = standingAfter((await productOf('keo-dua-sap-nguyen-chat')).recognitions)
    expect(ranked).toMatchObject({ standing: 'certified', stars: 4, potentialFive: true })
  })
})

async function productOf(key: string) {
  const products = provincialRegister().flatMap((producer) => producer.products)
  return products.find((product) => product.key === key)!
}

describe('a register file that is wrong', () => {
  const heading = 'sản phẩm,chủ thể,bộ,sao,năm,độ tin,hết hạn'
  const fileOf = (text: string) => readRegisterFile(new TextEncoder().encode(text))
  const problemsOf = async (...lines: string[]) => {
    const read = await fileOf([heading, ...lines].join('\n'))
    return read.ok ? read.value.problems : read.refusal.problems
  }

  test('C65: a register file names every fault by row and column, and keeps the wrong rows apart', async () => {
    expect(await problemsOf('Dừa sáp,HTX A,QD26-01,6,2024,A,', ',HTX B,QD26-99,4,2024,C,31/02/2027')).toMatchObject([
      { code: 'cell-wrong', row: 2, column: 'sao', value: '6' },
      { code: 'cell-empty', row: 3, column: 'sản phẩm' },
      { code: 'cell-wrong', row: 3, column: 'bộ', value: 'QD26-99' },
      { code: 'cell-wrong', row: 3, column: 'hết hạn', value: '31/02/2027' },
      { code: 'cell-wrong', row: 3, column: 'độ tin', value: 'C' },
    ])
  })

  test('the rows of a register file are counted as in a spreadsheet, blank lines included', async () => {
    expect(await problemsOf('', 'Dừa sáp,HTX A,QD26-01,6,2024,A,')).toMatchObject([{ row: 3 }])
  })

  test('a register file may not say two different things about one product', async () => {
    expect(await problemsOf('Dừa sáp,HTX A,QD26-01,4,2024,A,', 'Dừa sáp,HTX A,QD26-07,5,2025,A,')).toEqual([
      { code: 'rows-disagree', row: 3, column: 'bộ', firstRow: 2 },
    ])
  })

  test('a register file may not give one recognition twice', async () => {
    expect(await problemsOf('Dừa sáp,HTX A,QD26-01,4,2024,A,', 'Dừa sáp,HTX A,QD26-01,5,2024,A,')).toEqual([
      { code: 'row-repeated', row: 3, firstRow: 2 },
    ])
  })

  test('the refusal of a register file says which columns are missing or unknown', async () => {
    expect(readRegister([['sản phẩm', 'chủ thể', 'bộ', 'hạng']])).toEqual({
      ok: false,
      refusal: {
        code: 'register-rejected',
        problems: [
          { code: 'column-missing', column: 'độ tin' },
          { code: 'column-unknown', column: 'hạng' },
        ],
      },
    })
  })

  test('a register file that is not a table at all is refused with that reason', async () => {
    expect(await fileOf('sản phẩm,"chủ')).toMatchObject({ ok: false, refusal: { problems: [{ code: 'file-unreadable' }] } })
  })

  test('a register file may have dates as people write them, headings in any Unicode form, and semicolons', async () => {
    const read = await fileOf(`\uFEFF${heading.replaceAll(',', ';').normalize('NFD')}\nDừa sáp;HTX A;QD26-01;4;2024;A;1/2/2027`)
    expect(read).toMatchObject({
      ok: true,
      value: { problems: [], rows: [{ producer: 'HTX A', validUntil: '2027-02-01', stars: 4 }] },
    })
  })

  test('a register file may be a workbook, with its dates and numbers as Excel keeps them', async () => {
    const rows = [
      ['sản phẩm', 'chủ thể', 'bộ', 'sao', 'mã xã', 'hết hạn', 'độ tin'],
      ['Dừa sáp', 'HTX A', 'QD26-01', 4, 29308, new Date('2027-02-01T00:00:00Z'), 'A'],
      ['Bánh tét', 'HTX A', 'QD26-06', 7, 29308, null, 'A'],
    ]
    const workbook = await writeXlsx({ sheets: [{ name: 'Sổ', rows }] })
    expect(await readRegisterFile(workbook)).toMatchObject({
      value: { problems: [{ code: 'cell-wrong', row: 3, column: 'sao', value: '7' }] },
    })
    const right = await writeXlsx({ sheets: [{ name: 'Sổ', rows: rows.slice(0, 2) }] })
    expect(await readRegisterFile(right)).toMatchObject({
      value: { problems: [], rows: [{ communeCode: '29308', stars: 4, validUntil: '2027-02-01' }] },
    })
  })

  test('a register file that went out as ours comes back as it went: a name that begins like a formula too', async () => {
    const row = { 'sản phẩm': '-Dừa; sáp', 'chủ thể': '=HTX A', bộ: 'QD26-01', sao: '4', 'mã xã': '29308', 'độ tin': 'A' }
    const file = toCsv(
      [row],
      Object.keys(row).map((header) => ({ key: header as keyof typeof row, header })),
      { separator: ';' },
    )
    expect(await fileOf(file)).toMatchObject({ value: { problems: [], rows: [{ product: '-Dừa; sáp', producer: '=HTX A' }] } })
  })

  test('a register file that is broken, in another encoding or far too large is refused with the reason', async () => {
    for (const bytes of [Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), Uint8Array.from([0xff, 0xfe, 0x41]), new Uint8Array(5_000_001)]) {
      expect(await readRegisterFile(bytes)).toMatchObject({ ok: false, refusal: { problems: [{ code: 'file-unreadable' }] } })
    }
  })

  test('a workbook whose packed data is damaged is refused as damaged', async () => {
    const damaged = Uint8Array.from(await workbook([columns]))
    const view = new DataView(damaged.buffer)
    // A block of the third kind, which DEFLATE does not have (RFC 1951, 3.2.3), at the beginning of each file in the archive.
    for (let at = 0; at < damaged.length - 30; at += 1)
      if (view.getUint32(at, true) === 0x04034b50) damaged[at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)] = 0b111
    expect(await readRegisterFile(damaged)).toMatchObject({ refusal: { problems: [{ code: 'file-unreadable', reason: 'damaged' }] } })
  })

  test('C43: the largest workbook that is taken is read while the process answers others', async () => {
    const row = [...columns.map((_, column) => `Ô ${column}`), ...Array.from({ length: 30 - columns.length }, (_, column) => column)]
    const rows = [columns, ...Array.from({ length: 19_998 }, (_, number) => [`Sản phẩm ${number}`, ...row.slice(1)])]
    const largest = await workbook(rows)
    expect(largest.length).toBeLessThan(5_000_000)
    // The process that reads, and the code that judges, are there from the first time on.
    await readRegisterFile(await workbook(rows.slice(0, 300)))
    const stop = watchTurns()
    const read = await readRegisterFile(largest)
    expect(stop()).toBeLessThan(100)
    expect(read.ok && read.value.problems.length).toBeGreaterThan(0)
  })

  test('a sheet with more cells than a register has is refused with what to do, however few its rows', async () => {
    const wide = [columns, ...Array.from({ length: 600 }, () => Array.from({ length: 1100 }, () => 1))]
    expect(await readRegisterFile(await workbook(wide))).toMatchObject({
      refusal: { problems: [{ code: 'file-unreadable', reason: 'too-many-cells' }] },
    })
  })

  test('C40: a register file that unpacks too large is refused before unpacking, also when its directory states a wrong size', async () => {
    const rows = [['sản phẩm'], ...Array.from({ length: 100 }, () => ['a'.repeat(30_000)])]
    const swelling = zipSync({
      ...unzipSync(await writeXlsx({ sheets: [{ name: 'Sổ', rows }] })),
      'xl/worksheets/sheet2.xml': new Uint8Array(21_000_000).fill(0x20),
    })
    expect(swelling.length).toBeLessThan(100_000)
    const refused = await readRegisterFile(swelling)
    expect(refused).toMatchObject({ refusal: { problems: [{ code: 'file-unreadable', reason: 'unpacks-too-large' }] } })
    expect(refused.ok ? [] : refused.refusal.problems.map(sayRegisterProblem)).toEqual([expect.stringContaining('20 MB')])
    const lying = Uint8Array.from(swelling)
    const view = new DataView(lying.buffer)
    for (let at = 0; at < lying.length - 4; at += 1) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0, true)
    expect(await readRegisterFile(lying)).toMatchObject({ ok: false, refusal: { problems: [{ code: 'file-unreadable' }] } })
  })
})

const workbook = (rows: (string | number | boolean | Date | null)[][], more: object = {}) =>
  writeXlsx({ sheets: [{ name: 'Sổ', rows, ...more }] })
const columns = ['sản phẩm', 'chủ thể', 'bộ', 'sao', 'năm', 'số quyết định', 'ngày quyết định', 'độ tin', 'tiềm năng 5 sao']
const aRow = ['Mắm cá lóc', 'HTX Mẫu', 'QD26-08', 3, 2024, '12/QĐ-UBND', new Date('2024-03-05'), 'A', null]
const readCsv = (text: string) => readRegisterFile(new TextEncoder().encode(text))
const valueOf = async (reading: ReturnType<typeof readRegisterFile>) => {
  const read = await reading
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.value
}
const refusedWith = async (reading: ReturnType<typeof readRegisterFile>) => {
  const read = await reading
  return read.ok ? read.value.problems : read.refusal.problems
}

// shared/cases/03: RFC 4180, rule 6.
describe('a file with one separator', () => {
  const headings = ['sản phẩm', 'chủ thể', 'bộ', 'độ tin', 'ghi chú']

  test.each([
    [';', 'Bánh đậu xanh, sầu riêng', 'công nhận năm 2022, hạng chưa rõ'],
    [',', 'Bánh mẫu ba', 'công nhận 2019; tái công nhận 2022'],
    ['\t', 'Bánh mẫu, bốn', 'một; hai, ba'],
  ])('a register file that is separated by %j keeps the other separators within its cells', async (separator, product, note) => {
    const { rows, problems } = await valueOf(
      readCsv(`\uFEFF${headings.join(separator)}\n${[product, 'HTX Mẫu', 'QD26-06', 'A', note].join(separator)}`),
    )
    expect([problems, rows]).toMatchObject([[], [{ product, note }]])
  })

  test('a register file may begin with the line sep=; that Excel writes and hides', async () => {
    const { rows } = await valueOf(readCsv(`sep=;\n${headings.join(';')}\nMắm mẫu;HTX Mẫu;QD26-08;A;một, hai`))
    expect(rows).toMatchObject([{ row: 2, note: 'một, hai' }])
  })
})

// shared/cases/13 and 20.
describe('a table that is not quite as it should be', () => {
  test('headings that stand twice, and cells under no heading, are told and not thrown away', async () => {
    const twice = readCsv('sản phẩm,chủ thể,bộ,độ tin,sản phẩm\nMắm mẫu,HTX Mẫu,QD26-08,A,Tên khác hẳn')
    expect(await refusedWith(twice)).toEqual([{ code: 'column-twice', column: 'sản phẩm' }])
    const extra = readCsv('sản phẩm,chủ thể,bộ,độ tin,ghi chú\nMắm mẫu,HTX Mẫu,QD26-08,A,một,hai')
    expect(await refusedWith(extra)).toEqual([{ code: 'cell-extra', row: 2, cell: 'F2', value: 'hai' }])
  })

  test('headings are read in capitals, broken over two lines and with the blanks of a web page', async () => {
    for (const heading of ['Sản phẩm', 'SẢN PHẨM', 'sản\nphẩm', 'sản\u00a0phẩm', ' sản  phẩm ']) {
      const read = await valueOf(
        workbook([
          [heading, 'chủ thể', 'bộ', 'độ tin'],
          ['Mắm mẫu', 'HTX Mẫu', 'QD26-08', 'A'],
        ]).then(readRegisterFile),
      )
      expect(read).toMatchObject({ problems: [], rows: [{ product: 'Mắm mẫu' }] })
    }
  })

  test('a title above the headings and a table that does not begin in A1 are read, rows counted as the spreadsheet counts', async () => {
    const gap = [null, ...columns]
    const read = await valueOf(workbook([['DANH SÁCH SẢN PHẨM OCOP'], [null], gap, [null, ...aRow]]).then(readRegisterFile))
    expect(read).toMatchObject({ problems: [], rows: [{ row: 4, product: 'Mắm cá lóc', decisionDate: '2024-03-05' }] })
  })

  test('a cover sheet and a hidden first sheet are passed over; a second register in the workbook is told', async () => {
    const sheet = { name: 'Sổ', rows: [columns, aRow] }
    for (const first of [
      { name: 'Bìa', rows: [['SỔ ĐĂNG KÝ']] },
      { name: 'Danh mục', rows: [['Hợp tác xã']], hidden: true },
    ]) {
      expect(await valueOf(writeXlsx({ sheets: [first, sheet] }).then(readRegisterFile))).toMatchObject({
        rows: [{ product: 'Mắm cá lóc' }],
      })
    }
    const two = writeXlsx({ sheets: [sheet, { ...sheet, name: 'Cũ', hidden: true }] }).then(readRegisterFile)
    expect(await refusedWith(two)).toEqual([{ code: 'sheet-extra', sheet: 'Cũ', hidden: true }])
  })

  test('a producer whose cell is merged over several rows makes all of them', async () => {
    const merges = [{ startRow: 1, endRow: 2, startCol: 1, endCol: 1 }]
    const read = await valueOf(workbook([columns, aRow, ['Mắm cá sặc', null, ...aRow.slice(2)]], { merges }).then(readRegisterFile))
    expect(read.rows.map(({ product, producer }) => [product, producer])).toEqual([
      ['Mắm cá lóc', 'HTX Mẫu'],
      ['Mắm cá sặc', 'HTX Mẫu'],
    ])
  })

  test('a sheet without our headings is refused with that reason', async () => {
    expect(await refusedWith(workbook([['một', 'hai']]).then(readRegisterFile))).toEqual([
      { code: 'file-unreadable', reason: 'no-heading' },
    ])
  })

  test('rows past the limit are told and not dropped', async () => {
    const lines = Array.from({ length: 20_001 }, (_, n) => `Mắm ${n};HTX Mẫu;QD26-08;A`)
    expect(await refusedWith(readCsv(['sản phẩm;chủ thể;bộ;độ tin', ...lines].join('\n')))).toEqual([
      { code: 'too-many-rows', most: 20_000 },
    ])
  })
})

describe('a cell that a spreadsheet changed', () => {
  const cell = (column: string, value: string | number | boolean | Date | null) =>
    workbook([columns, aRow.map((was, index) => (columns[index] === column ? value : was))]).then(readRegisterFile)

  test('a number of a decision that became a date, a fraction or a power of ten is told', async () => {
    expect(await refusedWith(cell('số quyết định', new Date('2024-12-03')))).toMatchObject([
      { code: 'cell-converted', row: 2, column: 'số quyết định', value: '03/12/2024', into: 'date' },
    ])
    for (const value of [0.1 + 0.2, 1e21]) {
      expect(await refusedWith(cell('số quyết định', value))).toMatchObject([{ code: 'cell-converted', into: 'number' }])
    }
    expect(await refusedWith(cell('số quyết định', '2024-12-03'))).toMatchObject([{ code: 'cell-wrong', value: '2024-12-03' }])
    expect(await valueOf(cell('số quyết định', 1234))).toMatchObject({ rows: [{ decisionNumber: '1234' }] })
  })

  test('a true value says yes where yes is meant, and is told anywhere else', async () => {
    expect(await valueOf(cell('tiềm năng 5 sao', true))).toMatchObject({ rows: [{ potentialFive: 'có' }] })
    expect(await valueOf(cell('tiềm năng 5 sao', false))).toMatchObject({ rows: [{ potentialFive: null }] })
    expect(await refusedWith(cell('sản phẩm', true))).toMatchObject([{ code: 'cell-converted', into: 'truth' }])
  })

  test('a day that another writer kept as a moment at midnight is read', async () => {
    for (const day of ['2024-03-05T00:00:00', '5-3-2024', '05.03.2024', '５/３/２０２４']) {
      expect(await valueOf(cell('ngày quyết định', day))).toMatchObject({ problems: [], rows: [{ decisionDate: '2024-03-05' }] })
    }
  })

  test('a code is read as what it shows: dashes, look-alikes of Đ, invisible and full-width signs', async () => {
    for (const number of ['12/QÐ-UBND', '12/QĐ–UBND', 'Số: 12 / QĐ-UBND.', '１２/QĐ-UBND', '12/QĐ-UBND\u200b']) {
      expect(await valueOf(cell('số quyết định', number))).toMatchObject({ rows: [{ decisionNumber: '12/QĐ-UBND' }] })
    }
    expect(await valueOf(cell('số quyết định', '–'))).toMatchObject({ problems: [], rows: [{ decisionNumber: null }] })
  })
})

// shared/cases/10.
test('each row with a garbled or endless name is named and none of them is kept', async () => {
  const names = ['M\ufffdm mẫu', 'Mắm\u0007 mẫu', 'M¾m c¸ mÉu', 'Máº¯m máº«u', 'M'.repeat(3000), '"Mắm\nmẫu"']
  const { rows, problems } = await valueOf(
    readCsv(['sản phẩm;chủ thể;bộ;độ tin', ...names.map((name) => `${name};Cơ sở Mẫu;QD26-08;A`)].join('\n')),
  )
  expect(rows).toEqual([])
  expect(problems.map((problem) => [problem.code, 'row' in problem && problem.row])).toEqual([
    ['text-garbled', 2],
    ['text-garbled', 3],
    ['text-garbled', 4],
    ['text-garbled', 5],
    ['text-long', 6],
    ['text-garbled', 7],
  ])
})

test('two spellings of one product are one product, another accent is another product', async () => {
  const { rows, problems } = await valueOf(
    readCsv(
      'sản phẩm;chủ thể;bộ;năm;độ tin\nKẹo dừa Hoà Thuận;HTX A;QD26-08;2021;A\nkẹo dừa – Hòa Thuận;HTX A;QD26-08;2024;A\nKẹo dứa Hòa Thuận;HTX A;QD26-08;2024;A',
    ),
  )
  expect(problems).toEqual([])
  expect(groupRegister(rows).producers.map(({ products }) => products.map(({ recognitions }) => recognitions.length))).toEqual([[2, 1]])
})

// security.md H1: it compared every row with every other.
test('a product with thousands of recognitions takes as many steps as it has rows', async () => {
  const lines = Array.from({ length: 19_000 }, (_, n) => `Mắm;HTX Mẫu;QD26-08;${n}/QĐ-UBND;A`)
  const read = await valueOf(readCsv(['sản phẩm;chủ thể;bộ;số quyết định;độ tin', ...lines].join('\n')))
  expect([read.rows.length, read.problems]).toEqual([19_000, []])
})
