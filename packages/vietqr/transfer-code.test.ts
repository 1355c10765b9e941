import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findTransferCodes, transferCode } from './index.ts'

const serials = fc.integer({ min: 0, max: 31 ** 7 - 1 })
function code(serial: number): string {
  const outcome = transferCode('DS', serial)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

test('a transfer code has ten unambiguous characters that begin with the prefix', () => {
  // By hand: D is 3, S is 15, B is 1; 1×3 + 2×15 + 9×1 = 42 = 31 + 11, and 11 is N.
  expect(transferCode('DS', 1)).toEqual({ ok: true, value: 'DSAAAAAABN' })
  fc.assert(fc.property(serials, (serial) => /^DS[A-HJ-NP-Z2-9]{8}$/.test(code(serial))))
})

test('two serial numbers never share a transfer code', () => {
  fc.assert(fc.property(serials, serials, (one, other) => one === other || code(one) !== code(other)))
})

test('a transfer code with a wrong prefix or serial number is refused', () => {
  for (const prefix of ['', 'O', 'DL', 'ds', 'ABCDE', 'Đ'])
    expect(transferCode(prefix, 1)).toEqual({ ok: false, refusal: { code: 'bad-prefix' } })
  for (const serial of [-1, 1.5, 31 ** 7]) expect(transferCode('DS', serial)).toEqual({ ok: false, refusal: { code: 'bad-serial' } })
})

test('a transfer code is found despite spaces, small letters or other text around it', () => {
  expect(findTransferCodes('CT den:0123 ds-aaaaaa bn. Cam on', 'DS')).toEqual(['DSAAAAAABN'])
  expect(findTransferCodes('MBVCB.123.DSAAAAAABN.CT tu 0011 toi 0022', 'DS')).toEqual(['DSAAAAAABN'])
  expect(findTransferCodes('dsaaaaaabn DSAAAAAABN', 'DS')).toEqual(['DSAAAAAABN'])
  expect(findTransferCodes('chuyen tien mua dua sap', 'DS')).toEqual([])
  expect(findTransferCodes('DSAAAAAABN', '')).toEqual([])
  fc.assert(
    fc.property(serials, serials, (one, other) => {
      const found = findTransferCodes(`tt ${code(one)} va ${code(other).toLowerCase()}`, 'DS')
      expect(found).toEqual(expect.arrayContaining([code(one), code(other)]))
    }),
  )
})

test('a transfer code with one wrong character, or two exchanged, is not found', () => {
  const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
  fc.assert(
    fc.property(serials, fc.integer({ min: 2, max: 9 }), fc.constantFrom(...alphabet), (serial, at, character) => {
      const right = code(serial)
      const wrong = right.slice(0, at) + character + right.slice(at + 1)
      expect(findTransferCodes(wrong, 'DS')).toEqual(wrong === right ? [right] : [])
    }),
  )
  fc.assert(
    fc.property(serials, fc.integer({ min: 2, max: 8 }), fc.integer({ min: 3, max: 9 }), (serial, one, other) => {
      const letters = [...code(serial)]
      ;[letters[one], letters[other]] = [letters[other]!, letters[one]!]
      const wrong = letters.join('')
      fc.pre(wrong !== code(serial))
      expect(findTransferCodes(wrong, 'DS')).toEqual([])
    }),
  )
})
