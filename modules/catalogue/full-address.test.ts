import { expect, test } from 'vitest'
import { fullAddress } from './full-address.ts'

const around = ['Xã Tam Ngãi', 'Tỉnh Vĩnh Long'] as const

test('an address gets the commune and the province that it lacks, in their order', () => {
  expect(fullAddress('ấp Chông Văn', ...around)).toBe('ấp Chông Văn, xã Tam Ngãi, tỉnh Vĩnh Long')
  expect(fullAddress('Ấp Mẫu, tỉnh Vĩnh Long', ...around)).toBe('Ấp Mẫu, xã Tam Ngãi, tỉnh Vĩnh Long')
  expect(fullAddress(null, ...around)).toBe('xã Tam Ngãi, tỉnh Vĩnh Long')
})

test('an address does not repeat a place that it names already, with or without the kind of place', () => {
  expect(fullAddress('ấp Chông Văn, Xã Tam Ngãi, Tỉnh Vĩnh Long', ...around)).toBe('ấp Chông Văn, xã Tam Ngãi, tỉnh Vĩnh Long')
  expect(fullAddress('ấp Chông Văn, Tam Ngãi, Vĩnh Long', ...around)).toBe('ấp Chông Văn, xã Tam Ngãi, tỉnh Vĩnh Long')
  expect(fullAddress('chợ xã Tam Ngãi, ấp Chông Văn', ...around)).toBe('chợ xã Tam Ngãi, ấp Chông Văn, tỉnh Vĩnh Long')
})

test('an address keeps a hamlet that has the name of its commune', () => {
  expect(fullAddress('Tam Ngãi, xã Tam Ngãi', ...around)).toBe('Tam Ngãi, xã Tam Ngãi, tỉnh Vĩnh Long')
})
