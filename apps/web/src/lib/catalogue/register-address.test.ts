import { registerFilter } from '@dacsan/modules/catalogue'
import { expect, test } from 'vitest'
import { say, sayNumber } from '../say.ts'
import { pageAddress } from '../../../../front/page-memory/page-address.ts'
import { askedIn, keptFields, registerHref, registerRules } from './register-address.ts'

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

test('order, neighbourhood and what changes daily make no page of their own for search engines', () => {
  expect(registerRules({ aisle: 'food', sort: 'near', near: '29308' }, 2)).toEqual({
    canonical: '/san-pham?nhom=food&trang=2',
    index: true,
  })
  expect(registerRules({ price: 'under-50' }, 1)).toEqual({ canonical: '/san-pham?gia=under-50', index: false })
  expect(registerRules({ stars: '4', aisle: 'food' }, 1).index).toBe(false)
  expect(registerRules({ q: 'dừa' }, 1).index).toBe(false)
  expect(registerRules({}, 1)).toEqual({ canonical: '/san-pham', index: true })
})

test('what a page of the register reads, the memory of pages reads in the same order', () => {
  const whole = registerHref(
    {
      q: 'dừa',
      stars: '4',
      standing: 'certified',
      sale: 'now',
      price: '50-100',
      delivery: 'cold',
      aisle: 'food',
      set: 'QD26-07',
      commune: '29308',
      district: '845',
      producerKind: 'farm',
      near: '29308',
      sort: 'near',
      page: 2,
    },
    { page: 2 },
  )
  expect(pageAddress(whole)).toBe(whole)
})
