import { expect, test } from 'vitest'
import { ratioOf, readNetContent } from './net-content.ts'

test.each([
  ['Hũ 250 g', 250, 'GRM'],
  ['hộp 0,5 kg', 0.5, 'KGM'],
  ['Túi 1.200 gam', 1200, 'GRM'],
  ['Chai 1,5 lít', 1.5, 'LTR'],
  ['500ml', 500, 'MLT'],
  ['Can 2.5 l', 2.5, 'LTR'],
  ['Hộp 10 gói × 20 g', 200, 'GRM'],
  ['Lốc 6 x 330 ml', 1980, 'MLT'],
  ['20g x 12', 240, 'GRM'],
  ['Hộp quà mi3k2x9 1 kg', 1, 'KGM'],
])('%s tells %d %s', (text, value, unit) => {
  expect(readNetContent(text)).toEqual({ value, unit })
})

test.each([
  '',
  'Hộp 12 cái',
  '2 gói 250 g và 1 gói 100 g',
  '0 g',
  '5 gói',
  '10 lần',
  'Hộp 20 gói 3 g',
  'Thùng 24 lon 330 ml',
  '2 x 6 x 330 ml',
])('“%s” tells no quantity, or more than one', (text) => {
  expect(readNetContent(text)).toBeNull()
})

test('a quantity is compared with another of its kind, in whatever unit, and a mass with no volume', () => {
  expect(ratioOf({ value: 250, unit: 'GRM' }, { value: 1, unit: 'KGM' })).toBe(0.25)
  expect(ratioOf({ value: 1.5, unit: 'LTR' }, { value: 500, unit: 'MLT' })).toBe(3)
  expect(ratioOf({ value: 1, unit: 'LTR' }, { value: 1, unit: 'KGM' })).toBeNull()
})
