import { dong } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreementOn, decideTerms } from './agreement.ts'
import type { AgreedTerms } from './agreement.ts'
import { agreedPricing, unitPriceFor } from './price.ts'
import type { Pricing } from './price.ts'

const shelf: Pricing = {
  priceVnd: dong(100_000),
  steps: [
    { from: 12, priceVnd: dong(90_000) },
    { from: 48, priceVnd: dong(70_000) },
  ],
  leastQuantity: 1,
  multiple: 1,
  maxPerOrder: 20,
}
const named = (priceVnd: number, leastQuantity = 6, multiple = 6) => ({
  percent: 5,
  prices: [{ packId: 'pck_A' as const, priceVnd: dong(priceVnd), leastQuantity, multiple }],
})
const terms = (more: Partial<AgreedTerms> = {}): AgreedTerms => ({
  percent: 10,
  credit: null,
  prices: [],
  fromOn: '2026-11-23',
  untilOn: '2026-12-31',
  ...more,
})
const facts = { today: '2026-11-23' as PlainDate, packs: ['pck_A' as const] }

describe('a price by agreement', () => {
  test('that is named for a pack has its own numbers, and no limit of one order', () => {
    expect(agreedPricing(shelf, 'pck_A', named(80_000))).toEqual({
      priceVnd: 80_000,
      steps: [{ from: 48, priceVnd: 70_000 }],
      leastQuantity: 6,
      multiple: 6,
      maxPerOrder: null,
    })
  })

  test('is a share off everything that is not named, each step likewise, in whole đồng downwards', () => {
    const odd = { ...shelf, priceVnd: dong(99_999) }
    expect(agreedPricing(odd, 'pck_B', named(80_000))).toMatchObject({
      priceVnd: 94_999,
      steps: [{ priceVnd: 85_500 }, { priceVnd: 66_500 }],
      maxPerOrder: 20,
    })
  })

  test('is that of the shelf where no list touches the pack', () => {
    expect(agreedPricing(shelf, 'pck_B', { ...named(80_000), percent: null })).toBeNull()
  })

  test('is never more than a stranger pays for as many', () => {
    const price = fc.integer({ min: 1, max: 200_000 })
    fc.assert(
      fc.property(
        price,
        fc.integer({ min: 1, max: 60 }),
        fc.option(fc.integer({ min: 1, max: 90 })),
        fc.integer({ min: 1, max: 100 }),
        (agreed, least, percent, more) => {
          for (const list of [named(agreed, least, 1), { percent, prices: [] }]) {
            const own = agreedPricing(shelf, 'pck_A', list) ?? shelf
            const quantity = own.leastQuantity + more
            expect(unitPriceFor(own, quantity)).toBeLessThanOrEqual(unitPriceFor(shelf, quantity))
            expect(unitPriceFor(own, quantity)).toBeGreaterThan(0)
          }
        },
      ),
    )
  })
})

describe('a price list', () => {
  test.each([
    ['that says no price', { percent: null }, 'terms-empty'],
    ['that ends before it begins', { untilOn: '2026-11-22' }, 'terms-backwards'],
    ['of days that are over', { fromOn: '2026-11-01', untilOn: '2026-11-22' }, 'terms-past'],
    [
      'with a pack of somebody else',
      { prices: [{ packId: 'pck_B', priceVnd: dong(1), leastQuantity: 1, multiple: 1 }] },
      'terms-pack-unknown',
    ],
    [
      'with numbers that do not fit',
      { prices: [{ packId: 'pck_A', priceVnd: dong(1), leastQuantity: 10, multiple: 6 }] },
      'terms-not-multiple',
    ],
  ] as const)('%s is refused', (_, more, code) => {
    expect(decideTerms(terms(more), facts)).toMatchObject({ ok: false, refusal: { code } })
  })

  test('counts on both its days; of two that count the newer does, and the older until the newer begins', () => {
    const old = { ...terms({ fromOn: '2026-11-01' }), number: 1 }
    const next = { ...terms({ fromOn: '2026-12-01' }), number: 2 }
    expect(agreementOn([old, next], '2026-10-31')).toBeUndefined()
    expect(agreementOn([old, next], '2026-11-30')?.number).toBe(1)
    expect(agreementOn([old, next], '2026-12-01')?.number).toBe(2)
    expect(agreementOn([old, next], '2026-12-31')?.number).toBe(2)
    expect(agreementOn([old, next], '2027-01-01')).toBeUndefined()
  })
})
