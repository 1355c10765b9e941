import { registerFilter } from '@dacsan/modules/catalogue'
import { expect, test } from 'vitest'
import { say, sayNumber } from '../say.ts'
import { askedIn, keptFields, registerHref } from './register-address.ts'

test('a filter and its address can be converted into each other', () => {
  const filter = registerFilter.parse({ q: 'dừa & sáp', stars: '4', aisle: 'food', district: '845', producerKind: 'company', page: '2' })
  const address = registerHref(filter, { page: 2 })
  expect(registerFilter.parse(askedIn(new URL(address, 'http://x').searchParams))).toEqual(filter)
  expect(registerHref({})).toBe('/san-pham')
})

test('a changed filter begins at the first page, and a value can be removed from it', () => {
  expect(registerHref({ q: 'dừa', stars: '4', page: 3 }, { stars: undefined })).toBe('/san-pham?q=d%E1%BB%ABa')
  expect(registerHref({ stars: '4' }, { page: 1 })).toBe('/san-pham?sao=4')
})

test('a new search keeps the facets and drops the old words and page', () => {
  expect(keptFields({ q: 'dừa', stars: '4', commune: '29308', page: 2 })).toEqual({ sao: '4', xa: '29308' })
})

test('a message is filled with the values that it names, and no value can insert another', () => {
  expect(say('{n} sản phẩm khớp “{q}”', { n: 3, q: '{n}' })).toBe('3 sản phẩm khớp “{n}”')
  expect(say('{toString} {n}', { n: 1 })).toBe('{toString} 1')
  expect([sayNumber('vi', 1137), sayNumber('en', 1137), sayNumber('km', 1137)]).toEqual([
    '1.137',
    '1,137',
    expect.stringMatching(/^1[.,\s]137$/),
  ])
})
