import { expect, test } from 'vitest'
import { isInAisle, setsIn, aisleOf, aisles } from './aisle.ts'

test('each of the 26 sets stands in exactly one aisle', () => {
  const sets = Array.from({ length: 26 }, (_, index) => `QD26-${String(index + 1).padStart(2, '0')}`)
  for (const set of sets) expect(aisles.filter((aisle) => isInAisle(set, aisle))).toEqual([aisleOf(set)])
  expect(aisles.flatMap(setsIn).toSorted()).toEqual(sets)
  expect(() => aisleOf('QD26-27')).toThrow(RangeError)
})
