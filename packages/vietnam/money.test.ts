import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate, dong, formatDong, readAmount, readDong, withoutCurrency } from './index.ts'

const weights = fc.array(fc.maxSafeNat(), { minLength: 1, maxLength: 30 })

test('an amount of đồng is a whole number', () => {
  expect(dong(120_000) + dong(5_000)).toBe(125_000)
  for (const wrong of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) expect(() => dong(wrong)).toThrow(RangeError)
  expect(Object.is(dong(-0), 0)).toBe(true)
})

test('an amount is shown with dots and the đồng sign on the same line', () => {
  expect(formatDong(dong(1_250_000))).toBe('1.250.000\u00a0₫')
  expect(formatDong(dong(0))).toBe('0\u00a0₫')
  expect(formatDong(dong(999))).toBe('999\u00a0₫')
  expect(formatDong(dong(-35_000))).toBe('−35.000\u00a0₫')
})

test('an amount is typed with or without its currency', () => {
  for (const typed of ['35.000', '35.000 đồng', '35.000đ', '35.000 ₫', '35.000 VNĐ', '35.000 vnd'])
    expect(withoutCurrency(typed)).toBe('35.000')
  expect(withoutCurrency('đồng 35.000')).toBe('đồng 35.000')
})

test('an amount is written in words as the textbooks teach', () => {
  // Toán 2 and Toán 4, national curriculum: linh, mốt, tư, lăm, không trăm.
  const read: [number, string][] = [
    [0, 'Không đồng'],
    [5, 'Năm đồng'],
    [10, 'Mười đồng'],
    [11, 'Mười một đồng'],
    [14, 'Mười bốn đồng'],
    [15, 'Mười lăm đồng'],
    [20, 'Hai mươi đồng'],
    [21, 'Hai mươi mốt đồng'],
    [24, 'Hai mươi tư đồng'],
    [55, 'Năm mươi lăm đồng'],
    [100, 'Một trăm đồng'],
    [105, 'Một trăm linh năm đồng'],
    [999, 'Chín trăm chín mươi chín đồng'],
    [120_000, 'Một trăm hai mươi nghìn đồng'],
    [1_005_021, 'Một triệu không trăm linh năm nghìn không trăm hai mươi mốt đồng'],
    [1_000_000_005, 'Một tỷ không trăm linh năm đồng'],
    [10_000_000_000_000, 'Mười nghìn tỷ đồng'],
    [-35_000, 'Âm ba mươi lăm nghìn đồng'],
    [
      Number.MAX_SAFE_INTEGER,
      'Chín triệu không trăm linh bảy nghìn một trăm chín mươi chín tỷ hai trăm năm mươi tư triệu bảy trăm bốn mươi nghìn chín trăm chín mươi mốt đồng',
    ],
  ]
  for (const [amount, words] of read) expect(readDong(dong(amount))).toBe(words)
})

describe('allocating a total', () => {
  test('an allocation gives the units left over to the largest remainders, ties to the lower index', () => {
    expect(allocate(100, [1, 1, 1])).toEqual({ ok: true, value: [34, 33, 33] })
    expect(allocate(10, [1, 2, 4])).toEqual({ ok: true, value: [1, 3, 6] })
    expect(allocate(1, [1, 1])).toEqual({ ok: true, value: [1, 0] })
    expect(allocate(7, [0, 3, 0])).toEqual({ ok: true, value: [0, 7, 0] })
    expect(allocate(0, [5, 6])).toEqual({ ok: true, value: [0, 0] })
  })

  test('an allocation is exact where floating point is not', () => {
    const max = Number.MAX_SAFE_INTEGER
    expect(allocate(max, [max, max])).toEqual({ ok: true, value: [4503599627370496, 4503599627370495] })
    expect(allocate(max, [1, max])).toEqual({ ok: true, value: [1, max - 1] })
  })

  test('an allocation without weights, or with negative or fractional numbers, is refused', () => {
    expect(allocate(5, [])).toEqual({ ok: false, refusal: { code: 'nothing-to-weigh-by' } })
    expect(allocate(5, [0, 0])).toEqual({ ok: false, refusal: { code: 'nothing-to-weigh-by' } })
    expect(allocate(-5, [1])).toEqual({ ok: false, refusal: { code: 'total-not-whole' } })
    expect(allocate(1.5, [1])).toEqual({ ok: false, refusal: { code: 'total-not-whole' } })
    expect(allocate(5, [1, -1])).toEqual({ ok: false, refusal: { code: 'weight-not-whole', index: 1 } })
  })

  test('an allocation never loses or makes a đồng, and stays within one unit of the exact share', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), weights, (total, shares) => {
        fc.pre(shares.some((share) => share > 0))
        const outcome = allocate(total, shares)
        if (!outcome.ok) throw new Error(outcome.refusal.code)
        const whole = shares.reduce((sum, share) => sum + BigInt(share), 0n)
        expect(outcome.value.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(total))
        outcome.value.forEach((part, index) => {
          const floor = (BigInt(total) * BigInt(shares[index]!)) / whole
          expect([floor, floor + 1n]).toContain(BigInt(part))
        })
      }),
    )
  })
})

test('an amount in words without its currency is written small, whole groups in full, and less than nothing is none', () => {
  expect(readAmount(dong(0))).toBe('không')
  expect(readAmount(dong(1_005_000))).toBe('một triệu không trăm linh năm nghìn')
  expect(readAmount(dong(1_000_000_005))).toBe('một tỷ không trăm linh năm')
  expect(() => readAmount(dong(-1))).toThrow(RangeError)
})
