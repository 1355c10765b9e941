import { scoredCriteria } from '@dacsan/scorecard'
import { describe, expect, test } from 'vitest'
import {
  aislesOfSets,
  communeItemSources,
  criteriaOfTime,
  criteriaSet,
  criteriaSource,
  criteriaVersionOn,
  describeSets,
  holidays,
  listCriteriaSets,
  paperRows,
  papersOf,
} from './index.ts'
import { criteriaVersions, readData } from './criteria.ts'
import { readingFaults } from './criteria-reading.ts'
import type { CriteriaReading } from './criteria-reading.ts'
import { faultsOf, readableSets, verifyCriteria } from './criteria-of-time.ts'
import { readLegalRules } from './legal-rules.ts'

describe('the criteria', () => {
  test('C31: the criteria of a dossier are those in force on the day of filing', () => {
    expect(criteriaVersionOn('2026-11-23')).toMatchObject({ decision: '26/2026/QĐ-TTg', scorable: true })
    expect(criteriaVersionOn('2026-05-22').decision).toBe('26/2026/QĐ-TTg')
    expect(criteriaVersionOn('2026-05-21')).toMatchObject({ decision: '148/QĐ-TTg', scorable: false })
    expect(criteriaVersionOn('2022-08-22').decision).toBe('1048/QĐ-TTg')
    expect(() => criteriaVersionOn('2018-01-01')).toThrowError(expect.objectContaining({ name: 'NotFound' }))
  })

  // domain.md 0.3 and data/criteria/SOURCE.md: a composite criterion counts once, its children are part of it.
  test('the criteria of Decision 26/2026 are 26 sets, 779 criteria and 2,579 options', () => {
    const sets = listCriteriaSets('26/2026/QĐ-TTg')
    const criteria = sets.flatMap(({ parts }) => parts.flatMap(({ sections }) => sections.flatMap((section) => section.criteria)))
    const options = sets.flatMap((set) => scoredCriteria(set)).flatMap((criterion) => criterion.options)
    expect([sets.length, criteria.filter(({ parent }) => parent === undefined).length, options.length]).toEqual([26, 779, 2579])
  })

  test('the criteria are read whole and found to add up before anything starts', () => {
    expect(verifyCriteria).not.toThrow()
  })

  // data/law/SOURCE.md: the signed text was not read; 51 cells were mended after the copy.
  test('the criteria of Decision 26/2026 say that they come from a copy and which cells were corrected', () => {
    expect(criteriaSource('26/2026/QĐ-TTg')).toMatchObject({ instrument: 'Quyết định 26/2026/QĐ-TTg', certainty: 'transcribed' })
    const mended = listCriteriaSets('26/2026/QĐ-TTg').flatMap((set) =>
      set.parts.flatMap(({ sections }) =>
        sections.flatMap((section) =>
          [section, ...section.criteria, ...section.criteria.flatMap(({ options }) => options)].filter((cell) => cell.correction),
        ),
      ),
    )
    expect(mended).toHaveLength(51)
  })

  test('criteria are never guessed: an unknown set or decision is not found, an outline has no sets', () => {
    expect(listCriteriaSets('148/QĐ-TTg')).toEqual([])
    for (const ask of [
      () => criteriaSet('26/2026/QĐ-TTg', 'QD26-27'),
      () => listCriteriaSets('1/2030/QĐ-TTg'),
      () => listCriteriaSets('toString'),
    ])
      expect(ask).toThrowError(expect.objectContaining({ name: 'NotFound' }))
  })

  test('every set of criteria is explained once, in the order of the decision', () => {
    expect(describeSets().map(({ code }) => code)).toEqual(listCriteriaSets('26/2026/QĐ-TTg').map(({ code }) => code))
    for (const { plain, examples } of describeSets()) expect([plain.length > 10, examples.length >= 2]).toEqual([true, true])
  })
})

