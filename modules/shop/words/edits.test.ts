import { expect, test } from 'vitest'
import { spokenIn } from '../words.ts'
import { sayNote } from './edits.ts'

const read = (lang: 'vi' | 'en' | 'km', line: Parameters<typeof sayNote>[0]) => sayNote(line, spokenIn(lang).words)

test('what the platform says of an order stands in the language of its reader, what a person wrote as it was written', () => {
  const recalled = { said: { code: 'lot-recalled', recall: 'TH-7' }, note: null } as const
  expect([read('vi', recalled), read('en', recalled)]).toEqual([
    'Hàng thuộc lô đã thu hồi (TH-7).',
    'The goods belong to a recalled lot (TH-7).',
  ])
  expect(read('km', recalled)).toMatch(/[\u1780-\u17ff].*TH-7/)
  expect(read('en', { said: { code: 'seller-suspended' }, note: null })).toMatch(/^The seller is suspended/)
  // Rows of before hold the text itself.
  expect(read('en', { said: null, note: 'Hỏng xe' })).toBe('Hỏng xe')
  expect(read('en', { said: null, note: null })).toBeUndefined()
})
