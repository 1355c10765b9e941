import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { scoredCriteria } from './index.ts'
import type { Band, Choices, CriteriaSet, Sheet } from './index.ts'

type Decision = { starBands: { star: number; min: number }[]; sets: CriteriaSet[] }
const path = new URL('../../data/criteria/26-2026.json', import.meta.url)
const decision = JSON.parse(readFileSync(path, 'utf8')) as Decision

/** The 26 sets of decision 26/2026/QĐ-TTg: real scorecards, not examples made for the tests. */
export const sets = decision.sets
export const bands: Band[] = decision.starBands.map(({ star, min }) => ({ level: star, min }))
export const set01 = sets[0]!

/** Full points everywhere, but for the criteria named. */
export function fullPoints(set: CriteriaSet, but: Choices = {}): Record<string, number | null> {
  return { ...Object.fromEntries(scoredCriteria(set).map(({ code, max }) => [code, max])), ...but }
}

export function council(size: number, choicesOf: (index: number) => Choices): Sheet[] {
  return Array.from({ length: size }, (_, index) => ({ member: `m${index + 1}`, choices: choicesOf(index) }))
}

export const anySet = fc.constantFrom(...sets)

export function anyChoices(set: CriteriaSet): fc.Arbitrary<Choices> {
  const perCriterion = scoredCriteria(set).map(({ code, options }) => {
    const points = fc.constantFrom<number | null>(null, 0, ...options.map((option) => option.points))
    return [code, points] as const
  })
  return fc.record(Object.fromEntries(perCriterion), { requiredKeys: [] }).map((choices) => choices as Choices)
}

export function anySheets(set: CriteriaSet): fc.Arbitrary<Sheet[]> {
  return fc
    .array(anyChoices(set), { minLength: 1, maxLength: 11 })
    .map((all) => all.map((choices, index) => ({ member: `m${index + 1}`, choices })))
}
