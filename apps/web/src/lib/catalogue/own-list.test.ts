import { expect, test } from 'vitest'
import { readOwnList, withFirst, writeOwnList } from './own-list.ts'

test('a list of products is what was written, each once, and nothing that is no product', () => {
  const ids = readOwnList('prd_b.prd_a.prd_b.<script>.usr_1.', 30)
  expect(ids).toEqual(['prd_b', 'prd_a'])
  expect(readOwnList(writeOwnList(ids), 30)).toEqual(ids)
  expect([readOwnList(undefined, 30), readOwnList('prd_a.prd_b', 1)]).toEqual([[], ['prd_a']])
})

test('what is added stands first, once, and the oldest gives way', () => {
  const ids = readOwnList('prd_a.prd_b', 30)
  expect(withFirst(ids, 'prd_b', 30)).toEqual(['prd_b', 'prd_a'])
  expect(withFirst(ids, 'prd_c', 2)).toEqual(['prd_c', 'prd_a'])
  expect(withFirst(ids, 'x', 30)).toEqual(ids)
})
