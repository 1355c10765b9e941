import { expect, test } from 'vitest'
import { searchWords } from './index.ts'

test('search words are folded and without punctuation, the same for composed and decomposed letters', () => {
  expect(searchWords('Dừa sáp – Cầu Kè')).toEqual(['dua', 'sap', 'cau', 'ke'])
  expect(searchWords('ĐẬU PHỘNG'.normalize('NFD'))).toEqual(['dau', 'phong'])
  expect(searchWords(' – ,')).toEqual([])
})

test('a Khmer word with its vowels and signs stays one word', () => {
  expect(searchWords('Dừa sáp – Cầu Kè, ឡូតិ៍ 2')).toEqual(['dua', 'sap', 'cau', 'ke', 'ឡូតិ៍', '2'])
})
