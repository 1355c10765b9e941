import { dong } from '@dacsan/vietnam'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bySize, firstChoice, priceFrom, unitPriceOf } from './packs-on-offer.ts'

test.each([
  [85_000, { value: 250, unit: 'GRM' }, { perVnd: 340_000, unit: 'kg' }],
  [85_000, { value: 0.5, unit: 'KGM' }, { perVnd: 170_000, unit: 'kg' }],
  [45_000, { value: 330, unit: 'MLT' }, { perVnd: 136_364, unit: 'l' }],
  [200_000, { value: 5, unit: 'LTR' }, { perVnd: 40_000, unit: 'l' }],
  [85_000, { value: 1, unit: 'KGM' }, null],
  [85_000, { value: 1000, unit: 'GRM' }, null],
  [85_000, null, null],
] as const)('%i đồng for %o is %o for a whole kilogram or litre', (price, netContent, expected) => {
  expect(unitPriceOf(dong(price), netContent)).toEqual(expected)
})

test('the price of a kilogram is a whole đồng, and as much of it as the pack holds is its price to within rounding', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000_000 }), fc.integer({ min: 1, max: 50_000 }), (price, grams) => {
      const unit = unitPriceOf(dong(price), { value: grams, unit: 'GRM' })
      if (grams === 1000) return expect(unit).toBeNull()
      expect(Number.isSafeInteger(unit!.perVnd)).toBe(true)
      expect(Math.abs((unit!.perVnd * grams) / 1000 - price)).toBeLessThanOrEqual(grams / 2000 + 1e-6)
    }),
  )
})

const pack = (listingId: `lst_${string}`, priceVnd: number, available: number, isDefault = false, grams: number | null = null) => ({
  listingId,
  priceVnd: dong(priceVnd),
  available,
  isDefault,
  netContent: grams === null ? null : { value: grams, unit: 'GRM' as const },
})

test('packs stand in the order of their size, those without a told content last', () => {
  const packs = [pack('lst_a', 90_000, 1), pack('lst_b', 150_000, 1, false, 500), pack('lst_c', 85_000, 1, true, 250)]
  expect(packs.toSorted(bySize).map(({ listingId }) => listingId)).toEqual(['lst_c', 'lst_b', 'lst_a'])
})

test('the usual pack is chosen while there is any of it, else one that there is', () => {
  const [small, usual] = [pack('lst_small', 40_000, 3), pack('lst_usual', 85_000, 2, true)]
  expect(firstChoice([small, usual])).toBe(usual)
  expect(firstChoice([small, { ...usual, available: 0 }])).toBe(small)
  expect(
    firstChoice([
      { ...small, available: 0 },
      { ...usual, available: 0 },
    ]),
  ).toMatchObject({ listingId: 'lst_usual' })
  expect(firstChoice([])).toBeUndefined()
})

test('where one price is told it is the least that can be had', () => {
  const [small, usual] = [pack('lst_small', 40_000, 0), pack('lst_usual', 85_000, 2)]
  expect(priceFrom([usual, small])).toMatchObject({ listing: usual, others: false })
  expect(priceFrom([usual, { ...small, available: 1 }])).toMatchObject({ listing: { listingId: 'lst_small' }, others: true })
  expect(priceFrom([])).toBeNull()
})
