import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { writeXlsx } from 'hucre'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
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
    return read.ok ? [] : read.refusal.problems
  }

  test('a register file is refused whole, with every fault named by row and column', async () => {
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
      value: [{ name: 'HTX A', products: [{ recognitions: [{ validUntil: '2027-02-01', stars: 4 }] }] }],
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
      refusal: { problems: [{ code: 'cell-wrong', row: 3, column: 'sao', value: '7' }] },
    })
    const right = await writeXlsx({ sheets: [{ name: 'Sổ', rows: rows.slice(0, 2) }] })
    expect(await readRegisterFile(right)).toMatchObject({
      value: [{ communeCode: '29308', products: [{ recognitions: [{ stars: 4, validUntil: '2027-02-01' }] }] }],
    })
  })

  test('a register file that is broken, in another encoding or far too large is refused with the reason', async () => {
    for (const bytes of [Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), Uint8Array.from([0xff, 0xfe, 0x41]), new Uint8Array(5_000_001)]) {
      expect(await readRegisterFile(bytes)).toMatchObject({ ok: false, refusal: { problems: [{ code: 'file-unreadable' }] } })
    }
  })

  test('a register file that unpacks too large is refused before unpacking, also when its directory states a wrong size', async () => {
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
