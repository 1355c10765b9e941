import { dong, readHolidays } from '@dacsan/vietnam'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LotStock } from '../../inventory/rules.ts'
import { decidePlacement, mergeLines } from './placement.ts'
import type { Offer } from './offer.ts'
import type { PlacementFacts, WantedLine } from './placement.ts'

const noHolidays = readHolidays({ knownFrom: '2026-01-01', knownTo: '2027-12-31', weeklyRest: [6, 7], daysOff: [], swaps: [] })

const offer = (name: string, more: Partial<Offer> = {}): Offer => ({
  listingId: `lst_${name}`,
  productId: `prd_${name}`,
  packId: `pck_${name}`,
  productName: name,
  producerId: 'pro_1',
  priceVnd: dong(85_000),
  steps: [],
  leastQuantity: 1,
  multiple: 1,
  unit: 'hũ',
  published: true,
  sellerCleared: true,
  recognition: 'in-force',
  stars: 4,
  certificateCode: 'C-1',
  netContent: '200 g',
  quantity: { value: 200, unit: 'GRM' },
  weightGrams: null,
  needsCold: false,
  shelfLifeDays: null,
  rule: null,
  ahead: null,
  box: null,
  producerName: 'HTX',
  maxPerOrder: null,
  ...more,
})
const lot = (name: string, onHand: number, more: Partial<LotStock> = {}): LotStock => ({
  lotId: `lot_${name}`,
  productId: `prd_${name}`,
  packId: `pck_${name}`,
  placeId: 'plc_1',
  number: '1',
  madeOn: '2026-11-01',
  expiresOn: '2027-01-31',
  status: 'open',
  onHand,
  reserved: 0,
  ...more,
})
const facts = (more: Partial<PlacementFacts> = {}): PlacementFacts => ({
  today: '2026-11-23',
  orderingEnabled: true,
  offers: [offer('A'), offer('B', { priceVnd: dong(120_000), producerId: 'pro_2' })],
  lots: [lot('A', 10), lot('B', 10)],
  book: { slots: [], holidays: noHolidays },
  delivery: { sellers: [], destination: null, wishes: {} },
  ways: {},
  vouchers: {},
  confirmedAge: 0,
  seenVnd: null,
  ...more,
})
const want = (...lines: [string, number][]): WantedLine[] => lines.map(([name, quantity]) => ({ listingId: `lst_${name}`, quantity }))

