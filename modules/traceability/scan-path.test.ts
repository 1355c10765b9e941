import { expect, test } from 'vitest'
import { readDigitalLinkPath, readScanPath } from './scan-path.ts'

test('a label is read from its whole address, its path, or the bare code', () => {
  const lot = { gtin: '08938501234568', lot: '261123-01' }
  for (const typed of [
    'https://dacsan.vn/01/08938501234568/10/261123-01',
    '/01/08938501234568/10/261123-01',
    'dacsan.vn/01/08938501234568/10/261123-01?utm_source=x',
    '/en/01/08938501234568/10/261123-01',
  ])
    expect(readScanPath(typed), typed).toEqual(lot)
  for (const typed of ['00000000000000', 'https://dacsan.vn/t/00000000000000', '/t/0000000-0000000', '/km/t/ooooooo-ooooooo'])
    expect(readScanPath(typed), typed).toEqual({ traceCode: '00000000000000' })
})

test('a text that is not a code of any kind is not read as one', () => {
  for (const typed of ['', 'abc', '/01/08938501234567', "'; drop table lot; --", 'https://dacsan.vn/', '/01/'])
    expect(readScanPath(typed), typed).toBeUndefined()
})

test('a trailing slash is forgiven, a wrong check digit is not', () => {
  expect(readDigitalLinkPath('/01/08938501234568/')).toMatchObject({ ok: true, value: { gtin: '08938501234568' } })
  expect(readDigitalLinkPath('/01/08938501234567')).toMatchObject({ ok: false, refusal: { code: 'link-value', ai: '01' } })
  expect(readDigitalLinkPath('/01/08938501234568/21/7/10/A')).toMatchObject({ ok: false, refusal: { code: 'link-qualifiers' } })
})
