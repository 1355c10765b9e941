import { describe, expect, test } from 'vitest'
import sharp from 'sharp'
import { aLabel } from './fixtures.ts'
import { labelLayouts, labelModule, labelSheetPdf, labelSheetSvg, moduleOf } from './index.ts'
import type { LabelLayout } from './index.ts'
import { symbolsOfPdf, wordsOfPdf } from './test-reading.ts'

const createdAt = new Date(0)
/** GS1 General Specifications: QR with GS1 Digital Link at retail point of sale. */
const tills = { least: 0.396, most: 0.99 }

// A dot of 0.125 mm is that of a printer with 8 dots to the millimetre; the products are written by hand.
describe('the module of a symbol', () => {
  test.each([
    ['is the largest whole number of dots that the room holds', { modules: 41, room: 20.6, dot: 0.125 }, 0.5],
    ['takes its room to the last dot', { modules: 41, room: 20.5, dot: 0.125 }, 0.5],
    ['is a dot smaller where the room lacks a hundredth', { modules: 29, room: 14.49, dot: 0.1 }, 0.4],
    ['is no larger than a till reads, whatever the room', { modules: 29, room: 100, dot: 0.125 }, 0.875],
    ['may be the most that a till reads', { modules: 29, room: 100, dot: 0.11 }, 0.99],
    ['may be the least that a till reads', { modules: 29, room: 12, dot: 0.396 }, 0.396],
  ])('%s', (_, asked, expected) => {
    expect(moduleOf({ ...asked, ...tills })).toBeCloseTo(expected, 9)
  })

  test.each([
    ['three dots of 0.125 mm are less than a till reads, and four have no room', { modules: 41, room: 20.49, dot: 0.125 }],
    ['not one dot has room', { modules: 41, room: 1, dot: 0.125 }],
    ['the room is none', { modules: 41, room: 0, dot: 0.125 }],
    ['one dot is larger than a till reads', { modules: 21, room: 100, dot: 1 }],
    ['no whole number of dots lies between the least and the most', { modules: 21, room: 100, dot: 0.3, least: 0.61, most: 0.89 }],
  ])('is none where %s', (_, asked) => {
    expect(moduleOf({ ...tills, ...asked })).toBeNull()
  })
})

const gtin13 = '8938501234568'
const lotOf = (origin: string, lot: string) => `${origin}/01/0${gtin13}/10/${lot}`
/** The layouts that have room for a symbol of a GTIN; the roll of 40 × 30 has for phones only. */
const forTills = labelLayouts.filter(({ id }) => id !== 'roll-40x30')

describe('a label whose symbol carries a GTIN', () => {
  // The dots of each printer by hand: 600 and 203 to the inch. The smallest sheet has room for short addresses only.
  test.each<[string, string, number, number]>([
    ['a4-3x8', 'https://dacsan.example.vn', 600, 16],
    ['a4-3x7', 'https://dacsan.example.vn', 600, 15],
    ['a4-2x7', 'https://dacsan.example.vn', 600, 18],
    ['a4-4x10', 'https://dacsan.vn', 600, 10],
    ['roll-50x30', 'https://dacsan.example.vn', 203, 4],
  ])('on %s at %s it is drawn with modules of whole dots that a till reads, and is read back', async (id, origin, dpi, dots) => {
    const layout: LabelLayout = labelLayouts.find((one) => one.id === id)!
    const url = lotOf(origin, id === 'a4-4x10' ? 'L7' : 'DS-2611%2FA')
    const module = labelModule(layout, aLabel({ url }), tills)!
    const long = { product: 'Bộ sản phẩm đan lát từ bẹ dừa nước và cọng lá dừa sáp truyền thống', lot: 'ABCDEFGHIJKLMNOPQRST' }
    const labels = [aLabel({ url, module }), aLabel({ ...long, netContent: '12 hộp × 250 g', url, module })]
    const drawn = [...(await symbolsOfPdf(labelSheetPdf({ labels, layout, createdAt })))]
    expect(drawn).toHaveLength(Math.min(2, layout.columns * layout.rows))
    for (const symbol of drawn) {
      expect(symbol.words).toBe(url)
      expect(symbol.module).toBeCloseTo((dots * 25.4) / dpi, 3)
      expect(symbol.module).toBeGreaterThanOrEqual(tills.least)
      expect(symbol.module).toBeLessThanOrEqual(tills.most)
    }
  })

  test('a layout without room for the least module has none, and draws no smaller symbol', () => {
    const small = labelLayouts.find(({ id }) => id === 'a4-4x10')!
    const url = lotOf('https://dacsan.example.vn', 'DS-2611%2FA')
    expect(labelModule(small, aLabel({ url }), tills)).toBeNull()
    expect(() => labelSheetPdf({ labels: [aLabel({ url, module: 0.4 })], layout: small, createdAt })).toThrow(RangeError)
  })

  test.each<LabelLayout>(forTills)('every place of $name has the room that its module was decided by', async (layout) => {
    const url = lotOf('https://dacsan.vn', 'L7')
    const module = labelModule(layout, aLabel({ url }), tills)!
    const labels = [aLabel({ url, module, lot: 'ABCDEFGHIJKLMNOPQRST', netContent: '12 hộp × 250 g' })]
    const drawn = await symbolsOfPdf(labelSheetPdf({ labels, copies: layout.columns * layout.rows, layout, createdAt }))
    expect(drawn).toHaveLength(layout.columns * layout.rows)
    expect(drawn.filter((symbol) => Math.abs(symbol.module - module) > 0.001)).toEqual([])
  })
})

