import { expect, test } from 'vitest'
import { describeSets } from '../../law/index.ts'
import { findSets } from './find-sets.ts'

test.each(['bánh tét', 'banh tet', 'BÁNH TÉT'.normalize('NFD'), 'tét bánh'])(
  'a search of the sets for “%s” leads to cakes of rice first',
  (query) => {
    expect(findSets(query)[0]!.code).toBe('QD26-06')
  },
)

test('every example of a set leads to its own set', () => {
  for (const set of describeSets())
    for (const example of set.examples) expect(findSets(example).map(({ code }) => code)).toContain(set.code)
})

test('a search of the sets for what nobody makes, or for blanks, finds nothing', () => {
  expect(findSets('xyzzy')).toEqual([])
  expect(findSets('  ')).toEqual([])
})
