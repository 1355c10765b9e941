import { readFacts } from '@dacsan/platform/facts'
import { expect, test } from 'vitest'
import { namesFile } from '../search-names/search-names.ts'
import { allNames, decideNames, spelled } from './search-names.ts'
import type { NameGroup } from './search-names.ts'
import { nearestName, queryOf, widenSearch } from './widen-search.ts'

const group = (key: string, vi: string[], en: string[] = [], km: string[] = []): NameGroup => ({
  key,
  version: 0,
  names: { vi, en, km },
  inUse: true,
})
const groups = [
  group('dua', ['dừa'], ['coconut'], ['ដូង']),
  group('dua-sap', ['dừa sáp', 'dừa đặc ruột'], ['makapuno']),
  group('keo', ['kẹo'], ['candy'], ['ស្ករគ្រាប់']),
]
const names = (text: string) => widenSearch(text, groups).map((wanted) => wanted.map(({ words, spelled: as }) => as ?? words.join(' ')))

test('each thing is looked for by all its names, the longest name first', () => {
  expect(names('coconut candy')).toEqual([
    ['coconut', 'dừa', 'ដូង'],
    ['candy', 'kẹo', 'ស្ករគ្រាប់'],
  ])
  expect(names('Dừa Sáp Cầu Kè')).toEqual([['dua sap', 'dừa đặc ruột', 'makapuno'], ['cau'], ['ke']])
  expect(names('makapuno')).toEqual([['makapuno', 'dừa sáp', 'dừa đặc ruột']])
})

test('typed with accents only what has them is meant, without accents everything', () => {
  expect(names('dứa')).toEqual([['dua']])
  expect(names('dua')).toEqual([['dua', 'coconut', 'ដូង']])
})

test('a Khmer word is taken apart where all of it is known, and stays whole otherwise', () => {
  expect(names('ស្ករគ្រាប់ដូង').map(([own]) => own)).toEqual(['ស្ករគ្រាប់', 'ដូង'])
  expect(names('ដូងក')).toEqual([['ដូងក']])
})

test('what someone typed never becomes an operator of the query', () => {
  expect(queryOf(widenSearch("sáp & !(x) | 'y' <-> :*", []))).toBe("(('sap':*)) & (('x':*)) & (('y':*))")
  expect(queryOf(widenSearch(' – ', groups))).toBeNull()
})

test('the nearest known name is offered within a quarter of the letters, never the same', () => {
  expect(nearestName('coconot', groups)).toBe('coconut')
  expect(nearestName('makpauno', groups)).toBe('makapuno')
  expect(nearestName('coconut', groups)).toBeNull()
  expect(nearestName('zzzzzz', groups)).toBeNull()
  expect(nearestName('ab', groups)).toBeNull()
})

test('a group has a Vietnamese name, and no name stands in two groups', () => {
  const decide = (change: Partial<Parameters<typeof decideNames>[0]>) =>
    decideNames({ key: 'dua', names: { vi: ['dừa', 'dừa xiêm'], en: [], km: [] }, inUse: true, after: 0, ...change }, groups)
  expect(decide({})).toEqual({ ok: true, value: { version: 1 } })
  expect(decide({ names: { vi: [], en: ['coconut'], km: [] } })).toMatchObject({ refusal: { code: 'no-vietnamese-name' } })
  expect(decide({ names: { vi: ['dừa', 'DỪA  sáp'], en: [], km: [] } })).toMatchObject({
    refusal: { code: 'name-repeated', key: 'dua-sap' },
  })
  expect(decide({ names: { vi: ['dừa', 'Dừa'], en: [], km: [] } })).toMatchObject({ refusal: { code: 'name-repeated', key: 'dua' } })
  expect(decide({ names: { vi: ['–'], en: [], km: [] } })).toMatchObject({ refusal: { code: 'name-without-letters' } })
  expect(decide({ names: groups[0]!.names })).toMatchObject({ refusal: { code: 'same-names' } })
  expect(decide({ after: 3 })).toMatchObject({ refusal: { code: 'published-meanwhile' } })
})

test('the names from the start could each be published: none stands in two groups', () => {
  const given = readFacts(namesFile).groups.flatMap(({ vi, en, km }) => allNames({ vi, en, km }).map(spelled))
  expect(given.filter((name, at) => given.indexOf(name) !== at)).toEqual([])
})
