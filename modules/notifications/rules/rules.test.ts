import { expect, test } from 'vitest'
import { fill, fillText, faultOf, withoutAccents } from './fill.ts'

test('values take the place of their names, each on one line', () => {
  expect(fill('Hồ sơ {product}: {items} mục', { product: 'Mật\r\nBcc: a@b.vn', items: '2' })).toBe('Hồ sơ Mật Bcc: a@b.vn: 2 mục')
  expect(fill('{constructor} {unknown}', { product: 'x' })).toBe('{constructor} {unknown}')
})

test('the short form has no accents and fits two segments', () => {
  expect(withoutAccents('Đơn “Mật hoa dừa” – đã giao…')).toBe('Don "Mat hoa dua" - da giao...')
  const { short } = fillText({ subject: 's', text: 't', short: '{long}' }, { long: 'ấ'.repeat(400) })
  expect(short).toBe('a'.repeat(306))
})

test.for([
  ['Hồ sơ {product}', null],
  ['Hồ sơ {prodct}', 'placeholder-unknown'],
  ['Hồ sơ {product', 'placeholder-broken'],
  ['Hồ sơ { product }', 'placeholder-broken'],
  ['Hồ sơ {Product}', 'placeholder-broken'],
] as const)('the words %s are judged', ([text, code]) => {
  expect(faultOf({ subject: 'Tin', text, short: 'Tin' }, ['product'])?.code ?? null).toBe(code)
})
