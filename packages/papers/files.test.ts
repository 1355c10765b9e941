import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { aDecision, aForm, someMinutes } from './fixtures.ts'
import { exactSum, officialDocumentDocx, workbookXlsx } from './index.ts'
import type { Workbook } from './index.ts'

async function wordXml(bytes: Uint8Array): Promise<string> {
  const part = unzipSync(bytes)['word/document.xml']
  return part ? strFromU8(part) : ''
}
const wordText = (xml: string) =>
  xml
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

describe('an official paper as DOCX', () => {
  test('an official paper as DOCX has the same text as the PDF', async () => {
    const text = wordText(await wordXml(await officialDocumentDocx(aDecision())))
    for (const part of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      '/QĐ-UBND',
      'Điều 2. Hiệu lực',
      'tháng 11 năm 2026',
      'Nơi nhận:',
      '- Lưu: VT, KTN.',
      'Nguyễn Thị Hồng Gấm',
      'Danh sách sản phẩm được công nhận',
    ]) {
      expect(text).toContain(part)
    }
  })

  test('an official paper as DOCX has the margins of Nghị định 30/2020 and a landscape appendix', async () => {
    const xml = await wordXml(await officialDocumentDocx(aDecision()))
    // 567 twentieths of a point are 1 cm.
    for (const [, top, right, bottom, left] of xml.matchAll(/<w:pgMar w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"/g)) {
      for (const [value, least, most] of [
        [top, 20, 25],
        [bottom, 20, 25],
        [left, 30, 35],
        [right, 15, 20],
      ] as const) {
        expect((Number(value) / 1440) * 25.4).toBeGreaterThan(least - 0.1)
        expect((Number(value) / 1440) * 25.4).toBeLessThan(most + 0.1)
      }
    }
    expect(xml.match(/<w:pgMar /g)).toHaveLength(2)
    expect(xml).toContain('w:orient="landscape"')
  })

  test('an official paper as DOCX loses only the characters that XML cannot hold', async () => {
    const text = wordText(await wordXml(await officialDocumentDocx(aForm({ subject: 'Mứt\u0001 dừa\ufffe 🥥 椰子 \ud800អង្ករ' }))))
    expect(text).toContain('Mứt dừa 🥥 椰子 \ufffdអង្ករ')
  })

  test('an official paper as DOCX keeps typed markup as text', async () => {
    const text = wordText(await wordXml(await officialDocumentDocx(aForm({ subject: '<w:p>&amp; "xin chào"' }))))
    expect(text).toContain('<w:p>&amp; "xin chào"')
    expect(text).toContain('#set text(red) *không phải lệnh* $x$ <nhãn> @ai')
    expect(text).toContain('☑')
    expect(text).toContain('ដូងក្ទិះ')
  })

  test('an official paper as DOCX keeps its last two lines with the signatures, and the rows of a small table together', async () => {
    const last = { kind: 'paragraph' as const, text: 'Câu cuối cùng./.' }
    const xml = await wordXml(await officialDocumentDocx(someMinutes({ blocks: [...someMinutes().blocks, last] })))
    const keptWith = (words: string) => xml.match(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs)?.find((paragraph) => paragraph.includes(words))
    expect(keptWith('Câu cuối cùng')).toMatch(/<w:keepNext\/>/)
    expect(keptWith('Nguồn nguyên liệu')).toMatch(/<w:keepNext\/>/)
    // One line is not enough below a page break: the table goes with it.
    expect(keptWith('Tổng cộng')).toMatch(/<w:keepNext\/>/)
    expect(keptWith('Bà Trần Thị Mỹ Lệ')).not.toMatch(/<w:keepNext\/>/)
  })

  test('behind a signature at the foot of a page an official paper as DOCX has no line that would make another page', async () => {
    const xml = await wordXml(await officialDocumentDocx(aDecision()))
    const behind = xml.slice(xml.indexOf('Nguyễn Thị Hồng Gấm'), xml.indexOf('<w:sectPr'))
    const paragraphs = behind.slice(behind.indexOf('</w:tbl>')).match(/<w:p>.*?<w:spacing[^>]*>/gs) ?? []
    expect(paragraphs.length).toBeGreaterThan(0)
    for (const paragraph of paragraphs) expect(paragraph).toMatch(/w:line="20" w:lineRule="exact"|w:lineRule="exact" w:line="20"/)
  })

  test('minutes as DOCX have both signers', async () => {
    const text = wordText(await wordXml(await officialDocumentDocx(someMinutes())))
    expect(text).toContain('Kim Sa Rết')
    expect(text).toContain('Trần Thị Mỹ Lệ')
  })
})

const source = {
  title: 'Sản phẩm',
  query: 'list-products',
  version: '3',
  producedAt: new Date('2026-11-23T02:30:00Z'),
  filters: [{ label: 'Hạng', value: '4 sao' }],
}
const aWorkbook = (rows: Workbook['sheets'][number]['rows']): Workbook => ({
  sheets: [
    {
      name: 'Sản phẩm: đợt 2/2026',
      columns: [
        { key: 'name', header: 'Tên', kind: 'text', total: 'count' },
        { key: 'points', header: 'Điểm', kind: 'decimal', total: 'sum' },
        { key: 'revenue', header: 'Doanh thu', kind: 'money', total: 'sum' },
        { key: 'day', header: 'Ngày', kind: 'date' },
        { key: 'at', header: 'Lúc', kind: 'datetime' },
      ],
      rows,
    },
  ],
  source,
})

