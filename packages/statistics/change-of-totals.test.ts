import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeOfTotals, studentT } from './index.ts'

const ten: [number, number][] = [
  [120, 150],
  [80, 84],
  [300, 330],
  [45, 60],
  [200, 190],
  [60, 75],
  [500, 560],
  [90, 99],
  [150, 180],
  [40, 44],
]

describe("Student's t of 95 %", () => {
  // Published tables (NIST/SEMATECH e-Handbook 1.3.6.7.2, three decimals) and R: qt(0.975, df), ten decimals.
  test.each([
    [1, 12.7062047362],
    [2, 4.3026527297],
    [3, 3.1824463053],
    [4, 2.7764451052],
    [5, 2.5705818356],
    [9, 2.2621571628],
    [10, 2.228138852],
    [29, 2.0452296421],
    [30, 2.0422724563],
    [100, 1.9839715185],
    [1000, 1.9623390808],
  ])('with %i degrees is %d', (degrees, t) => {
    expect(studentT(degrees)).toBeCloseTo(t, 9)
  })

  test('falls with every degree, also where the sum gives way to the series, and ends at the normal 1.96', () => {
    for (let degrees = 2; degrees < 260; degrees++) expect(studentT(degrees)).toBeLessThan(studentT(degrees - 1))
    expect(studentT(200) - studentT(201)).toBeCloseTo(studentT(201) - studentT(202), 5)
    expect(studentT(1e9)).toBeCloseTo(1.959963984540054, 8)
    expect(() => studentT(0)).toThrow(RangeError)
  })
})

describe('how a total changed', () => {
  test('the ten pairs of the method paper give its ratio, error and interval', () => {
    const outcome = changeOfTotals(ten)
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    const { ratio, se, low, high, n, medianRatio, risen } = outcome.value
    expect([ratio.toFixed(5), se.toFixed(5), low.toFixed(4), high.toFixed(4)]).toEqual(['1.11798', '0.02782', '1.0550', '1.1809'])
    expect({ n, medianRatio, risen }).toEqual({ n: 10, medianRatio: 1.11, risen: 0.9 })
  })

  // x̄ = 15, R = 33/30; residuals −1 and 1, so se = √(2/1/2)/15 = 1/15; t1 = 12.7062047362.
  test('two pairs worked by hand', () => {
    expect(
      changeOfTotals([
        [10, 10],
        [20, 23],
      ]),
    ).toEqual({
      ok: true,
      value: { ratio: 1.1, se: 0.066667, low: 0.25292, high: 1.94708, n: 2, medianRatio: 1.075, risen: 0.5 },
    })
  })

  test('half of a population leaves √½ of the error, and a whole population leaves none', () => {
    expect(
      changeOfTotals(
        [
          [10, 10],
          [20, 23],
        ],
        4,
      ),
    ).toMatchObject({ value: { se: 0.04714, ratio: 1.1 } })
    expect(changeOfTotals(ten, 10)).toMatchObject({ value: { se: 0, ratio: 1.117981, low: 1.117981, high: 1.117981 } })
    expect(changeOfTotals(ten, null)).toEqual(changeOfTotals(ten))
  })

  test('a pair with nothing before counts in the ratio and among those that rose, and has no ratio of its own', () => {
    expect(
      changeOfTotals([
        [0, 5],
        [10, 10],
        [10, 10],
      ]),
    ).toMatchObject({ value: { ratio: 1.25, medianRatio: 1, risen: 0.333333, n: 3 } })
  })

  test('fewer than two pairs, nothing before, and a population smaller than the pairs are refused', () => {
    expect(changeOfTotals([[1, 2]])).toEqual({ ok: false, refusal: { code: 'too-few-pairs', least: 2 } })
    expect(
      changeOfTotals([
        [0, 2],
        [0, 3],
      ]),
    ).toEqual({ ok: false, refusal: { code: 'nothing-before' } })
    expect(changeOfTotals(ten, 9)).toEqual({ ok: false, refusal: { code: 'population-too-small', n: 10 } })
    expect(
      changeOfTotals([
        [1, 2],
        [-1, 2],
      ]),
    ).toEqual({ ok: false, refusal: { code: 'not-an-amount', pair: 1 } })
    expect(
      changeOfTotals([
        [1, 1e308],
        [1, 1e308],
      ]),
    ).toEqual({ ok: false, refusal: { code: 'too-large' } })
  })

  test('in another unit the change is the same', () => {
    const some = fc.array(fc.tuple(fc.integer({ min: 1, max: 1e6 }), fc.nat(1e6)), { minLength: 2, maxLength: 30 })
    fc.assert(
      fc.property(some, (pairs) => {
        const inMillions = changeOfTotals(pairs.map(([x, y]) => [x * 1024, y * 1024]))
        expect(inMillions).toEqual(changeOfTotals(pairs))
      }),
    )
  })

  test('the ratio lies within its interval and between the least and the greatest single ratio', () => {
    const some = fc.array(fc.tuple(fc.integer({ min: 1, max: 1e6 }), fc.nat(1e6)), { minLength: 2, maxLength: 30 })
    fc.assert(
      fc.property(some, fc.nat(40), (pairs, others) => {
        const outcome = changeOfTotals(pairs, pairs.length + others)
        if (!outcome.ok) throw new Error(outcome.refusal.code)
        const { ratio, low, high } = outcome.value
        const single = pairs.map(([x, y]) => y / x)
        expect(low <= ratio && ratio <= high).toBe(true)
        expect(ratio).toBeGreaterThanOrEqual(Math.min(...single) - 1e-6)
        expect(ratio).toBeLessThanOrEqual(Math.max(...single) + 1e-6)
      }),
    )
  })
})
