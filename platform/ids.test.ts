import { NotFound } from '@dacsan/decisions'
import { expect, test } from 'vitest'
import { idInput, newId, readId } from './ids.ts'

test('an id is its prefix and 26 characters without look-alikes', () => {
  expect(newId('dos')).toMatch(/^dos_[0-9a-hjkmnp-tv-z]{26}$/)
})

test('ten thousand ids of one moment are all different', () => {
  expect(new Set(Array.from({ length: 10_000 }, () => newId('dos', 0))).size).toBe(10_000)
})

test('an id of a later millisecond sorts later', () => {
  const moments = [0, 1, 31, 32, 33, 1_795_000_000_000, 1_795_000_000_001, 2 ** 48 - 1]
  const ids = moments.map((at) => newId('x', at))
  expect(ids.toSorted()).toEqual(ids)
})

// Crockford base 32 of the largest 48-bit time, as the ULID specification gives it.
test('the time in an id is written as in a ULID', () => {
  expect(newId('x', 2 ** 48 - 1).slice(2, 12)).toBe('7zzzzzzzzz')
})

test('an id in an address is accepted only with the expected prefix', () => {
  expect(readId('dos', 'dos_01k')).toBe('dos_01k')
  for (const text of ['rnd_01k', 'dos', 'DOS_01k', ' dos_01k', '']) expect(() => readId('dos', text)).toThrow(NotFound)
})

test('an input accepts an id of its prefix and nothing else', () => {
  const input = idInput('dos')
  expect(input.parse('dos_01k')).toBe('dos_01k')
  for (const value of ['rnd_01k', '', null, undefined, 7, ['dos_01k'], { dos_: 1 }]) expect(input.safeParse(value).success).toBe(false)
  expect(idInput('cnc', 'Chọn Hội đồng.').safeParse('').error?.issues).toMatchObject([{ message: 'Chọn Hội đồng.' }])
})
