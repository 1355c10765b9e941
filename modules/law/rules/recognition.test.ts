import { describe, expect, test } from 'vitest'
import { outcomeOf } from './recognition.ts'

// star.authority, star.recognised-from and star.ministry-from-points of Quyết định 26/2026/QĐ-TTg.
const ranks = {
  recognisedFrom: 3,
  ministryFromPoints: 90,
  ministryNeedsMinimums: true,
  authorities: { '3': 'Chủ tịch UBND tỉnh', '4': 'Chủ tịch UBND tỉnh', '5': 'Bộ trưởng' },
}

describe('the outcome of a result', () => {
  test.each([
    [1, 40, 'not-recognised'],
    [2, 55, 'not-recognised'],
    [3, 60, 'recognised'],
    [4, 75, 'recognised'],
    [5, 90, 'potential-five'],
  ])('a result of %i stars with %i points is %s', (stars, points, outcome) =>
    expect(outcomeOf({ stars, totalPoints: points * 9, sheetCount: 9 }, ranks)).toBe(outcome),
  )

  test('C30: a result of ninety points that misses a five-star minimum is the province’s to recognise with the stars that the minimums allow', () => {
    for (const stars of [3, 4]) expect(outcomeOf({ stars, totalPoints: 855, sheetCount: 9 }, ranks)).toBe('recognised')
    expect(outcomeOf({ stars: 5, totalPoints: 810, sheetCount: 9 }, ranks)).toBe('potential-five')
  })

  test('where points alone are enough for the ministry, a result of ninety goes there without a minimum, and one below does not', () => {
    const pointsAlone = { ...ranks, ministryNeedsMinimums: false }
    expect(outcomeOf({ stars: 4, totalPoints: 810, sheetCount: 9 }, pointsAlone)).toBe('potential-five')
    expect(outcomeOf({ stars: 4, totalPoints: 809, sheetCount: 9 }, pointsAlone)).toBe('recognised')
  })

  test('a result of ninety points that misses a three-star minimum is not recognised', () => {
    expect(outcomeOf({ stars: 2, totalPoints: 855, sheetCount: 9 }, ranks)).toBe('not-recognised')
  })
})
