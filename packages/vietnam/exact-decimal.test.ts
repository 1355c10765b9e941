import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDecimal, toOneScale } from './index.ts'

test('a decimal is read as it was written, whether as a number or as digits', () => {
  expect(readDecimal(33.3)).toEqual({ units: 333n, scale: 1 })
  expect(readDecimal('33.30')).toEqual({ units: 3330n, scale: 2 })
  expect(readDecimal('-0.5')).toEqual({ units: -5n, scale: 1 })
  expect(readDecimal(1e-7)).toEqual({ units: 1n, scale: 7 })
  expect(readDecimal(1.5e21)).toEqual({ units: 1_500_000_000_000_000_000_000n, scale: 0 })
})

test('what is no decimal number is not read', () => {
  for (const written of ['', '1,5', ' 1', '.5', '5.', '0x10', '1e5', 'một', '1.2.3', Infinity, Number.NaN, '9'.repeat(401)])
    expect(readDecimal(written), String(written)).toBeUndefined()
})

test('every finite number is read exactly: written down again it is the same number', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const { units, scale } = readDecimal(value)!
      expect(Number(`${units}e-${scale}`)).toBe(value === 0 ? 0 : value)
    }),
  )
})

test('decimals of one scale keep their values', () => {
  const numbers = ['0.5', '0.25', '3'].map((written) => readDecimal(written)!)
  expect(toOneScale(numbers)).toEqual({ units: [50n, 25n, 300n], scale: 2 })
  expect(toOneScale([])).toEqual({ units: [], scale: 0 })
})