describe('placing orders', () => {
  test('a cart of two sellers becomes two orders whose totals add up', () => {
    const decision = decidePlacement(want(['A', 2], ['B', 1]), facts())
    expect(decision).toMatchObject({
      ok: true,
      event: {
        totalVnd: 290_000,
        orders: [
          {
            producerId: 'pro_1',
            totalVnd: 170_000,
            lines: [
              { lineTotalVnd: 170_000, netContent: '200 g', picks: [{ lotId: 'lot_A', packId: 'pck_A', placeId: 'plc_1', quantity: 2 }] },
            ],
          },
          { producerId: 'pro_2', totalVnd: 120_000 },
        ],
      },
    })
  })

  test('C2, B2: the same listing named twice is one line, and its demand is summed before the stock is looked at', () => {
    expect(mergeLines(want(['A', 1], ['B', 1], ['A', 2]))).toEqual(want(['A', 3], ['B', 1]))
    expect(decidePlacement(want(['A', 6], ['A', 6]), facts())).toEqual({
      ok: false,
      refusal: { code: 'sold-out', items: [{ listingId: 'lst_A', name: 'A, 200 g', wanted: 12, available: 10 }] },
    })
  })

  test('every line that is sold out is named, and nothing is ordered', () => {
    const decision = decidePlacement(want(['A', 11], ['B', 99]), facts())
    expect(!decision.ok && decision.refusal.code === 'sold-out' && decision.refusal.items.map((item) => item.name)).toEqual([
      'A, 200 g',
      'B, 200 g',
    ])
  })

  test('expired and recalled lots do not count', () => {
    const lots = [lot('A', 10, { expiresOn: '2026-11-22' }), lot('A', 10, { lotId: 'lot_A2', status: 'recalled' })]
    expect(decidePlacement(want(['A', 1]), facts({ lots }))).toMatchObject({ refusal: { code: 'sold-out', items: [{ available: 0 }] } })
  })

  test.each([
    ['paused', { published: false }],
    ['without a verified seller', { sellerCleared: false }],
    ['whose certificate expired', { recognition: 'none' } as const],
  ])('a listing %s cannot be ordered', (_, more) => {
    expect(decidePlacement(want(['A', 1]), facts({ offers: [offer('A', more)] }))).toEqual({
      ok: false,
      refusal: { code: 'not-for-sale', items: [{ listingId: 'lst_A', name: 'A, 200 g' }] },
    })
  })

  test('a listing that does not exist is refused without a name', () => {
    expect(decidePlacement(want(['X', 1]), facts())).toMatchObject({ refusal: { code: 'not-for-sale', items: [{ name: null }] } })
  })

  test('the published limit of a listing holds', () => {
    const decision = decidePlacement(want(['A', 2], ['A', 2]), facts({ offers: [offer('A', { maxPerOrder: 3 })] }))
    expect(decision).toMatchObject({ refusal: { code: 'over-limit', items: [{ wanted: 4, limit: 3 }] } })
  })

  test('a line costs what its number costs, and in numbers in which a thing is not sold nothing is ordered', () => {
    const steps = [{ from: 6, priceVnd: dong(80_000) }]
    const offers = [offer('A', { steps, leastQuantity: 2, multiple: 2 }), offer('B')]
    expect(decidePlacement(want(['A', 2], ['A', 4], ['B', 1]), facts({ offers }))).toMatchObject({
      event: { totalVnd: 6 * 80_000 + 85_000, orders: [{ lines: [{ unitPriceVnd: 80_000, lineTotalVnd: 480_000 }, {}] }] },
    })
    expect(decidePlacement(want(['A', 3], ['B', 1]), facts({ offers }))).toEqual({
      ok: false,
      refusal: {
        code: 'quantity-not-sold',
        items: [{ listingId: 'lst_A', name: 'A, 200 g', wanted: 3, next: 4, least: 2, multiple: 2 }],
      },
    })
  })

  test('what is left of a shelf is said in numbers in which it is sold', () => {
    const offers = [offer('A', { leastQuantity: 6, multiple: 6 })]
    expect(decidePlacement(want(['A', 12]), facts({ offers }))).toMatchObject({ refusal: { code: 'sold-out', items: [{ available: 6 }] } })
    expect(decidePlacement(want(['A', 6]), facts({ offers, lots: [lot('A', 5)] }))).toMatchObject({
      refusal: { code: 'sold-out', items: [{ available: 0 }] },
    })
  })

  test('what the law sells to nobody younger is ordered by whoever confirmed the age, and the line keeps the warning', () => {
    const rule = { sets: ['QD26-15'], warning: 'Không bán cho người chưa đủ 18 tuổi.', leastAge: 18, cashless: true }
    const offers = [offer('A', { rule }), offer('B')]
    expect(decidePlacement(want(['A', 1], ['B', 1]), facts({ offers }))).toEqual({
      ok: false,
      refusal: { code: 'age-unconfirmed', leastAge: 18, items: [{ listingId: 'lst_A', name: 'A, 200 g' }] },
    })
    expect(decidePlacement(want(['B', 1]), facts({ offers })).ok).toBe(true)
    expect(decidePlacement(want(['A', 1]), facts({ offers, confirmedAge: 18 }))).toMatchObject({
      event: { orders: [{ lines: [{ rule: { warning: rule.warning, leastAge: 18 } }] }] },
    })
  })

  test('goods that do not last as long as was promised are not taken, and the line keeps the day of the promise', () => {
    const lots = [lot('A', 3, { expiresOn: '2026-12-22' }), lot('A', 4, { lotId: 'lot_A2', expiresOn: '2026-12-23' })]
    const offers = [offer('A', { shelfLifeDays: 30 })]
    expect(decidePlacement(want(['A', 4]), facts({ offers, lots }))).toMatchObject({
      event: { orders: [{ lines: [{ leastExpiresOn: '2026-12-23', picks: [{ lotId: 'lot_A2', quantity: 4 }] }] }] },
    })
    expect(decidePlacement(want(['A', 5]), facts({ offers, lots }))).toMatchObject({
      refusal: { code: 'sold-out', items: [{ available: 4 }] },
    })
  })

  test('a price that changed since the buyer looked is shown again before it binds', () => {
    expect(decidePlacement(want(['A', 1]), facts({ seenVnd: 80_000 }))).toEqual({
      ok: false,
      refusal: { code: 'price-changed', seenVnd: 80_000, nowVnd: 85_000 },
    })
    expect(decidePlacement(want(['A', 1]), facts({ seenVnd: 85_000 })).ok).toBe(true)
  })

  test('an order that no transfer could carry is refused', () => {
    const offers = [offer('A', { priceVnd: dong(9_999_999_999_999) })]
    expect(decidePlacement(want(['A', 1]), facts({ offers })).ok).toBe(true)
    expect(decidePlacement(want(['A', 2]), facts({ offers }))).toEqual({ ok: false, refusal: { code: 'total-too-large' } })
  })

  test('ordering switched off and an empty cart are refused', () => {
    expect(decidePlacement(want(['A', 1]), facts({ orderingEnabled: false }))).toMatchObject({ refusal: { code: 'ordering-off' } })
    expect(decidePlacement([], facts())).toMatchObject({ refusal: { code: 'cart-empty' } })
  })

  test('lines, orders, groups and picks of every placement add up to prices and quantities', () => {
    const names = ['A', 'B', 'C', 'D']
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...names), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 5_000_000 }), { minLength: 4, maxLength: 4 }),
        (lines, prices) => {
          const offers = names.map((name, i) => offer(name, { priceVnd: dong(prices[i]!), producerId: `pro_${i % 2}` }))
          const lots = names.flatMap((name) => [lot(name, 40), lot(name, 40, { lotId: `lot_${name}2`, expiresOn: '2026-12-01' })])
          const decision = decidePlacement(want(...lines), facts({ offers, lots }))
          if (!decision.ok) return false
          const { orders, totalVnd } = decision.event
          const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)
          return (
            totalVnd === sum(orders.map((order) => order.totalVnd)) &&
            orders.every((order) => order.totalVnd === sum(order.lines.map((line) => line.lineTotalVnd))) &&
            orders.flatMap((order) => order.lines).every((line) => line.lineTotalVnd === line.unitPriceVnd * line.quantity) &&
            orders.flatMap((order) => order.lines).every((line) => sum(line.picks.map((pick) => pick.quantity)) === line.quantity) &&
            sum(orders.flatMap((order) => order.lines).map((line) => line.quantity)) === sum(lines.map(([, quantity]) => quantity))
          )
        },
      ),
    )
  })
})

test('what the law asks of one part of a box it asks of the box, and its boxes count with loose packs of the same cart', () => {
  const rule = { sets: ['QD26-01'], warning: 'Sản phẩm có cồn', leastAge: 18, cashless: true }
  const part = { ...offer('A'), number: 2, productSlug: 'a', problem: null, rule }
  const box = offer('box', { priceVnd: dong(150_001), box: [part] })
  const wanted: WantedLine[] = [
    { listingId: 'lst_box', quantity: 2 },
    { listingId: 'lst_A', quantity: 7 },
  ]
  const given = facts({ offers: [box, offer('A')], lots: [lot('A', 10)] })
  expect(decidePlacement(wanted, given)).toMatchObject({ refusal: { code: 'age-unconfirmed', leastAge: 18 } })
  expect(decidePlacement(wanted, { ...given, confirmedAge: 18 })).toMatchObject({
    refusal: { code: 'sold-out', items: [{ listingId: 'lst_A', wanted: 7, available: 6 }] },
  })
  expect(decidePlacement([wanted[0]!], { ...given, confirmedAge: 18 })).toMatchObject({ event: { totalVnd: 300_002 } })
})
