import { expect, test } from 'vitest'
import { spellingOf } from './index.ts'

test('another place of the tone mark, other dashes, blanks or capitals are the same spelling', () => {
  const names = ['Kẹo dừa – Hoà Thuận', 'kẹo dừa Hòa Thuận', 'KẸO  DỪA-HÒA THUẬN', 'Kẹo\u00a0dừa\u200b Hoà Thuận'.normalize('NFD')]
  expect(new Set(names.map(spellingOf)).size).toBe(1)
  expect(spellingOf('Ðường thùng')).toBe(spellingOf('đường thùng'))
})

test('another word is another spelling, also where only an accent differs', () => {
  expect(spellingOf('Kẹo dừa')).not.toBe(spellingOf('Kẹo dứa'))
  expect(spellingOf('Mắm cá lóc')).not.toBe(spellingOf('Mam ca loc'))
})
