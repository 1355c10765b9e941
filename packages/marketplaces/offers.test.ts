import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillShopeeWorkbook, lacksOf, netPriceOf } from './index.ts'
import type { Fee, Offer, WorkbookPack } from './index.ts'

const offer: Offer = {
  title: 'Mật hoa dừa Sokfarm chai thủy tinh 250 ml',
  description: 'Mật hoa dừa nguyên chất',
  photos: [{ width: 1200, height: 1200 }],
  skus: [{ sku: 'SOK-MHD-250', priceVnd: 95_000, grams: 450, gtin: '8938505974194' }],
  papers: [{ name: 'attp', until: '2026-12-31' }],
}
const sku = offer.skus[0]!

describe('what an offer lacks', () => {
  test('one that has everything lacks nothing on any of the three', () => {
    expect((['shopee', 'tiktok-shop', 'lazada'] as const).map((name) => lacksOf(name, offer, '2026-11-30'))).toEqual([[], [], []])
  })

  test('a title of TikTok Shop has 25 letters at least and 255 at most, counted as people count', () => {
    const titled = (title: string) => lacksOf('tiktok-shop', { ...offer, title }, '2026-11-30')
    expect(titled('ă'.repeat(24))).toEqual([{ code: 'title-short', limit: 25 }])
    expect(titled('ă'.repeat(25))).toEqual([])
    expect(titled('ă'.repeat(256))).toEqual([{ code: 'title-long', limit: 255 }])
  })

  test('on Shopee in Viet Nam the dearest pack costs at most five times the cheapest, and nowhere else', () => {
    const skus = [sku, { ...sku, sku: 'SOK-MHD-2000', priceVnd: 475_001 }]
    expect(lacksOf('shopee', { ...offer, skus }, '2026-11-30')).toEqual([{ code: 'price-span', limit: 5 }])
    expect(lacksOf('lazada', { ...offer, skus }, '2026-11-30')).toEqual([])
    expect(lacksOf('shopee', { ...offer, skus: [sku, { ...skus[1]!, priceVnd: 475_000 }] }, '2026-11-30')).toEqual([])
  })

  test('a paper holds until the end of its last day', () => {
    expect(lacksOf('lazada', offer, '2026-12-31')).toEqual([])
    expect(lacksOf('lazada', offer, '2027-01-01')).toEqual([{ code: 'paper-ended', paper: 'attp', until: '2026-12-31' }])
  })

  test('each photo, weight and number of a pack is named where it is wrong', () => {
    const photos = [offer.photos[0]!, { width: 1200, height: 299 }, { width: 4001, height: 900 }]
    const skus = [{ ...sku, sku: 'SOK MHD', grams: null, priceVnd: 0 }]
    expect(lacksOf('tiktok-shop', { ...offer, photos, skus }, '2026-11-30')).toEqual([
      { code: 'photo-small', photo: 2, limit: 300 },
      { code: 'photo-large', photo: 3, limit: 4000 },
      { code: 'sku-bad', sku: 'SOK MHD' },
      { code: 'price-missing', sku: 'SOK MHD' },
      { code: 'weight-missing', sku: 'SOK MHD' },
    ])
    expect(lacksOf('shopee', { ...offer, photos: [], skus: [], description: ' ' }, '2026-11-30').map(({ code }) => code)).toEqual([
      'description-missing',
      'photo-missing',
      'no-packs',
    ])
  })
})

describe('what is left of a price', () => {
  const fee = (given: Partial<Fee>): Fee => ({
    name: 'fixed',
    category: null,
    from: '2025-12-29',
    to: null,
    basisPoints: 400,
    capVnd: null,
    source: 'a test',
    ...given,
  })

  test('a fee counts from its first day to its last, for its category, up to its cap', () => {
    const fees = [
      fee({ name: 'old', to: '2026-06-30', basisPoints: 300 }),
      fee({ name: 'new', from: '2026-07-01', basisPoints: 1000, capVnd: 5000 }),
      fee({ name: 'toys', category: 'toys' }),
    ]
    expect(netPriceOf(100_000, fees, { category: 'food', on: '2026-06-30' })).toEqual({
      netVnd: 97_000,
      fees: [{ name: 'old', vnd: 3000 }],
    })
    expect(netPriceOf(100_000, fees, { category: 'food', on: '2026-07-01' })).toEqual({
      netVnd: 95_000,
      fees: [{ name: 'new', vnd: 5000 }],
    })
  })

  test('price, fees and rest always add up in whole đồng', () => {
    fc.assert(
      fc.property(fc.nat(50_000_000), fc.array(fc.nat(3000), { maxLength: 5 }), (price, points) => {
        const { netVnd, fees } = netPriceOf(
          price,
          points.map((basisPoints) => fee({ basisPoints })),
          { category: null, on: '2026-11-30' },
        )
        expect(fees.reduce((sum, { vnd }) => sum + vnd, netVnd)).toBe(price)
        expect(fees.every(({ vnd }) => Number.isSafeInteger(vnd) && vnd >= 0)).toBe(true)
      }),
    )
  })
})

