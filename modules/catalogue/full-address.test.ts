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

// The lines of shared/cases/06.
test('a commune that was shortened, or typed with the tone mark elsewhere, is said once', () => {
  const ward = ['Phường Hòa Thuận', 'Tỉnh Vĩnh Long'] as const
  expect(fullAddress('Số 5, phường Hoà Thuận', ...ward)).toBe('Số 5, phường Hoà Thuận, tỉnh Vĩnh Long')
  expect(fullAddress('Số 5, P. Hòa Thuận', ...ward)).toBe('Số 5, phường Hòa Thuận, tỉnh Vĩnh Long')
  expect(fullAddress('Số 5, P.Hòa Thuận, T. Vĩnh Long', ...ward)).toBe('Số 5, phường Hòa Thuận, tỉnh Vĩnh Long')
  expect(fullAddress('Ấp 1, X. Cầu Kè', 'Xã Cầu Kè', 'Tỉnh Vĩnh Long')).toBe('Ấp 1, xã Cầu Kè, tỉnh Vĩnh Long')
})

test('the district and the province of before 1 July 2025 do not stand beside those of today', () => {
  expect(fullAddress('khóm 3, TT. Cầu Kè, huyện Cầu Kè, tỉnh Trà Vinh', 'Xã Cầu Kè', 'Tỉnh Vĩnh Long')).toBe(
    'khóm 3, xã Cầu Kè, tỉnh Vĩnh Long',
  )
})
