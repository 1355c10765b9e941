import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { isIssued, mostUnits, parseSerial, readUnitSerial, unitSerial } from './index.ts'

// Key and data of RFC 4231, test case 1, only as a key that stands somewhere else too.
const key = Buffer.alloc(20, 0x0b)
const sign = (message: string) => createHmac('sha256', key).update(message).digest()
const scope = '3MHWV3A6R5WVZN'

/** The first 60 bits of a hash in Crockford's base 32, by another way than the package's: text of bits, cut into fives. */
function expected(message: string): string {
  const bits = [...sign(message)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return bits
    .slice(0, 60)
    .match(/.{5}/g)!
    .map((five) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Number.parseInt(five, 2)])
    .join('')
}

test('a serial number is the number of the unit in four symbols and the first 60 bits of the keyed hash in twelve', () => {
  expect(unitSerial(scope, 1, sign)).toBe(`0001${expected(`unit serial\n${scope}\n1`)}`)
  expect(unitSerial(scope, 33, sign)).toBe(`0011${expected(`unit serial\n${scope}\n33`)}`)
  expect(unitSerial(scope, mostUnits, sign).slice(0, 4)).toBe('ZZZZ')
})

test('every serial number is one that GS1 allows behind (21)', () => {
  for (const index of [1, 31, 32, 1000, mostUnits]) expect(parseSerial(unitSerial(scope, index, sign))).toMatchObject({ ok: true })
})

test('a number that was given out is known again, also typed in small letters with look-alikes and dashes', () => {
  const serial = unitSerial(scope, 75, sign)
  const typed = serial
    .toLowerCase()
    .replaceAll('0', 'o')
    .replaceAll('1', 'l')
    .replace(/^(.{4})/, '$1-')
  expect(readUnitSerial(typed)).toEqual({ index: 75, serial })
  expect(isIssued(scope, readUnitSerial(typed)!, sign)).toBe(true)
})

test('no number is known that was changed in one symbol, belongs to another lot, another unit or another key', () => {
  const serial = unitSerial(scope, 7, sign)
  for (let place = 0; place < serial.length; place += 1) {
    const other = serial.slice(0, place) + (serial[place] === '7' ? '8' : '7') + serial.slice(place + 1)
    expect(isIssued(scope, readUnitSerial(other)!, sign)).toBe(false)
  }
  const read = readUnitSerial(serial)!
  expect(isIssued('00000000000000', read, sign)).toBe(false)
  expect(isIssued(scope, { ...read, index: 8 }, sign)).toBe(false)
  expect(isIssued(scope, read, (message) => createHmac('sha256', 'another').update(message).digest())).toBe(false)
})

test('what is no serial number of this kind is not read, and no unit has a number outside its range', () => {
  for (const text of ['', '1', '0000ABCDEFGHJKMN', 'ABCDEFGHJKMNPQRU', 'ABCDEFGHJKMNPQR', 'ABCDEFGHJKMNPQRST', '../ABCDEFGHJKMNP'])
    expect(readUnitSerial(text)).toBeUndefined()
  for (const index of [0, -1, 1.5, mostUnits + 1, Number.NaN]) expect(() => unitSerial(scope, index, sign)).toThrow(RangeError)
  expect(() => unitSerial(scope, 1, () => new Uint8Array(7))).toThrow(RangeError)
})
