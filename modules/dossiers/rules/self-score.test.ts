import { scoredCriteria } from '@dacsan/scorecard'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { picksFor } from '../fixtures.ts'
import { criteriaSet, listCriteriaSets } from '../../law/index.ts'
import { applyPicks } from './picks.ts'
import type { ChoicePick } from './picks.ts'
import { applies, choosable, conditionOf, findCriterion, hasNoneAnswer, partProgress, selfScore } from './self-score.ts'
import type { Choice } from './self-score.ts'

const decision = '26/2026/QĐ-TTg'
const sets = listCriteriaSets(decision)
const set = criteriaSet(decision, 'QD26-01')
// Quyết định 26/2026/QĐ-TTg, Điều 3.
const bands = [
  { level: 1, min: 0 },
  { level: 2, min: 30 },
  { level: 3, min: 50 },
  { level: 4, min: 70 },
  { level: 5, min: 90 },
]

const choose = (picks: Record<string, number | null>, earlier: Choice[] = []) => {
  const applied = applyPicks(
    set,
    earlier,
    Object.entries(picks).map(([criterion, optionIndex]) => ({ criterion, optionIndex, reason: '' })),
  )
  if (!applied.ok) throw new Error(applied.refusal.code)
  return applied
}

describe('a criterion that applies only with a product story', () => {
  test('a criterion that applies only with a story depends on the story criterion of its section, in every set', () => {
    for (const each of sets) {
      const conditional = scoredCriteria(each).filter((criterion) => criterion.notes?.some((note) => note.kind === 'appliesOnlyIf'))
      for (const criterion of conditional) expect(conditionOf(each, criterion.code)?.name.toLocaleLowerCase('vi')).toContain('câu chuyện')
    }
    // domain.md 2.4: 25 notes of this kind.
    expect(sets.flatMap((each) => scoredCriteria(each).filter((criterion) => conditionOf(each, criterion.code)))).toHaveLength(25)
  })

  test('a criterion that applies only with a story has no answer without one, and loses the answer it had', () => {
    expect(applies(set, [], '5.2')).toBe(false)
    const withStory = choose({ '5.1': 1, '5.2': 2 })
    expect(withStory.choices.map((choice) => choice.criterion)).toEqual(['5.1', '5.2'])
    const without = choose({ '5.1': 0 }, withStory.choices)
    expect(without.choices.map((choice) => choice.criterion)).toEqual(['5.1'])
    expect(without.dropped).toEqual(['5.2'])
  })
})

describe('a pick', () => {
  test('a pick takes its points from the option of the decision', () => {
    // Bộ 01, 4.1: options of 1, 2, 3 and 5 points.
    expect(choose({ '4.1': 3 }).choices).toEqual([{ criterion: '4.1', optionIndex: 3, points: 5, reason: '' }])
  })

  test('a pick of no option counts 0 where every option carries points', () => {
    expect(hasNoneAnswer(findCriterion(set, '3.3')!)).toBe(true)
    expect(choose({ '3.3': null }).choices[0]).toMatchObject({ optionIndex: null, points: 0 })
  })

  test.each<[ChoicePick, string]>([
    [{ criterion: '99.9', optionIndex: 0, reason: '' }, 'unknown-criterion'],
    [{ criterion: '4.1', optionIndex: 4, reason: '' }, 'unknown-option'],
    [{ criterion: '4.2', optionIndex: null, reason: '' }, 'unknown-option'],
    [{ criterion: '4.1', optionIndex: 0, reason: 'x'.repeat(2001) }, 'reason-too-long'],
  ])('the pick %j is refused: %s', (pick, code) => {
    expect(applyPicks(set, [], [pick])).toMatchObject({ ok: false, refusal: { code } })
  })

  test('a pick never names a heading over criteria', () => {
    const composite = criteriaSet(decision, 'QD26-11')
    expect(applyPicks(composite, [], [{ criterion: '6.1', optionIndex: 0, reason: '' }])).toMatchObject({ ok: false })
  })
})

test('a part is as far as its criteria have answers, those that do not apply apart', () => {
  const [a, b] = partProgress(set, choose({ '4.1': 0, '5.1': 0 }).choices)
  expect(a!.unanswered).toEqual(a!.criteria)
  expect(b!.criteria).toEqual(['4.1', '4.2', '4.3', '5.1', '5.3'])
  expect(b!.unanswered).toEqual(['4.2', '4.3', '5.3'])
})

