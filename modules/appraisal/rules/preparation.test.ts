import { describe, expect, test } from 'vitest'
import { criteriaSet } from '../../law/index.ts'
import { scoredCriteria } from '@dacsan/scorecard'
import { decideAskedTest, decideTestAnswer } from './laboratory.ts'
import { decidePreScore, preScoreOf } from './pre-score.ts'
import { countSamples, decideSamples, samplesComplete } from './samples.ts'
import type { SheetLine } from './sheet.ts'
import { decideVisitReport } from './visits.ts'

const today = '2026-11-23'

describe('the book of samples', () => {
  const received = [{ what: 'receive', pieces: 5 }] as const
  test('samples go from the office to council and laboratory, come back, are used up or handed back', () => {
    const book = [
      ...received,
      { what: 'to-council', pieces: 3 },
      { what: 'to-laboratory', pieces: 1 },
      { what: 'used-by-council', pieces: 2 },
      { what: 'back-from-council', pieces: 1 },
      { what: 'hand-back', pieces: 1 },
    ] as const
    expect(countSamples(book)).toEqual({ office: 1, council: 0, laboratory: 1, received: 5, used: 2, handedBack: 1 })
  })
  test('nothing leaves a place that is not there, and nothing is written before its day', () => {
    const facts = { required: 5, count: countSamples(received), today }
    const to = (pieces: number, movedOn = today) => decideSamples('received', { what: 'to-council', pieces, movedOn }, facts)
    expect(to(5).ok).toBe(true)
    expect(to(6)).toEqual({ ok: false, refusal: { code: 'samples-not-there', place: 'office', held: 5 } })
    expect(to(1, '2026-11-24')).toEqual({ ok: false, refusal: { code: 'day-in-future' } })
  })
  // Quyết định 26/2026/QĐ-TTg, Phụ lục III: 05 mẫu sản phẩm (trừ du lịch).
  test('five samples are complete, three are not, an empty book says nothing, and tourism needs none', () => {
    expect(samplesComplete(5, received)).toBe(true)
    expect(samplesComplete(5, [{ what: 'receive', pieces: 3 }])).toBe(false)
    expect(samplesComplete(5, [])).toBeNull()
    expect(samplesComplete(0, [])).toBe(true)
    const facts = { required: 0, count: countSamples([]), today }
    expect(decideSamples('received', { what: 'receive', pieces: 1, movedOn: today }, facts)).toMatchObject({
      refusal: { code: 'samples-not-asked' },
    })
  })
})

describe('visits and tests', () => {
  test('a visit is told once, and not before its day', () => {
    const facts = { reported: false, visitedOn: today, today }
    expect(decideVisitReport('appraising', facts).ok).toBe(true)
    expect(decideVisitReport('appraising', { ...facts, reported: true })).toMatchObject({ refusal: { code: 'visit-reported' } })
    expect(decideVisitReport('appraising', { ...facts, visitedOn: '2026-11-24' })).toMatchObject({ refusal: { code: 'day-in-future' } })
  })
  test('a test is asked for about a criterion of the set, until a day that has not passed, of somebody who is there', () => {
    const asked = { criterion: '1.1', askedOf: 'adviser', dueOn: today } as const
    const facts = { criteria: ['1.1'], hasAdviser: true, today }
    expect(decideAskedTest('appraising', asked, facts).ok).toBe(true)
    expect(decideAskedTest('appraising', { ...asked, criterion: '' }, facts).ok).toBe(true)
    expect(decideAskedTest('appraising', { ...asked, criterion: '99' }, facts)).toMatchObject({ refusal: { code: 'unknown-criterion' } })
    expect(decideAskedTest('appraising', { ...asked, dueOn: '2026-11-22' }, facts)).toMatchObject({ refusal: { code: 'day-passed' } })
    expect(decideAskedTest('appraising', asked, { ...facts, hasAdviser: false })).toMatchObject({
      refusal: { code: 'adviser-not-assigned' },
    })
  })
  test('a result comes with the paper of the laboratory, once', () => {
    const facts = { answered: false, hasFile: true, testedOn: today, today }
    expect(decideTestAnswer('appraising', facts).ok).toBe(true)
    expect(decideTestAnswer('appraising', { ...facts, hasFile: false })).toMatchObject({ refusal: { code: 'test-file-missing' } })
    expect(decideTestAnswer('appraising', { ...facts, answered: true })).toMatchObject({ refusal: { code: 'test-answered' } })
  })
})

describe('the marks of the advisory group', () => {
  const set = criteriaSet('26/2026/QĐ-TTg', 'QD26-07')
  const criteria = scoredCriteria(set)
  const bands = [
    { level: 5, min: 90 },
    { level: 4, min: 70 },
    { level: 3, min: 50 },
    { level: 2, min: 30 },
    { level: 1, min: 0 },
  ]
  /** The best option of every criterion, with a few given less. */
  const best = (less: Record<string, number> = {}): SheetLine[] =>
    criteria.map(({ code, options, max }) => {
      const points = less[code] ?? max
      const optionIndex = options.findIndex((option) => option.points === points)
      return { criterion: code, optionIndex: optionIndex < 0 ? null : optionIndex, points: optionIndex < 0 ? 0 : points, comment: '' }
    })

  test('full marks miss nothing', () => {
    const score = preScoreOf(set, bands, best(), criteria)
    expect(score).toMatchObject({ stars: 5, weak: [], missing: [] })
  })
  // Set 07: criterion 1.1 has its minimum of three stars (điểm liệt), so that no total helps.
  test('a missed minimum of three stars is named as failing whatever the total', () => {
    const score = preScoreOf(set, bands, best({ '1.1': 0 }), criteria)
    expect(score.stars).toBeLessThan(3)
    expect(score.weak).toMatchObject([{ criterion: '1.1', star: 3, failing: true }])
  })
  test('marks that were not given are named, and count as nothing', () => {
    expect(preScoreOf(set, bands, best().slice(1), criteria)).toMatchObject({ missing: [criteria[0]!.code] })
  })
  test('a mark of nothing says why, and after the report nothing is written', () => {
    const facts = { submitted: false, lines: [], criteria }
    const none = (comment: string) => [{ criterion: '1.1', choice: 'none' as const, comment }]
    expect(decidePreScore('appraising', none(''), facts)).toEqual({ ok: false, refusal: { code: 'comment-missing', criteria: ['1.1'] } })
    expect(decidePreScore('appraising', none('Nguyên liệu nhập'), facts)).toMatchObject({ event: { lines: [{ points: 0 }] } })
    expect(decidePreScore('appraising', none('x'), { ...facts, submitted: true })).toMatchObject({ refusal: { code: 'report-submitted' } })
  })
})
