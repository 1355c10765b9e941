import { expect, test } from 'vitest'
import { leafletPdf } from './leaflet.ts'
import { aLeaflet } from './fixtures.ts'
import { pagesOfPdf, qrsOfPdf } from './test-reading.ts'

test('a leaflet of either size is read back: its address from the symbol, its places from the words', async () => {
  for (const size of ['a4', 'a5'] as const) {
    const pdf = leafletPdf(aLeaflet({ size }))
    expect(await qrsOfPdf(pdf)).toEqual([aLeaflet().address])
    const pages = await pagesOfPdf(pdf)
    expect(pages).toHaveLength(1)
    for (const words of ['Một ngày ở Cầu Kè', 'Lò cốm dẹp', 'Vườn dừa sáp', 'chưa có quyết định']) expect(pages[0]).toContain(words)
  }
})

test('more places than a sheet holds stand on the next, each whole', async () => {
  const stops = Array.from({ length: 20 }, (_, index) => ({ number: index + 1, name: `Điểm ${index + 1} hết`, facts: ['60 phút'], about: 'Xem làm, thử làm. '.repeat(6) })) // prettier-ignore
  const pages = await pagesOfPdf(leafletPdf(aLeaflet({ stops })))
  expect(pages.length).toBeGreaterThan(1)
  for (const { name } of stops)
    expect(
      pages.filter((page) => page.includes(name)),
      name,
    ).toHaveLength(1)
})

test('without a place there is no leaflet', () => {
  expect(() => leafletPdf(aLeaflet({ stops: [] }))).toThrow(RangeError)
})
