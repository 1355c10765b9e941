import { expect, test } from 'vitest'
import { readCode, readLine, readPhone } from './index.ts'

// The lines of shared/cases/02: one certificate number as Word, Zalo, a web page and the printed paper give it.
test.each([
  '9001–86–29308–1–2026',
  '9001‑86‑29308‑1‑2026',
  '9001−86−29308−1−2026',
  '9001 - 86 - 29308 - 1 - 2026',
  '9001-86-29308-1-2026.',
  'Số: 9001-86-29308-1-2026',
  '9001-86-29308-1-2026\u200b',
  '９００１-86-29308-1-2026',
])('the number %j is read as what it shows', (typed) => {
  expect(readCode(typed)).toBe('9001-86-29308-1-2026')
})

test('the letters that look like Đ are read as Đ in a number', () => {
  expect(['9001/QÐ-UBND', '9001/QƉ-UBND', '9001 / QĐ - UBND'].map(readCode)).toEqual(Array.from({ length: 3 }, () => '9001/QĐ-UBND'))
})

test('a line of text keeps its letters and loses what nobody sees', () => {
  expect(readLine(' Dừa\u00a0 sáp\u200b\ncầu kè\ufeff '.normalize('NFD'))).toBe('Dừa sáp cầu kè')
  expect(readLine('ស្ករ\u200bត្នោត')).toBe('ស្ករ\u200bត្នោត')
  expect(readLine('\u202eស្ករ\u200bត្នោត\u2066')).toBe('ស្ករ\u200bត្នោត')
  expect(readLine('HTX \u202eĐặc\u202c Sản\u2069')).toBe('HTX Đặc Sản')
})

test.each([
  '+84 (0)912 345 678',
  '+840912345678',
  '0084 0912345678',
  '0912.345.678',
  '+84 912 345 678',
  '０９１２３４５６７８',
  '0912\u2013345\u2013678',
])('the telephone number %j is 0912345678', (typed) => {
  expect(readPhone(typed)).toBe('0912345678')
})

// Since 14 November 2018 every mobile number has ten digits; only fixed lines have eleven.
test('a mobile number with a digit too many is no telephone number, a fixed line may have eleven', () => {
  expect([readPhone('09123456789'), readPhone('0294 3855 1234'), readPhone('02943 855 123'), readPhone('12345')]).toEqual([
    undefined,
    undefined,
    '02943855123',
    undefined,
  ])
})
