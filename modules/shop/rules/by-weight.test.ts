import fc from 'fast-check'
import { dong } from '@dacsan/vietnam'
import { expect, test } from 'vitest'
import { highestOf, partsOfLots, reducedBy, weighLines, weighedSum, leftOf } from './by-weight.ts'
import type { ByWeight, SaidLine } from './by-weight.ts'
import { agreedPricing, decidePricing } from './price.ts'
import type { Pricing } from './price.ts'

const chicken: ByWeight = { perKgVnd: dong(180_000), leastGrams: 1800, mostGrams: 2200 }
const pricing: Pricing = { priceVnd: dong(1), steps: [], leastQuantity: 1, multiple: 1, maxPerOrder: null, byWeight: chicken }

const range = fc.record({
  perKgVnd: fc.integer({ min: 1, max: 5_000_000 }).map(dong),
  leastGrams: fc.integer({ min: 1, max: 5000 }),
  wider: fc.integer({ min: 0, max: 5000 }),
})
const byWeight = range.map(({ perKgVnd, leastGrams, wider }): ByWeight => ({ perKgVnd, leastGrams, mostGrams: leastGrams + wider }))
const pieces = fc.array(fc.integer({ min: 1, max: 12_000 }), { minLength: 1, maxLength: 30 })

test('a chicken of 1,8 to 2,2 kg at 180.000 đ a kilogram is agreed to at 396.000 đ, and paid by what it weighs', () => {
  expect(highestOf(chicken)).toBe(396_000)
  expect(weighedSum(chicken, [1950])).toEqual({ billedGrams: 1950, sumVnd: 351_000, lightPieces: 0 })
  expect(weighedSum(chicken, [2300]).sumVnd).toBe(396_000)
  expect(weighedSum(chicken, [1700])).toEqual({ billedGrams: 1700, sumVnd: 306_000, lightPieces: 1 })
})

test('whatever the scale says, nobody pays more than was said, and nothing is given away for nothing', () => {
  fc.assert(
    fc.property(byWeight, pieces, fc.double({ min: 0, max: 0.9, noNaN: true }), (of, grams, off) => {
      const lineTotalVnd = dong(highestOf(of) * grams.length)
      const discountVnd = dong(Math.floor(lineTotalVnd * off))
      const { sumVnd } = weighedSum(of, grams)
      expect(sumVnd).toBeLessThanOrEqual(lineTotalVnd)
      const reducedVnd = reducedBy({ lineTotalVnd, discountVnd }, sumVnd)
      expect(reducedVnd).toBeGreaterThanOrEqual(0)
      expect(reducedVnd).toBeLessThanOrEqual(lineTotalVnd - discountVnd)
    }),
  )
})

test('what was weighed is shared out to its lots to the gram and to the đồng', () => {
  fc.assert(
    fc.property(byWeight, pieces, fc.nat(), (of, grams, cut) => {
      const { sumVnd, billedGrams } = weighedSum(of, grams)
      const first = cut % (grams.length + 1)
      const quantities = [first, grams.length - first].filter((quantity) => quantity > 0)
      const parts = partsOfLots({ grams, sumVnd, byWeight: of }, quantities)
      expect(parts.reduce((sum, part) => sum + part.grams, 0)).toBe(billedGrams)
      expect(parts.reduce((sum, part) => sum + part.sumVnd, 0)).toBe(sumVnd)
    }),
  )
})

test('every piece of every line by weight is weighed, or nothing is', () => {
  const line = (id: SaidLine['id'], of: ByWeight | null): SaidLine => ({
    id,
    quantity: 2,
    lineTotalVnd: dong(792_000),
    discountVnd: dong(0),
    byWeight: of,
  })
  expect(weighLines([line('oln_jar', null)], {})).toMatchObject({ refusal: { code: 'not-by-weight' } })
  const lines = [line('oln_a', chicken), line('oln_jar', null), line('oln_b', chicken)]
  expect(weighLines(lines, { oln_a: [2000, 1900], oln_b: [2000] })).toMatchObject({ refusal: { code: 'weights-missing', pieces: 1 } })
  expect(weighLines(lines, { oln_a: [2000, 1900], oln_b: [2000, 1700] })).toMatchObject({
    event: { reducedVnd: 792_000 * 2 - 7600 * 180, lightPieces: 1 },
  })
})

test('the price of a piece by weight is that of the heaviest; steps by number do not go with it', () => {
  expect(decidePricing(pricing)).toMatchObject({ event: { priceVnd: 396_000 } })
  const steps = [{ from: 3, priceVnd: dong(300_000) }]
  expect(decidePricing({ ...pricing, steps })).toMatchObject({ refusal: { code: 'steps-by-weight' } })
  const backwards = { ...chicken, leastGrams: 2300 }
  expect(decidePricing({ ...pricing, byWeight: backwards })).toMatchObject({ refusal: { code: 'weights-backwards', least: 2300 } })
})

test('a share by agreement is taken off the kilogram; a named price of a piece says nothing of what is sold by weight', () => {
  const agreed = agreedPricing(pricing, 'pck_a', { percent: 10, prices: [] })
  expect(agreed).toMatchObject({ priceVnd: 356_400, byWeight: { perKgVnd: 162_000 } })
  const named = [{ packId: 'pck_a' as const, priceVnd: dong(100_000), leastQuantity: 1, multiple: 1 }]
  expect(agreedPricing(pricing, 'pck_a', { percent: null, prices: named })).toBeNull()
})

test('of what was taken out before it was weighed nothing is taken off twice', () => {
  const line = { id: 'oln_a' as const, quantity: 3, cut: 1, lineTotalVnd: dong(300_000), discountVnd: dong(30_001), byWeight: null }
  // 269.999 was agreed; the piece that went took 89.999 of it.
  expect(leftOf(line)).toMatchObject({ quantity: 2, lineTotalVnd: 200_000, discountVnd: 20_000 })
  expect(leftOf({ ...line, cut: 0 })).toMatchObject({ quantity: 3, lineTotalVnd: 300_000, discountVnd: 30_001 })
})
