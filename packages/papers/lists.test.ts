import { expect, test } from 'vitest'
import { aPaperList } from './fixtures.ts'
import { listsPdf } from './lists.ts'
import { pagesOfPdf, qrsOfPdf } from './test-reading.ts'

const createdAt = new Date('2026-11-30T03:00:00Z')

test('each list begins a page, with its facts, rows and sum', async () => {
  const pages = await pagesOfPdf(listsPdf({ lists: [aPaperList(), { ...aPaperList(1), title: 'Phiếu giao hàng' }], createdAt }))
  expect(pages).toHaveLength(2)
  for (const words of ['Phiếu nhặt hàng', 'DS7K2M9XQ1, DS7K2M9XQ2', 'Mứt dừa sáp hũ 3', '261128-3', 'Cộng', 'Lấy lô hết hạn trước.'])
    expect(pages[0]).toContain(words)
  expect(pages[1]).toContain('Phiếu giao hàng')
})

test('a long list says its headings on every page and loses no row', async () => {
  const pages = await pagesOfPdf(listsPdf({ lists: [aPaperList(90)], createdAt }))
  expect(pages.length).toBeGreaterThan(1)
  for (const page of pages) expect(page).toContain('Số lượng')
  const all = pages.join(' ')
  for (let n = 1; n <= 90; n += 1) expect(all).toContain(`hũ ${n} `)
})

test('the symbol of a list is read back', async () => {
  expect(await qrsOfPdf(listsPdf({ lists: [{ ...aPaperList(), code: 'DS7K2M9XQ4' }], createdAt }))).toEqual(['DS7K2M9XQ4'])
})

test('a row that has not the cells of its columns is set by nobody, nor is no list', () => {
  expect(() => listsPdf({ lists: [{ ...aPaperList(), rows: [{ cells: ['one'] }] }], createdAt })).toThrow(RangeError)
  expect(() => listsPdf({ lists: [], createdAt })).toThrow(RangeError)
})
