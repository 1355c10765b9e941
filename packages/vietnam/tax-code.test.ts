import { expect, test } from 'vitest'
import fc from 'fast-check'
import { readTaxCode } from './index.ts'

// Numbers of firms and branches that anybody can look up, collected by the tests of python-stdnum (stdnum.vn.mst).
const real =
  `01.00.112.437 0100112437011 0100233488 0101245486 0102641429-066 0106929352 0107984081 0200747399 0300533351 0303217354 0304436870
  0305000124 0309485335 0310213840 0313883096 0314409058-002 0315406620 0400129230 0900283167 1300440846-008 1600255033-006 2000102580
  2000730546-015 2100624710 2300376864 2800886119 3100104093-009 3400416992-007 4900813164 5800199577-002 8037630690 8463763902`.split(
    /\s+/,
  )

test.each(real)('the tax code %s of a real firm is read', (typed) => {
  const digits = typed.replaceAll(/\D/g, '')
  expect(readTaxCode(typed)).toEqual({ ok: true, value: { kind: digits.length === 10 ? 'unit' : 'branch', code: digits } })
})

test.each([
  ['VV34567890', 'tax-code-not-digits'],
  ['', 'tax-code-not-digits'],
  ['12345', 'tax-code-length'],
  ['01234567890', 'tax-code-length'],
  ['0100233480', 'tax-code-check-digit'],
  ['0100000008', 'tax-code-check-digit'],
  ['0314409058-000', 'tax-code-check-digit'],
  ['097099001234', 'tax-code-check-digit'],
  ['084999001234', 'tax-code-check-digit'],
])('%j is no tax code: %s', (typed, code) => {
  expect(readTaxCode(typed)).toMatchObject({ ok: false, refusal: { code } })
})

test('a household gives the twelve digits of its head, however they are written', () => {
  expect(readTaxCode('084 085 001 234')).toEqual({ ok: true, value: { kind: 'person', code: '084085001234' } })
  expect(readTaxCode('０84.185.001.234')).toEqual({ ok: true, value: { kind: 'person', code: '084185001234' } })
})

test('one digit that is typed wrong, and two neighbours that are exchanged, are always noticed', () => {
  const units = real.map((typed) => typed.replaceAll(/\D/g, '').slice(0, 10))
  fc.assert(
    fc.property(fc.constantFrom(...units), fc.nat(9), fc.integer({ min: 1, max: 9 }), (code, place, by) => {
      const wrong = code.slice(0, place) + ((Number(code[place]) + by) % 10) + code.slice(place + 1)
      expect(readTaxCode(wrong).ok).toBe(false)
    }),
  )
  fc.assert(
    fc.property(fc.constantFrom(...units), fc.nat(7), (code, place) => {
      const [one, other] = [code[place]!, code[place + 1]!]
      fc.pre(one !== other)
      expect(readTaxCode(code.slice(0, place) + other + one + code.slice(place + 2)).ok).toBe(false)
    }),
  )
})
