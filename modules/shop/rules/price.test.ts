import { dong } from '@dacsan/vietnam'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decidePricing, orderableOf, priceRows, refuseQuantity, unitPriceFor } from './price.ts'
import type { Pricing } from './price.ts'

const pricing = (more: Partial<Pricing> = {}): Pricing => ({
  priceVnd: dong(100_000),
  steps: [
    { from: 12, priceVnd: dong(90_000) },
    { from: 48, priceVnd: dong(82_000) },
  ],
  leastQuantity: 1,
  multiple: 1,
  maxPerOrder: null,
  ...more,
})

/** Terms that the rule accepts. */
const anyPricing = fc
  .record({
    multiple: fc.integer({ min: 1, max: 12 }),
    least: fc.integer({ min: 1, max: 5 }),
    gaps: fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 20_000 })), { maxLength: 4 }),
    lowest: fc.integer({ min: 1, max: 200_000 }),
    room: fc.option(fc.integer({ min: 0, max: 100 })),
  })
  .map(({ multiple, least, gaps, lowest, room }): Pricing => {
    const leastQuantity = least * multiple
    const falls = gaps.map(([, fall]) => fall)
    const priceAfter = (step: number) => dong(lowest + falls.slice(step).reduce((sum, fall) => sum + fall, 0))
    let from = leastQuantity
    const steps = gaps.map(([gap], at) => ({ from: (from += gap), priceVnd: priceAfter(at + 1) }))
    return { priceVnd: priceAfter(0), steps, leastQuantity, multiple, maxPerOrder: room === null ? null : leastQuantity + room }
  })

describe('the price of so many', () => {
  test.each([
    [1, 100_000],
    [11, 100_000],
    [12, 90_000],
    [47, 90_000],
    [48, 82_000],
    [100_000, 82_000],
  ])('%i cost %i đồng each', (quantity, expected) => {
    expect(unitPriceFor(pricing(), quantity)).toBe(expected)
  })

  test('the table of prices says from how many to how many each holds', () => {
    expect(priceRows(pricing({ leastQuantity: 6 }))).toEqual([
      { from: 6, to: 11, priceVnd: 100_000 },
      { from: 12, to: 47, priceVnd: 90_000 },
      { from: 48, to: null, priceVnd: 82_000 },
    ])
    expect(priceRows(pricing({ steps: [] }))).toEqual([{ from: 1, to: null, priceVnd: 100_000 }])
  })

  test('the price is that of the row in whose numbers it lies, never rises with the quantity and never lies below the lowest step', () => {
    fc.assert(
      fc.property(anyPricing, fc.integer({ min: 1, max: 500 }), fc.nat(50), (terms, quantity, more) => {
        expect(decidePricing(terms)).toMatchObject({ ok: true })
        const price = unitPriceFor(terms, quantity)
        const row = priceRows(terms).findLast(({ from }) => from <= quantity)
        expect(price).toBe(row?.priceVnd ?? terms.priceVnd)
        expect(price).toBeGreaterThanOrEqual(terms.steps.at(-1)?.priceVnd ?? terms.priceVnd)
        expect(unitPriceFor(terms, quantity + more)).toBeLessThanOrEqual(price)
      }),
    )
  })
})

describe('in which numbers a thing is sold', () => {
  const sixes = pricing({ leastQuantity: 12, multiple: 6, maxPerOrder: 40 })

  test.each([
    [1, { code: 'quantity-not-sold', next: 12, least: 12, multiple: 6 }],
    [12, null],
    [13, { code: 'quantity-not-sold', next: 18, least: 12, multiple: 6 }],
    [36, null],
    // 42 would be above the limit.
    [37, { code: 'quantity-not-sold', next: 36, least: 12, multiple: 6 }],
    [41, { code: 'over-limit', limit: 36 }],
  ])('asked for %i the answer is %o', (quantity, expected) => {
    expect(refuseQuantity(sixes, quantity)).toEqual(expected)
  })

  test('the number that a refusal names is not refused', () => {
    fc.assert(
      fc.property(anyPricing, fc.integer({ min: 1, max: 500 }), (terms, quantity) => {
        const refusal = refuseQuantity(terms, quantity)
        const named = refusal === null ? quantity : refusal.code === 'over-limit' ? refusal.limit : refusal.next
        expect(refuseQuantity(terms, named)).toBeNull()
      }),
    )
  })

  test('of what is left only whole numbers of the multiple can be ordered, and less than the least number is none', () => {
    expect([11, 12, 17, 18].map((free) => orderableOf(sixes, free))).toEqual([0, 12, 12, 18])
    expect(orderableOf(pricing(), 7)).toBe(7)
  })
})

describe('the terms of a seller', () => {
  test.each([
    ['a least number that is no multiple', { leastQuantity: 4, multiple: 6 }, { code: 'least-not-multiple', multiple: 6, next: 6 }],
    ['a limit below the least number', { leastQuantity: 12, maxPerOrder: 6 }, { code: 'limit-below-least', least: 12 }],
    ['a first step within the least number', { leastQuantity: 12 }, { code: 'price-step-not-rising', step: 0, above: 12 }],
    [
      'a step at the quantity of another',
      { steps: [12, 12].map((from, at) => ({ from, priceVnd: dong(90_000 - at) })) },
      { code: 'price-step-not-rising', step: 1, above: 12 },
    ],
    [
      'a step that is not cheaper',
      { steps: [{ from: 12, priceVnd: dong(100_000) }] },
      { code: 'price-step-not-falling', step: 0, below: 100_000 },
    ],
  ])('%s is refused', (_, more, refusal) => {
    expect(decidePricing(pricing(more))).toEqual({ ok: false, refusal })
  })
})
