import { expect, test } from 'vitest'
import { prefixQuery, searchText } from './search-text.ts'
import { freeSlug, slugOf } from './slug.ts'

test('a record is searched by its words, folded, those that are not known left out', () => {
  expect(searchText('Đường hoa dừa', null, 'Xã Tiểu Cần')).toBe('duong hoa dua xa tieu can')
})

test('what someone typed never becomes an operator of the query', () => {
  expect(prefixQuery("dừa & !(sáp) | 'x' <-> :*")).toBe("'dua':* & 'sap':* & 'x':*")
  expect(prefixQuery(' – ')).toBeNull()
})

test('an address is made of plain letters, and a second product of the name gets the next number', () => {
  expect(slugOf('Dừa sáp sợi – VICOSAP')).toBe('dua-sap-soi-vicosap')
  expect(slugOf('នំបញ្ចុក')).toBe('san-pham')
  expect(freeSlug('banh-tet', new Set(['banh-tet', 'banh-tet-2']))).toEqual({ slug: 'banh-tet-3', number: 3 })
})
