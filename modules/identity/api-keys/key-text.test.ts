import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digestOfKey, isKeyText, keyOfHeader, newKey, shownOf } from './key-text.ts'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

test('a new key begins so that it is known for one, holds at least 160 hidden random bits, and is another each time', () => {
  const keys = Array.from({ length: 200 }, newKey)
  expect(new Set(keys).size).toBe(keys.length)
  for (const key of keys) {
    expect(key).toMatch(/^ds_[0-9a-hjkmnp-tv-z]{43}$/)
    expect(isKeyText(key)).toBe(true)
    // 43 characters, of which 7 are the check and 4 are shown: five bits each.
    expect((43 - 7 - (shownOf(key).length - 'ds_'.length)) * 5).toBeGreaterThanOrEqual(160)
  }
})

test('one wrong character, two that changed places and a missing one are told from a key', () => {
  const key = newKey()
  fc.assert(
    fc.property(fc.nat(key.length - 1), fc.constantFrom(...alphabet), (at, character) => {
      const mistyped = `${key.slice(0, at)}${character}${key.slice(at + 1)}`
      expect(isKeyText(mistyped)).toBe(mistyped === key)
    }),
  )
  fc.assert(
    fc.property(fc.nat(key.length - 2), (at) => {
      const turned = `${key.slice(0, at)}${key[at + 1]}${key[at]}${key.slice(at + 2)}`
      expect(isKeyText(turned)).toBe(turned === key)
    }),
  )
  expect([key.slice(1), key.slice(0, -1), `${key}0`, key.toUpperCase(), '', 'ds_'].map(isKeyText)).toEqual(Array(6).fill(false))
})

test('what is kept of a key is its SHA-256', () => {
  // FIPS 180-2, B.1: the digest of "abc".
  expect(Buffer.from(digestOfKey('abc'), 'base64url').toString('hex')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  )
})

test.for([
  ['Bearer ds_1', 'ds_1'],
  ['bearer ds_1', 'ds_1'],
  ['BEARER   ds_1 ', 'ds_1'],
  ['Basic ZHNfMTo=', null],
  ['Bearer', null],
  ['Bearer ', null],
  ['Bearer a b', null],
  ['ds_1', null],
  ['', null],
  [undefined, null],
] as const)('the header %j carries the key %j (RFC 6750, 2.1; RFC 9110, 11.1)', ([header, key]) => {
  expect(keyOfHeader(header)).toBe(key)
})