describe('a workbook', () => {
  test('a workbook keeps numbers as numbers, days as days, and instants in Vietnamese time', async () => {
    const [sheet] = (
      await readXlsx(
        await workbookXlsx(
          aWorkbook([{ name: 'Dừa sáp', points: '86.67', revenue: 5000000n, day: '2026-11-23', at: new Date('2026-11-23T18:30:00Z') }]),
        ),
      )
    ).sheets
    expect(sheet?.name).toBe('Sản phẩm  đợt 2 2026')
    expect(sheet?.rows[0]).toEqual(['Tên', 'Điểm', 'Doanh thu', 'Ngày', 'Lúc'])
    expect(sheet?.rows[1]).toEqual(['Dừa sáp', 86.67, 5000000, new Date('2026-11-23T00:00:00Z'), new Date('2026-11-24T01:30:00Z')])
  })

  test('a workbook ends with exact sums, and repeats them on the sheet of sources', async () => {
    const rows = [
      { name: 'A', points: '0.1', revenue: 1 },
      { name: 'B', points: '0.2', revenue: 2 },
      { name: '', points: null, revenue: 3n },
    ]
    const { sheets } = await readXlsx(await workbookXlsx(aWorkbook(rows)))
    expect(sheets[0]?.rows.at(-1)?.slice(0, 3)).toEqual([2, 0.3, 6])
    const facts = Object.fromEntries((sheets[1]?.rows ?? []).map(([label, value]) => [String(label), value]))
    expect(sheets[1]?.name).toBe('Nguồn')
    expect(facts).toMatchObject({
      'Truy vấn': 'list-products',
      'Phiên bản truy vấn': '3',
      'Lập lúc (giờ Việt Nam)': '2026-11-23 09:30',
      'Điều kiện: Hạng': '4 sao',
      'Tổng: Sản phẩm  đợt 2 2026 / Điểm': '0.3',
    })
  })

  test('a bare sheet is its rows and nothing under them; its sums stand on the sheet of sources alone', async () => {
    const book = aWorkbook([{ name: 'A', points: '0.1', revenue: 1 }])
    const { sheets } = await readXlsx(await workbookXlsx({ ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, bare: true })) }))
    expect(sheets[0]?.rows).toHaveLength(2)
    expect(sheets[1]?.rows.map(([label]) => label)).toContain('Tổng: Sản phẩm  đợt 2 2026 / Điểm')
  })

  test('C39: a workbook never holds a formula, whatever people typed', async () => {
    const hostile = ['=1+1', '+cmd|calc', '-2', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://a","b")']
    const bytes = await workbookXlsx(aWorkbook(hostile.map((name) => ({ name }))))
    const [sheet] = (await readXlsx(bytes)).sheets
    expect(sheet?.rows.slice(1, -1).map(([name]) => name)).toEqual(hostile)
    for (const [name, part] of Object.entries(unzipSync(bytes)))
      if (name.startsWith('xl/worksheets/')) expect(strFromU8(part)).not.toMatch(/<f[ >]/)
  })

  test('a workbook keeps a number as text if a spreadsheet would round it', async () => {
    const [sheet] = (await readXlsx(await workbookXlsx(aWorkbook([{ name: 'A', revenue: 12345678901234567890n }])))).sheets
    expect(sheet?.rows[1]?.[2]).toBe('12345678901234567890')
  })

  test('a workbook loses control characters, and freezes its header row under filters', async () => {
    const bytes = await workbookXlsx(aWorkbook([{ name: 'A\u0000\u0008B' }]))
    expect((await readXlsx(bytes)).sheets[0]?.rows[1]?.[0]).toBe('AB')
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
    expect(xml).toContain('<autoFilter ref="A1:E2"')
  })

  test('a workbook value that does not fit is refused with its sheet, row and column', async () => {
    await expect(workbookXlsx(aWorkbook([{ name: 'A' }, { points: 'tám' }]))).rejects.toThrow(RangeError)
    await expect(workbookXlsx(aWorkbook([{ name: 'A', day: 'mai' }]))).rejects.toThrow(
      'Sản phẩm: đợt 2/2026, dòng 2, cột "Ngày": không phải ngày',
    )
  })
})

describe('an exact sum', () => {
  test('an exact sum adds decimals without rounding', () => {
    expect(exactSum(['0.1', '0.20', 3n])).toBe('3.30')
    expect(exactSum([])).toBe('0')
    expect(exactSum(['-0.05', '0.01'])).toBe('-0.04')
    expect(() => exactSum(['1e3'])).toThrow(RangeError)
  })

  test('an exact sum agrees with whole numbers shifted by two places', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n })), (cents) => {
        const text = (value: bigint) =>
          `${value < 0n ? '-' : ''}${String(value < 0n ? -value : value)
            .padStart(3, '0')
            .replace(/(\d\d)$/, '.$1')}`
        const sum = cents.reduce((total, value) => total + value, 0n)
        expect(exactSum(cents.map(text))).toBe(cents.length ? text(sum) : '0')
      }),
    )
  })
})
