import { expect, test } from 'vitest'
import { readWholeNumber } from './index.ts'

test('a whole number is read with or without groups of three', () => {
  for (const typed of ['1250000', '1.250.000', '1 250 000', '1_250_000', '1\u00a0250\u00a0000', ' 1.250.000 '])
    expect(readWholeNumber(typed)).toBe(1_250_000)
  expect(readWholeNumber('0')).toBe(0)
})

test('a text that is not a whole number is not read as another number', () => {
  for (const typed of ['', '1.5', '0.500', '1e3', '1,250', '12.34.567', '٣', 'ba', '+5', '- 5', '1..000', '0x10'])
    expect(readWholeNumber(typed), typed).toBeUndefined()
})

test('a negative number is read only where negative numbers are allowed', () => {
  expect(readWholeNumber('-1.500')).toBeUndefined()
  expect(readWholeNumber('-1.500', { negative: true })).toBe(-1500)
  expect(readWholeNumber('-0', { negative: true })).toBe(0)
})
