import { expect, test } from 'vitest'
import { isOnShelf, setsOn, shelfOf, shelves } from './shelf.ts'

test('each of the 26 sets stands on exactly one shelf', () => {
  const sets = Array.from({ length: 26 }, (_, index) => `QD26-${String(index + 1).padStart(2, '0')}`)
  for (const set of sets) expect(shelves.filter((shelf) => isOnShelf(set, shelf))).toEqual([shelfOf(set)])
  expect(shelves.flatMap(setsOn).toSorted()).toEqual(sets)
  expect(() => shelfOf('QD26-27')).toThrow(RangeError)
})
