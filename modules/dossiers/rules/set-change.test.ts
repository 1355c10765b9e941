import { describe, expect, test } from 'vitest'
import { scoredCriteria } from '@dacsan/scorecard'
import { criteriaSet } from '../../law/index.ts'
import { carriedChoices } from './set-change.ts'
import type { Choice } from './self-score.ts'

// Quyết định 26/2026/QĐ-TTg, Phụ lục: set 07 (from vegetables and fruit) and set 08 (from meat and fish) share parts A and B; 6.x differ.
const fruit = criteriaSet('26/2026/QĐ-TTg', 'QD26-07')
const meat = criteriaSet('26/2026/QĐ-TTg', 'QD26-08')
const tourism = criteriaSet('26/2026/QĐ-TTg', 'QD26-26')
const answered = (set: typeof fruit): Choice[] =>
  scoredCriteria(set).map(({ code, options }) => ({
    criterion: code,
    optionIndex: options.length - 1,
    points: options.at(-1)!.points,
    reason: `vì ${code}`,
  }))
const same = (one: typeof fruit, other: typeof fruit) => {
  const names = new Map(scoredCriteria(other).map((criterion) => [criterion.code, criterion]))
  return scoredCriteria(one).filter(({ code, name, options }) => {
    const there = names.get(code)
    return (
      there?.name === name &&
      there.options.some(({ label, points }) => label === options.at(-1)!.label && points === options.at(-1)!.points)
    )
  })
}

describe('answers of a self-scoring that goes over to other criteria', () => {
  test('an answer goes along where criterion and option are the same in words and points, with its reason', () => {
    const { kept, lost } = carriedChoices(fruit, meat, answered(fruit))
    expect(kept.length).toBeGreaterThan(0)
    expect(kept.map(({ criterion }) => criterion)).toEqual(same(fruit, meat).map(({ code }) => code))
    expect(kept.every(({ criterion, reason }) => reason === `vì ${criterion}`)).toBe(true)
    expect(kept.length + lost.length).toBe(scoredCriteria(fruit).length)
  })

  test('within the same set everything goes along, and to a set of another kind hardly anything', () => {
    expect(carriedChoices(fruit, fruit, answered(fruit)).lost).toEqual([])
    expect(carriedChoices(fruit, tourism, answered(fruit)).kept.length).toBeLessThan(scoredCriteria(fruit).length / 2)
  })

  test('an option that stands elsewhere in the other set is found by its words and points', () => {
    const turned = {
      ...fruit,
      parts: fruit.parts.map((part) => ({
        ...part,
        sections: part.sections.map((section) => ({
          ...section,
          criteria: section.criteria.map((criterion) => ({ ...criterion, options: criterion.options.toReversed() })),
        })),
      })),
    }
    const [choice] = answered(fruit)
    const { kept } = carriedChoices(fruit, turned, [choice!])
    expect(kept[0]!.optionIndex).toBe(0)
    expect(kept[0]!.points).toBe(choice!.points)
  })
})
