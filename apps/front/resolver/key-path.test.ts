import { expect, test } from 'vitest'
import { withoutStem } from './key-path.ts'

test('a stem before the key is taken off, whatever qualifiers and query follow', () => {
  expect(withoutStem('/ocop/vn/01/08938501234568/10/A%2F1?linkType=gs1:pip')).toBe('/01/08938501234568/10/A%2F1?linkType=gs1:pip')
  expect(withoutStem('/x/414/9506000134376/')).toBe('/414/9506000134376/')
})

test('what is no Digital Link stays as it is, and so do pages in other languages', () => {
  for (const url of [
    '/01/08938501234568',
    '/en/01/08938501234568',
    '/km/01/08938501234568',
    '/x/01/123',
    '/van-phong/lo',
    '/',
    '/x?y=/01/08938501234568',
  ])
    expect(withoutStem(url)).toBe(url)
})
