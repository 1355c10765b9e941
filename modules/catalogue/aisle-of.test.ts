import { expect, test } from 'vitest'
import { aisleOf, setsByAisle } from './aisle-of.ts'
import { productSets } from './product-sets.ts'

test('each set that a product can be filed under stands in exactly one aisle, and no aisle is empty', () => {
  const codes = productSets().map(({ code }) => code)
  expect([...setsByAisle().values()].flat().toSorted()).toEqual(codes.toSorted())
  expect([...setsByAisle().values()].every((sets) => sets.length > 0)).toBe(true)
  expect([aisleOf('QD26-07'), aisleOf('QD26-26')]).toEqual(['food', 'tourism'])
})

test('a code that no decision knows stands in no aisle', () => {
  expect(() => aisleOf('QD26-27')).toThrow(RangeError)
})
