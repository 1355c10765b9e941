import fc from 'fast-check'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { isGln, isGtin, isSscc, makeGln, makeGtin, makeSscc, parseCompanyPrefix, parseGln, parseGtin, parseSscc } from './index.ts'
import type { CompanyPrefix, Gln, Gtin, Sscc, TraceCode } from './index.ts'

const prefixOf = (digits: string) => {
  const read = parseCompanyPrefix(digits)
  if (!read.ok) throw new Error(read.refusal.code)
  return read.value
}

describe('a location or shipping number', () => {
  test('a GLN or SSCC is read as people type it', () => {
    expect(parseGln('893850 123456 8')).toEqual({ ok: true, value: '8938501234568' })
    expect(parseSscc('0 0614141 123456789 0')).toEqual({ ok: true, value: '006141411234567890' })
    expect(parseGln('89385O1234568')).toEqual({ ok: false, refusal: { code: 'key-not-digits' } })
    expect(parseGln('08938501234568')).toEqual({ ok: false, refusal: { code: 'key-length', expected: 13, length: 14 } })
    expect(parseSscc('006141411234567891')).toEqual({ ok: false, refusal: { code: 'key-check-digit', given: 1, expected: 0 } })
    expect([isGln('8938501234568'), isGln('8938501234567'), isSscc('006141411234567890'), isSscc('06141411234567890')]).toEqual([
      true,
      false,
      true,
      false,
    ])
  })

  test('a GTIN, GLN or SSCC is made of the company prefix, the reference and the check digit', () => {
    // GTIN 0 614141 12345 2 and SSCC 0 0614141 123456789 0: EPC Tag Data Standard 2.0, sections 7.1 and 7.2, with the prefix 0614141.
    expect(makeGtin(prefixOf('0614141'), '12345', 8)).toEqual({ ok: true, value: '80614141123458' })
    expect(makeSscc(prefixOf('0614141'), '123456789')).toEqual({ ok: true, value: '006141411234567890' })
    expect(makeGln(prefixOf('0614141'), '12345')).toEqual({ ok: true, value: '0614141123452' })
    expect(makeGln(prefixOf('0614141'), '1234')).toEqual({ ok: false, refusal: { code: 'reference-length', expected: 5, length: 4 } })
    expect(makeGtin(prefixOf('0614141'), '1234x')).toEqual({ ok: false, refusal: { code: 'reference-not-digits' } })
    expect(parseCompanyPrefix('893')).toEqual({ ok: false, refusal: { code: 'prefix-length', length: 3 } })
    expect(parseCompanyPrefix('893x')).toEqual({ ok: false, refusal: { code: 'prefix-not-digits' } })
  })

  test('a GTIN, GLN or SSCC that was made is read back, whatever the company prefix', () => {
    const digits = (length: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
    fc.assert(
      fc.property(
        fc.integer({ min: 6, max: 12 }).chain((length) => fc.tuple(digits(length), digits(12 - length), digits(16 - length))),
        ([prefix, item, serial]) => {
          const [gtin, gln, sscc] = [
            makeGtin(prefixOf(prefix), item, 1),
            makeGln(prefixOf(prefix), item),
            makeSscc(prefixOf(prefix), serial, 9),
          ]
          expect(gtin.ok && isGtin(gtin.value)).toBe(true)
          expect(gln.ok && parseGln(gln.value)).toEqual(gln)
          expect(sscc.ok && parseSscc(sscc.value)).toEqual(sscc)
        },
      ),
    )
  })

  test('a GLN or SSCC with one wrong digit is always detected', () => {
    fc.assert(
      fc.property(fc.constantFrom('8938501234568', '006141411234567890'), fc.nat(17), fc.integer({ min: 1, max: 9 }), (key, at, shift) => {
        const place = at % key.length
        const wrong = key.slice(0, place) + ((Number(key[place]) + shift) % 10) + key.slice(place + 1)
        expect(isGln(wrong) || isSscc(wrong)).toBe(false)
      }),
    )
  })
})

test('a trace code is never accepted as a GS1 key, nor a plain string as a company prefix', () => {
  expectTypeOf<TraceCode>().not.toExtend<Gtin>()
  expectTypeOf<TraceCode>().not.toExtend<Gln>()
  expectTypeOf<TraceCode>().not.toExtend<Sscc>()
  expectTypeOf<TraceCode>().not.toExtend<CompanyPrefix>()
  expectTypeOf<string>().not.toExtend<CompanyPrefix>()
  expect(parseGtin('0000-0000-0000-0A').ok).toBe(false)
})
