import type { Band } from '@dacsan/scorecard'
import type { CriteriaSet } from '../../law/index.ts'
import { choosable, conditionOf, hasNoneAnswer } from '../rules.ts'
import type { ChoicePick } from '../rules.ts'

/** Choices that hold exactly so many stars: every minimum up to them, then points one criterion after another until it is enough. */
export function picksFor(set: CriteriaSet, stars: 3 | 4 | 5, bands: readonly Band[] = sampleBands): ChoicePick[] {
  const criteria = set.parts.flatMap((part) => part.sections.flatMap(choosable))
  const wanted = bands.find((band) => band.level === stars)!.min
  const chosen = new Map<string, number | null>()
  let total = 0
  for (const criterion of criteria) {
    const least = Math.max(0, ...criterion.options.filter((option) => (option.minimumFor ?? 9) <= stars).map((option) => option.points))
    const index = criterion.options.findIndex((option) => option.points === least)
    chosen.set(criterion.code, index === -1 ? (hasNoneAnswer(criterion) ? null : 0) : index)
    total += least
  }
  for (const criterion of criteria) {
    if (total >= wanted) break
    const best = criterion.options.reduce((top, option, index) => (option.points > criterion.options[top]!.points ? index : top), 0)
    const now = chosen.get(criterion.code) ?? null
    total += criterion.options[best]!.points - (now === null ? 0 : criterion.options[now]!.points)
    chosen.set(criterion.code, best)
  }
  const pointsOf = (code: string) => {
    const index = chosen.get(code) ?? null
    return index === null ? 0 : criteria.find((criterion) => criterion.code === code)!.options[index]!.points
  }
  return criteria
    .filter((criterion) => {
      const condition = conditionOf(set, criterion.code)
      return condition === undefined || pointsOf(condition.code) > 0
    })
    .map((criterion) => ({ criterion: criterion.code, optionIndex: chosen.get(criterion.code)!, reason: '' }))
}

/** Quyết định 26/2026/QĐ-TTg, Điều 3. */
const sampleBands: readonly Band[] = [
  { level: 3, min: 50 },
  { level: 4, min: 70 },
  { level: 5, min: 90 },
]
