import { expect, test } from 'vitest'
import { ownRecord } from '../rules.ts'

test("a member's record is the mean of the differences to the council and their sample standard deviation", () => {
  // Averages 300/4 = 75, 320/4 = 80, 210/3 = 70: the differences are 1, 3 and -1, their mean 1, their variance (0 + 4 + 4)/2 = 4.
  const scored = [
    { own: 76, points: 300, sheets: 4 },
    { own: 83, points: 320, sheets: 4 },
    { own: 69, points: 210, sheets: 3 },
  ]
  expect(ownRecord(scored)).toEqual({ products: 3, bias: 1, spread: 2 })
})
test('one product has no spread, and none has no record', () => {
  expect(ownRecord([{ own: 70, points: 288, sheets: 4 }])).toEqual({ products: 1, bias: -2, spread: null })
  expect(ownRecord([])).toBeNull()
})