describe('the criteria of an earlier time', () => {
  const byDecision = (decision: string) => readableSets(criteriaVersions().find((version) => version.decision === decision)!)

  // data/criteria/1048-781.json: two copies, of which none has all the points of part C of set 19.
  test('the criteria of Decision 1048 are 26 sets of 35, 25 and 40 points, one of them two points short', () => {
    const sets = byDecision('1048/QĐ-TTg')
    expect(sets).toHaveLength(26)
    expect(sets.flatMap((set) => faultsOf(set))).toEqual([])
    expect(sets.every(({ parts }) => parts?.map(({ max }) => max).join() === '35,25,40')).toBe(true)
    expect(sets.flatMap((set) => faultsOf({ ...set, status: '' }))).toEqual(['QD1048-19 C: 40 stated, 38 found'])
  })

  test('earlier criteria are those of the day, or of a year that saw one decision only', () => {
    expect(criteriaOfTime('QD26-08', { on: null, year: 2019 })).toEqual({
      decision: '1048/QĐ-TTg',
      sets: ['Chế biến từ thịt, trứng, sữa', 'Chế biến từ thủy, hải sản'],
      inferred: true,
    })
    expect(criteriaOfTime('QD26-09', { on: '2022-12-30', year: 2022 }).sets).toEqual(['Tương, nước mắm, gia vị lỏng khác'])
    expect(criteriaOfTime('QD26-06', { on: '2024-11-12', year: 2024 })).toEqual({ decision: '148/QĐ-TTg', sets: [], inferred: true })
    expect(criteriaOfTime('QD26-06', { on: '2026-11-25', year: 2026 })).toEqual({
      decision: '26/2026/QĐ-TTg',
      sets: ['Chế biến từ gạo, ngũ cốc'],
      inferred: false,
    })
  })

  test('earlier criteria are unknown for a year or a week with two decisions, and without a date', () => {
    for (const when of [
      { on: null, year: 2023 },
      { on: null, year: 2026 },
      { on: '2026-06-01', year: 2026 },
      { on: null, year: null },
    ])
      expect(criteriaOfTime('QD26-06', when)).toEqual({ decision: null, sets: [], inferred: false })
  })

  test('earlier criteria have a set for every present set that is named as theirs', () => {
    for (const { code } of listCriteriaSets('26/2026/QĐ-TTg')) {
      expect(criteriaOfTime(code, { on: '2021-06-01', year: null }).decision).toBe('1048/QĐ-TTg')
      expect(criteriaOfTime(code, { on: '2024-06-01', year: null }).decision).toBe('148/QĐ-TTg')
    }
  })
})

describe('the reading of a decision', () => {
  const decision = '26/2026/QĐ-TTg'
  const reading = () => readData('26-2026.reading.json') as CriteriaReading

  test('the reading of a decision gives every set of the decision one aisle', () => {
    expect(aislesOfSets().size).toBe(26)
    expect(aislesOfSets().get('QD26-07')).toBe('food')
    expect(aislesOfSets().get('QD26-26')).toBe('tourism')
  })

  // Quyết định 26/2026/QĐ-TTg, Mẫu số 02: fifteen rows; Điều 2: the producer is registered.
  test('the reading of a decision names fifteen rows of papers, and the business registration is always required', () => {
    const { rows, usual } = papersOf(decision, 'QD26-07')
    expect(rows.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15])
    expect(rows.filter(({ required }) => required).map(({ row }) => row)).toEqual([1])
    expect([usual['1.1'], usual['1.6'], usual['8.0'], usual['6.3']]).toEqual([[3], [4], [11, 12], undefined])
    expect(paperRows()).toEqual(rows)
  })

  test('the reading of a decision says for every set what speaks to the four items of the commune', () => {
    const items = communeItemSources(decision, 'QD26-07')
    expect(items.materials).toEqual({ answers: ['business.materials', 'business.linkage'], criteria: ['1.1', '1.2'] })
    expect(items.labour.criteria).toEqual(['3.3'])
    expect(items.idea.criteria).toEqual(['2.1'])
    expect(items.identity.criteria).toEqual(['5.1', '5.2', '5.3', '7.0'])
  })

  test('the reading of a decision does not fit a decision whose sets, criteria or rows it does not know', () => {
    const sets = listCriteriaSets(decision)
    expect(readingFaults(reading(), sets)).toEqual([])
    expect(readingFaults(reading(), sets.slice(1))).toContain('the decision has no set QD26-01')
    const short = reading()
    expect(readingFaults({ ...short, sets: short.sets.slice(1) }, sets)).toEqual(['QD26-01 is not read once'])
    expect(readingFaults({ ...short, papers: short.papers.slice(1) }, sets)).toEqual(['Loại hình tổ chức: no row 1 of papers'])
    short.communeItems.idea.criteria['QD26-01'] = ['99.9']
    expect(readingFaults(short, sets)).toEqual(['idea: QD26-01 has no criterion 99.9'])
  })
})

test('no row claims to have seen Decision 26/2026 itself', async () => {
  const rows = readLegalRules().filter(({ instrument }) => instrument === 'Quyết định 26/2026/QĐ-TTg')
  expect(rows.length).toBeGreaterThan(10)
  expect(rows.filter(({ certainty }) => certainty === 'confirmed')).toEqual([])
})

test('the holidays are known for this year and the next', () => {
  expect([holidays().knownFrom <= '2026-01-01', holidays().knownTo >= '2027-12-31']).toEqual([true, true])
})