describe('what is missing for the next star', () => {
  test('with nothing chosen, 50 points and every three-star minimum of the set are missing, listed apart', () => {
    const { next, stars, total } = selfScore(set, bands, 3, [])
    expect([stars, total]).toEqual([1, 0])
    expect(next).toMatchObject({ stars: 3, from: 50, pointsMissing: 50 })
    // criteria-26-2026.json, QD26-01, conditions 3star.
    expect(next!.unmet.map(({ criterion, required }) => [criterion, required])).toEqual([
      ['2.2', 2],
      ['2.3', 1],
      ['3.5', 1],
      ['4.1', 2],
      ['5.3', 1],
      ['9.0', 2],
      ['10.0', 1],
    ])
    expect(next!.unmet[0]!.option.label).toBe('Đóng gói sáng tạo, bao bì đẹp')
  })

  test('with enough points and one minimum missing, only that minimum is named', () => {
    const picks = Object.fromEntries(picksFor(set, 4, bands).map((pick) => [pick.criterion, pick.optionIndex]))
    // 3.4 asks for 2 points at four stars; one point leaves the minimum open.
    const { choices } = choose({ ...picks, '3.4': 0, '1.1': 2, '1.2': 2 })
    const score = selfScore(set, bands, 3, choices)
    expect(score.reachedByPoints).toBe(4)
    expect(score.stars).toBe(3)
    expect(score.next).toMatchObject({ stars: 4, pointsMissing: 0 })
    expect(score.next!.unmet.map(({ criterion, required, got }) => ({ criterion, required, got }))).toEqual([
      { criterion: '3.4', required: 2, got: 1 },
    ])
  })

  test('at five stars nothing is missing', () => {
    const all = Object.fromEntries(scoredCriteria(set).map((criterion) => [criterion.code, criterion.options.length - 1]))
    expect(selfScore(set, bands, 3, choose(all).choices)).toMatchObject({
      total: 100,
      parts: { A: 40, B: 25, C: 35 },
      stars: 5,
      next: null,
    })
  })

  const anyPicks = fc.constantFrom(...sets).chain((each) =>
    fc.record({
      set: fc.constant(each),
      picks: fc.tuple(
        ...scoredCriteria(each).map((criterion) => fc.option(fc.nat({ max: criterion.options.length - 1 }), { nil: undefined })),
      ),
    }),
  )

  test('for any answers in any set the parts add up, and what is missing for the next star is exact', () => {
    fc.assert(
      fc.property(anyPicks, ({ set: each, picks }) => {
        const chosen = scoredCriteria(each).flatMap((criterion, index) => {
          const optionIndex = picks[index]
          return optionIndex === undefined ? [] : [{ criterion: criterion.code, optionIndex, reason: '' }]
        })
        const applied = applyPicks(each, [], chosen)
        if (!applied.ok) throw new Error(applied.refusal.code)
        const score = selfScore(each, bands, 3, applied.choices)
        expect(score.parts.A + score.parts.B + score.parts.C).toBe(score.total)
        expect(score.stars).toBeLessThanOrEqual(score.reachedByPoints)
        if (score.next === null) return expect(score.stars).toBe(5)
        expect(score.next.pointsMissing).toBe(Math.max(0, score.next.from - score.total))
        expect(score.next.pointsMissing > 0 || score.next.unmet.length > 0).toBe(true)
        for (const { criterion, required, got } of score.next.unmet) {
          expect(got).toBe(applied.choices.find((choice) => choice.criterion === criterion)?.points ?? 0)
          expect(required).toBeGreaterThan(got)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('the sample dossiers hold the stars they were made for and leave nothing open, in every set', () => {
    for (const each of sets) {
      for (const stars of [3, 4, 5] as const) {
        const applied = applyPicks(each, [], picksFor(each, stars, bands))
        if (!applied.ok) throw new Error(applied.refusal.code)
        const score = selfScore(each, bands, 3, applied.choices)
        expect([each.code, stars, score.stars >= stars]).toEqual([each.code, stars, true])
        expect(partProgress(each, applied.choices).flatMap((part) => part.unanswered)).toEqual([])
      }
    }
  })
})

test('every choosable criterion of every set belongs to exactly one part of the task list', () => {
  for (const each of sets) {
    const inSections = each.parts.flatMap((part) => part.sections.flatMap(choosable)).map((criterion) => criterion.code)
    expect(inSections).toEqual(scoredCriteria(each).map((criterion) => criterion.code))
    expect(new Set(inSections).size).toBe(inSections.length)
  }
})
