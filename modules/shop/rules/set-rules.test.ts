import { expect, test } from 'vitest'
import { forbiddenAt, leastAgeOf, setRuleOf, warningsOf } from './set-rules.ts'
import type { SetRule } from './set-rules.ts'

const alcohol: SetRule = { sets: ['QD26-14', 'QD26-15'], warning: 'Người dưới 18 tuổi không được mua.', leastAge: 18, cashless: true }
const health: SetRule = { sets: ['QD26-18'], warning: 'Không phải là thuốc.', leastAge: null, cashless: false }

test('a product has the rule of its set, and most have none', () => {
  expect(setRuleOf([alcohol, health], 'QD26-15')).toBe(alcohol)
  expect(setRuleOf([alcohol, health], 'QD26-18')).toBe(health)
  expect(setRuleOf([alcohol, health], 'QD26-07')).toBeNull()
})

test('a cart asks for the highest age and says each warning once', () => {
  expect(leastAgeOf([health, alcohol, { ...alcohol, leastAge: 21 }, null])).toBe(21)
  expect(leastAgeOf([health, null])).toBeNull()
  expect(warningsOf([alcohol, null, health, alcohol])).toEqual([alcohol.warning, health.warning])
})

test.each([
  [0, 1],
  [17, 1],
  [18, 0],
  [30, 0],
])('whoever has confirmed the age of %i may not order %i of the three', (age, forbidden) => {
  const lines = [alcohol, health, null].map((rule, at) => ({ listingId: `lst_${at}` as const, rule, box: null }))
  expect(forbiddenAt(lines, age)).toHaveLength(forbidden)
})
