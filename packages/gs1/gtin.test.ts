import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDigit, formatGtin, hasCheckDigit, isGtin, isVietnamese, parseGtin } from './index.ts'
import type { Gtin } from './index.ts'

const anyGtin = fc
  .string({ unit: fc.constantFrom(...'0123456789'), minLength: 13, maxLength: 13 })
  .map((digits) => `${digits}${checkDigit(digits)}` as Gtin)

describe('a GTIN', () => {
  test('a GTIN has the check digit of the GS1 General Specifications', () => {
    // 6291041500213 and 629104150021: the worked example of section 7.9.1.
    expect(checkDigit('629104150021')).toBe(3)
    expect(checkDigit('893850123456')).toBe(8)
    expect(() => checkDigit('12a')).toThrow(RangeError)
    expect(() => checkDigit('')).toThrow(RangeError)
  })

  test('a GTIN is read in all four lengths and stored with fourteen digits', () => {
    expect(parseGtin('893 850123456 8')).toEqual({ ok: true, value: '08938501234568' })
    expect(parseGtin('036000291452')).toEqual({ ok: true, value: '00036000291452' })
    expect(parseGtin('96385074')).toEqual({ ok: true, value: '00000096385074' })
    expect(parseGtin('08938501234568')).toEqual({ ok: true, value: '08938501234568' })
  })

  test('a refused GTIN names the reason', () => {
    expect(parseGtin('8938501234567')).toEqual({ ok: false, refusal: { code: 'gtin-check-digit', given: 7, expected: 8 } })
    expect(parseGtin('893850123456')).toMatchObject({ ok: false, refusal: { code: 'gtin-check-digit' } })
    expect(parseGtin('89385012345')).toEqual({ ok: false, refusal: { code: 'gtin-length', length: 11 } })
    expect(parseGtin('')).toEqual({ ok: false, refusal: { code: 'gtin-not-digits' } })
    expect(parseGtin('893850123456x')).toEqual({ ok: false, refusal: { code: 'gtin-not-digits' } })
    expect(parseGtin('٨٩٣٨٥٠١٢٣٤٥٦٨')).toEqual({ ok: false, refusal: { code: 'gtin-not-digits' } })
    const inStoreOnly = `200000000000${checkDigit('200000000000')}`
    expect(parseGtin(inStoreOnly)).toEqual({ ok: false, refusal: { code: 'gtin-restricted' } })
  })

  test('a GTIN printed and read again is the same', () => {
    expect(formatGtin('08938501234568' as Gtin)).toBe('8938501234568')
    fc.assert(
      fc.property(anyGtin, (gtin) => {
        const read = parseGtin(formatGtin(gtin))
        expect(read.ok ? read.value : read.refusal.code).toBe(read.ok ? gtin : 'gtin-restricted')
      }),
    )
  })

  test('a GTIN with one wrong digit is always detected', () => {
    fc.assert(
      fc.property(anyGtin, fc.nat(13), fc.integer({ min: 1, max: 9 }), (gtin, place, shift) => {
        const wrong = (Number(gtin[place]) + shift) % 10
        expect(hasCheckDigit(gtin.slice(0, place) + wrong + gtin.slice(place + 1))).toBe(false)
      }),
    )
  })

  test('a GTIN discloses whether GS1 Vietnam issued it', () => {
    expect(isVietnamese('08938501234568' as Gtin)).toBe(true)
    expect(isVietnamese('00036000291452' as Gtin)).toBe(false)
    expect(isGtin('08938501234568')).toBe(true)
    expect(isGtin('8938501234568')).toBe(false)
  })
})
