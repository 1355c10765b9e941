import { expect, test } from 'vitest'
import { pageAddress } from './page-address.ts'

test('pages that everybody sees alike have one address in each language', () => {
  for (const path of [
    '/',
    '/san-pham',
    '/san-pham/banh-tet',
    '/chu-the/kim-hoa',
    '/giay-chung-nhan',
    '/giay-chung-nhan/a-1',
    '/t/ABC',
    '/01/0893/10/A1',
  ])
    for (const prefix of ['', '/en', '/km']) {
      const address = path === '/' ? prefix || '/' : prefix + path
      expect(pageAddress(address)).toBe(address)
    }
  expect(pageAddress('/sitemap.xml')).toBe('/sitemap.xml')
})

test('pages of one person, forms, files and data of pages have none', () => {
  for (const path of [
    '/gio-hang',
    '/cua-toi.css',
    '/yeu-thich',
    '/so-sanh?sp=banh-tet',
    '/gia-thoa-thuan',
    '/dat-hang',
    '/don-hang/VL-1?k=x',
    '/van-phong',
    '/van-phong/ho-so',
    '/dang-nhap',
    '/phan-anh',
    '/phan-anh/PA-1',
    '/fr/san-pham',
    '/vi/san-pham',
    '/san-pham/',
    '/san-pham/a/b',
    '/t/ABC/anh/0f',
    '/san-pham/__data.json',
    '/_app/x.css',
    '/api/v1/products',
  ])
    expect([path, pageAddress(path)]).toEqual([path, null])
  expect(pageAddress(`/san-pham?q=${'a'.repeat(600)}`)).toBeNull()
})

test('parameters that a page does not read fall away, the others stand in one order', () => {
  expect(pageAddress('/san-pham?utm_source=zalo&trang=2&q=d%E1%BB%ABa&q=x&sao=')).toBe('/san-pham?q=d%E1%BB%ABa&trang=2')
  expect(pageAddress('/san-pham?fbclid=1')).toBe('/san-pham')
  expect(pageAddress('/san-pham/banh-tet?q=1')).toBe('/san-pham/banh-tet')
  expect(pageAddress('/01/08938501234568/10/A1?s4t=x&17=271231')).toBe('/01/08938501234568/10/A1?17=271231')
  expect(pageAddress('/t/ABC?linkType=all')).toBe('/t/ABC')
})