// A name of goods may be cut; an amount may not, and the register takes a hundred letters of it.
test.each([
  ['roll-50x30', '12 hộp × 250 g ± 5 g'],
  ['roll-50x30', '500 g (10 gói × 50 g), 20 gói'],
  ['a4-4x10', '500 g (5 gói)'],
])('on %s the amount "%s" stands whole beside a symbol for tills', async (id, netContent) => {
  const layout = labelLayouts.find((one) => one.id === id)!
  const label = aLabel({ url: lotOf('https://dacsan.vn', 'L7'), lot: 'ABCDEFGHIJKLMNOPQRST', netContent })
  const module = labelModule(layout, label, tills)!
  expect(await wordsOfPdf(labelSheetPdf({ labels: [{ ...label, module }], layout, createdAt }))).toContain(netContent)
})

test('a lot of twenty wide letters leaves no room for a symbol for tills on a low layout', () => {
  const label = aLabel({ url: lotOf('https://dacsan.vn', 'L7'), lot: 'W'.repeat(20) })
  const fitting = labelLayouts.filter((layout) => labelModule(layout, label, tills) !== null)
  expect(fitting.map(({ id }) => id)).toEqual(['a4-3x8', 'a4-3x7', 'a4-2x7', 'roll-60x40', 'roll-75x50', 'roll-100x50'])
})

test('a low layout has no room for a symbol for tills where the amount is so long that it would be cut, and phones get a smaller symbol', async () => {
  const netContent = 'Hộp quà gồm 12 gói kẹo dừa sáp 50 g, 6 hũ mứt dừa 120 g và 2 chai mật hoa dừa 250 ml, tổng 1,82 kg'
  for (const layout of labelLayouts) {
    const label = aLabel({ url: lotOf('https://dacsan.vn', 'L7'), netContent })
    const low = layout.label.height < 32
    expect(labelModule(layout, label, tills) === null).toBe(low)
    const pdf = labelSheetPdf({ labels: [label], layout, createdAt })
    expect((await wordsOfPdf(pdf)).replaceAll('\u00a0', ' ')).toContain('tổng 1,82 kg')
    if (low) expect(() => labelSheetPdf({ labels: [{ ...label, module: 0.4 }], layout, createdAt })).toThrow(/no room/)
  }
  const roll = labelLayouts.find(({ id }) => id === 'roll-50x30')!
  const [symbol] = await symbolsOfPdf(labelSheetPdf({ labels: [aLabel({ netContent })], layout: roll, createdAt }))
  expect((symbol!.module * 203) / 25.4).toBeCloseTo(2, 2)
})

// The symbol is set at its size whatever stands around it: words that lack room would run into it.
test.each<LabelLayout>(forTills)('on $name the quiet zone stays white under the longest words', async (layout) => {
  const url = lotOf('https://dacsan.vn', 'L7')
  const module = labelModule(layout, aLabel({ url }), tills)!
  const label = aLabel({ url, module, stars: 5, lot: 'ABCDEFGHIJKLMNOPQRST', netContent: '12 hộp × 250 g' })
  const svg = labelSheetSvg({ labels: [label], layout, createdAt })
  const perMillimetre = 20
  const { data, info } = await sharp(Buffer.from(svg), { density: 200 })
    .flatten({ background: '#fff' })
    .resize(layout.page.width * perMillimetre, layout.page.height * perMillimetre, { fit: 'fill' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const isInked = (x: number, y: number) =>
    (data[(Math.round(y * perMillimetre) * info.width + Math.round(x * perMillimetre)) * info.channels] ?? 255) < 128
  const left = layout.margin.left + Math.max(layout.label.height < 32 ? 1 : 1.2, layout.bareEdge - layout.margin.left)
  // Down the left column of the upper left finder pattern, to its corner.
  let top = layout.margin.top
  while (top < layout.page.height && !isInked(left + 4.5 * module, top)) top += 0.05
  expect(top).toBeLessThan(layout.page.height)
  const side = 37 * module
  const inked: string[] = []
  for (let x = left; x < left + side; x += 0.1)
    for (let across = 0.3; across < 4 * module; across += 0.1)
      for (const y of [top - across, top + side - 8 * module + across]) if (isInked(x, y)) inked.push(`${x}, ${y}`)
  expect(inked).toEqual([])
})

test('a label for phones on a thermal roll has modules of whole dots as well', async () => {
  const layout = labelLayouts.find(({ id }) => id === 'roll-50x30')!
  const urls = ['https://dacsan.vn/t/7K3M9QX2R4TZ81', `https://${'dac-san-'.repeat(8)}.example.vn/t/7K3M9QX2R4TZ81`]
  const drawn = await Promise.all(urls.map((url) => symbolsOfPdf(labelSheetPdf({ labels: [aLabel({ url })], layout, createdAt }))))
  expect(drawn.map(([symbol]) => symbol?.words)).toEqual(urls)
  expect(drawn.map(([symbol]) => (symbol!.module * 203) / 25.4)).toEqual([expect.closeTo(4, 2), expect.closeTo(3, 2)])
})
