import { describe, expect, test } from 'vitest'
import { columnWidths, leastWidths } from './column-widths.ts'
import { aCertificate, aDecision, aForm, someMinutes } from './fixtures.ts'
import { certificatePdf, officialDocumentDocx } from './index.ts'
import type { Block } from './index.ts'
import { faultsOfPaper, hasOffice, linesOfPdf, overlapsOn, faultsByOffice, tornInDocx } from './test-layout.ts'

const table = (rows: number): Extract<Block, { kind: 'table' }> => ({
  kind: 'table',
  columns: [
    { header: 'STT', width: 0.5 },
    { header: 'Tên sản phẩm', width: 9 },
    { header: 'Điểm', width: 0.5 },
  ],
  rows: Array.from({ length: rows }, (_, index) => ({ cells: [String(index + 1), `Mứt dừa sáp số ${index + 1}`, '100,00'] })),
})

describe('the pages of a paper', () => {
  test.each([
    ['a decision', aDecision()],
    ['a form', aForm()],
    ['minutes', someMinutes()],
  ])('%s has no text on another, no signature alone and no torn word', async (_, model) => {
    expect(await faultsOfPaper(model)).toEqual([])
  })

  test('a signature stands on a page with two lines of what is signed, wherever the page ends', async () => {
    const last = { kind: 'paragraph' as const, text: 'Kính trình xem xét, quyết định./.' }
    for (let rows = 18; rows < 46; rows += 1) {
      const faults = await faultsOfPaper(someMinutes({ blocks: [table(rows), last], recipients: undefined }))
      expect(faults, `${rows} rows`).toEqual([])
    }
  })

  test('a signature stands on a page with two lines, wherever sentences end', async () => {
    for (let lines = 16; lines < 40; lines += 1) {
      const blocks = Array.from({ length: lines }, (_, index): Block => ({ kind: 'paragraph', text: `Câu thứ ${index + 1}.` }))
      expect(await faultsOfPaper(someMinutes({ blocks })), `${lines} lines`).toEqual([])
    }
  })

  test('the letters of a signer for the head of a certificate do not meet, and hand and seal have at least 25 mm', async () => {
    const signature = { authority: ['KT. Chủ tịch', 'Phó Chủ tịch'], name: 'Nguyễn Thị Hồng Gấm' }
    const [page] = await linesOfPdf(certificatePdf(aCertificate({ signature })))
    expect(overlapsOn(page!)).toEqual([])
    const base = (words: string) => page!.find(({ text }) => text.includes(words))!.base
    expect(((base('PHÓ CHỦ TỊCH') - base('Hồng Gấm')) / 72) * 25.4).toBeGreaterThan(25)
  })

  test('texts that lie on one another are found', () => {
    const at = (text: string, base: number) => ({ text, left: 0, right: 50, base, size: 10 })
    expect(overlapsOn([at('CHỦ TỊCH', 100), at('PHÓ CHỦ TỊCH', 91)])).toHaveLength(1)
    expect(overlapsOn([at('CHỦ TỊCH', 100), at('PHÓ CHỦ TỊCH', 88)])).toEqual([])
  })
})

describe('the columns of a table', () => {
  test('no column is narrower than its longest word, and together they are as wide as the page', () => {
    const widths = columnWidths(table(3), 450)
    for (const [index, least] of leastWidths(table(3)).entries()) expect(widths[index]).toBeGreaterThanOrEqual(least - 1e-6)
    expect(widths.reduce((sum, one) => sum + one, 0)).toBeCloseTo(450, 6)
  })

  test('columns keep their shares where every word has room', () => {
    const wide = {
      ...table(1),
      columns: [
        { header: 'A', width: 1 },
        { header: 'B', width: 2 },
        { header: 'C', width: 3 },
      ],
    }
    const [first, second, third] = columnWidths(wide, 600)
    expect([first, second, third].map((one) => Math.round(one!))).toEqual([100, 200, 300])
  })

  test('a table of more words than the page is wide still ends at its margin', () => {
    const words = Array.from({ length: 12 }, () => ({ header: 'Nghiêngnghiêngnghiêng', width: 1 }))
    const widths = columnWidths({ kind: 'table', columns: words, rows: [] }, 450)
    expect(widths.reduce((sum, one) => sum + one, 0)).toBeCloseTo(450, 6)
  })

  test('a word that a Word table would break is found', async () => {
    const narrow = await officialDocumentDocx(someMinutes({ blocks: [table(2)] }))
    expect(tornInDocx(narrow)).toEqual([])
    const twelve = { kind: 'table' as const, columns: Array.from({ length: 12 }, () => ({ header: 'Nghiêngnghiêng', width: 1 })), rows: [] }
    expect(tornInDocx(await officialDocumentDocx(someMinutes({ blocks: [twelve] })))).not.toEqual([])
  })

  test.runIf(hasOffice)('LibreOffice sets every word of the tables whole', async () => {
    const papers = new Map([
      ['decision', await officialDocumentDocx(aDecision())],
      ['minutes', await officialDocumentDocx(someMinutes({ blocks: [table(12)] }))],
    ])
    expect(await faultsByOffice(papers)).toEqual([])
  })
})
