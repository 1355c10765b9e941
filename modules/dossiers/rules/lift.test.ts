import { scoredCriteria } from '@dacsan/scorecard'
import { describe, expect, test } from 'vitest'
import { criteriaSet } from '../../law/index.ts'
import { picksFor } from '../demo/picks-for.ts'
import { liftSteps } from './lift.ts'
import { selfScore } from './self-score.ts'
import type { Choice } from './self-score.ts'

const set = criteriaSet('26/2026/QĐ-TTg', 'QD26-07')
const bands = [5, 4, 3, 2, 1].map((level) => ({ level, min: { 5: 90, 4: 70, 3: 50, 2: 30, 1: 0 }[level]! }))
const optionsOf = new Map(scoredCriteria(set).map(({ code, options }) => [code, options]))
const choicesFor = (stars: 3 | 4 | 5): Choice[] =>
  picksFor(set, stars).map(({ criterion, optionIndex, reason }) => ({
    criterion,
    optionIndex,
    points: optionIndex === null ? 0 : optionsOf.get(criterion)![optionIndex]!.points,
    reason,
  }))
const lifted = (choices: readonly Choice[]) => liftSteps(set, choices, selfScore(set, bands, 3, choices))

describe('what lifts a product one star', () => {
  test('every minimum of the next star that is missed comes first, each with the option that would meet it', () => {
    const choices = choicesFor(3)
    const { next } = selfScore(set, bands, 3, choices)
    const minimums = lifted(choices).filter(({ isMinimum }) => isMinimum)
    expect(next!.stars).toBe(4)
    expect(minimums.map(({ criterion, want }) => [criterion, want])).toEqual(
      next!.unmet.map(({ criterion, option }) => [criterion, option.label]),
    )
  })

  test('where the minimums do not bring the points, the criteria whose next better option brings most follow, and each names an official option', () => {
    const choices = choicesFor(3)
    const points = lifted(choices).filter(({ isMinimum }) => !isMinimum)
    const gains = points.map(({ gain }) => gain)
    expect(gains).toEqual(gains.toSorted((one, other) => other - one))
    expect(points.length).toBeLessThanOrEqual(8)
    for (const { criterion, want, gain } of points) {
      const option = optionsOf.get(criterion)!.find(({ label }) => label === want)!
      expect(option.points - (choices.find((choice) => choice.criterion === criterion)?.points ?? 0)).toBe(gain)
      expect(gain).toBeGreaterThan(0)
    }
  })

  test('a product without an answer is led to three stars, and one with five is led nowhere', () => {
    expect(lifted([]).length).toBeGreaterThan(5)
    expect(lifted(choicesFor(5))).toEqual([])
  })
})