describe('the workbook of a shop', () => {
  const pack: WorkbookPack = {
    product: 'mat-hoa-dua',
    title: 'Mật hoa dừa',
    description: 'Nguyên chất',
    category: '100629',
    pack: '250 ml',
    priceVnd: 95_000,
    stock: 40,
    sku: 'SOK-250',
    gtin: '8938505974194',
    grams: 450,
    photoUrls: ['https://ocop.example.vn/1.jpg', 'https://ocop.example.vn/2.jpg'],
  }
  const head = [
    'ps_category|0|0',
    'ps_product_name|1|0',
    'channel_id.5001|0|0',
    'ps_price|1|1',
    'ps_stock|0|1',
    'ps_weight|0|0',
    'ps_item_cover_image|0|0',
  ]
  const sheet = (keys: readonly string[]) => [keys, ...Array.from({ length: 5 }, () => ['a note of Shopee'])]

  test('is filled by its keys, from the seventh row on, and what we do not know stays empty', () => {
    expect(fillShopeeWorkbook(sheet(head), [pack])).toEqual({
      ok: true,
      value: [
        { row: 6, column: 0, value: '100629' },
        { row: 6, column: 1, value: 'Mật hoa dừa' },
        { row: 6, column: 3, value: 95_000 },
        { row: 6, column: 4, value: 40 },
        { row: 6, column: 5, value: 0.45 },
        { row: 6, column: 6, value: 'https://ocop.example.vn/1.jpg' },
      ],
    })
  })

  test('the same keys in another order, as another shop has them, take the same values', () => {
    const filledBy = (keys: readonly string[]) => {
      const filled = fillShopeeWorkbook(sheet(keys), [pack])
      return filled.ok ? Object.fromEntries(filled.value.map(({ column, value }) => [keys[column], value])) : filled.refusal
    }
    expect(filledBy(head.toReversed())).toEqual(filledBy(head))
  })

  test('packs of one product stand below each other with its name repeated, and share their number', () => {
    const keys = [
      'et_title_variation_integration_no|0|0',
      'et_title_option_for_variation_1|0|0',
      'ps_product_name|1|0',
      'ps_price|1|1',
      'ps_stock|0|1',
    ]
    const other = { ...pack, product: 'muoi', title: 'Muối ớt', sku: 'M' }
    const filled = fillShopeeWorkbook(sheet(keys), [pack, other, { ...pack, pack: '500 ml', sku: 'SOK-500' }])
    expect(filled.ok && filled.value.filter(({ column }) => column < 3).map(({ row, value }) => [row, value])).toEqual([
      [6, 'mat-hoa-dua'],
      [6, '250 ml'],
      [6, 'Mật hoa dừa'],
      [7, 'mat-hoa-dua'],
      [7, '500 ml'],
      [7, 'Mật hoa dừa'],
      [8, 'Muối ớt'],
    ])
  })

  test('a file without keys, one that demands what we do not know, and one with goods in it are not written to', () => {
    expect(fillShopeeWorkbook([['STT', 'Tên']], [pack])).toEqual({ ok: false, refusal: { code: 'not-a-template' } })
    expect(fillShopeeWorkbook(sheet(['ps_product_name|1|0', 'ps_stock|0|1']), [pack])).toEqual({
      ok: false,
      refusal: { code: 'key-missing', key: 'ps_price' },
    })
    expect(fillShopeeWorkbook(sheet([...head, 'ps_new_size_chart|1|0']), [pack])).toEqual({
      ok: false,
      refusal: { code: 'unknown-mandatory', keys: ['ps_new_size_chart'] },
    })
    expect(fillShopeeWorkbook(sheet(['ps_gtin_code|1|0', ...head]), [{ ...pack, gtin: null }])).toEqual({
      ok: false,
      refusal: { code: 'value-missing', key: 'ps_gtin_code', sku: 'SOK-250' },
    })
    expect(fillShopeeWorkbook([...sheet(head), ['', 'Hàng đã có']], [pack])).toEqual({ ok: false, refusal: { code: 'not-empty', row: 7 } })
  })
})
