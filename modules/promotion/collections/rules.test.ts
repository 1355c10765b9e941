import fc from 'fast-check'
import { expect, test } from 'vitest'
import { certificateStates } from '../../catalogue/rules.ts'
import { readArticle, readRecipe } from '../news/rules.ts'
import { bandOf, isInSeason, isShownIn, monthOf } from './rules.ts'

test('a season runs over the New Year, and holds in its first and last month', () => {
  const tet = { fromMonth: 11, untilMonth: 2 }
  expect([10, 11, 12, 1, 2, 3].map((month) => isInSeason(tet, month))).toEqual([false, true, true, true, true, false])
  expect([4, 5, 8, 9].map((month) => isInSeason({ fromMonth: 5, untilMonth: 8 }, month))).toEqual([false, true, true, false])
  expect(monthOf('2026-11-30')).toBe(11)
})

test('a season has as many months as it says, wherever it begins', () => {
  const month = fc.integer({ min: 1, max: 12 })
  fc.assert(
    fc.property(month, month, (fromMonth, untilMonth) => {
      const months = Array.from({ length: 12 }, (_, index) => index + 1).filter((one) => isInSeason({ fromMonth, untilMonth }, one))
      expect(months.length).toBe(((untilMonth - fromMonth + 12) % 12) + 1)
    }),
  )
})

test('a collection shows what is recognised today and nothing else', () => {
  expect(certificateStates.filter(isShownIn)).toEqual(['certified', 'expiring', 'extended'])
})

test('a price lies in one band, and where one ends the next begins', () => {
  expect([0, 49_999, 50_000, 100_000, 499_999, 500_000].map(bandOf)).toEqual([
    'under-50',
    'under-50',
    '50-100',
    '100-200',
    '200-500',
    'over-500',
  ])
})

test('a dish is read out of an article: the first list goes in, the others are done', () => {
  const told = 'Ngon.\n\n## Nguyên liệu\n- 1 **trái** dừa\n- Đường\n\n## Làm\n- Bổ dừa\n\nChờ.\n\n- Nạo'
  expect(readRecipe(readArticle(told))).toEqual({ ingredients: ['1 trái dừa', 'Đường'], steps: ['Bổ dừa', 'Nạo'] })
  expect(readRecipe(readArticle('- chỉ một danh sách'))).toBeNull()
})
