import { scoredCriteria } from '@dacsan/scorecard'
import { describe, expect, test } from 'vitest'
import { criteriaSet, criteriaSource, criteriaVersionOn, describeSets, findSets, holidays, listCriteriaSets } from './index.ts'
import { readLegalRules } from './legal-rules.ts'
import { topics } from './rules.ts'

describe('the criteria', () => {
  test('are those in force on the day of filing', () => {
    expect(criteriaVersionOn('2026-11-23')).toMatchObject({ decision: '26/2026/QĐ-TTg', scorable: true })
    expect(criteriaVersionOn('2026-05-22').decision).toBe('26/2026/QĐ-TTg')
    expect(criteriaVersionOn('2026-05-21')).toMatchObject({ decision: '148/QĐ-TTg', scorable: false })
    expect(criteriaVersionOn('2022-08-22').decision).toBe('1048/QĐ-TTg')
    expect(() => criteriaVersionOn('2018-01-01')).toThrowError(expect.objectContaining({ name: 'NotFound' }))
  })

  // domain facts of Decision 26/2026: 26 sets, 779 criteria (composite headings counted), 2,579 options.
  test('of Decision 26/2026 are 26 sets with 2,579 options', () => {
    const sets = listCriteriaSets('26/2026/QĐ-TTg')
    const options = sets.flatMap((set) => scoredCriteria(set)).flatMap((criterion) => criterion.options)
    expect([sets.length, options.length]).toEqual([26, 2579])
  })

  // data/law/SOURCE.md: the signed text was not read; 51 cells were mended after the copy.
  test('of Decision 26/2026 say that they come from a copy, and which cells were mended after it', () => {
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

  test('are never guessed: an unknown set or decision is not there, an outline has no sets', () => {
    expect(listCriteriaSets('148/QĐ-TTg')).toEqual([])
    for (const ask of [
      () => criteriaSet('26/2026/QĐ-TTg', 'QD26-27'),
      () => listCriteriaSets('1/2030/QĐ-TTg'),
      () => listCriteriaSets('toString'),
    ])
      expect(ask).toThrowError(expect.objectContaining({ name: 'NotFound' }))
  })

  test('are explained, every set once, in the order of the decision', () => {
    expect(describeSets().map(({ code }) => code)).toEqual(listCriteriaSets('26/2026/QĐ-TTg').map(({ code }) => code))
    for (const { plain, examples } of describeSets()) expect([plain.length > 10, examples.length >= 2]).toEqual([true, true])
  })
})

describe('a set for a product', () => {
  test('is found by the everyday name of the product, accents or none', () => {
    for (const [product, set] of [
      ['bánh tét Trà Cuôn', 'QD26-06'],
      ['mat hoa dua', 'QD26-04'],
      ['Lạp xưởng', 'QD26-08'],
      ['nước mắm', 'QD26-09'],
      ['chiếu', 'QD26-21'],
    ] as const)
      expect(findSets(product)[0]?.code).toBe(set)
  })

  test('is not found for words that say nothing', () => {
    expect([findSets(''), findSets('???'), findSets('zzz')]).toEqual([[], [], []])
  })
})

test('no row claims to have seen Decision 26/2026 itself', async () => {
  const rows = (await readLegalRules()).filter(({ instrument }) => instrument === 'Quyết định 26/2026/QĐ-TTg')
  expect(rows.length).toBeGreaterThan(10)
  expect(rows.filter(({ certainty }) => certainty === 'confirmed')).toEqual([])
})

test('every topic has a row, and every row a topic, in the shape of it', async () => {
  expect(new Set((await readLegalRules()).map(({ topic }) => topic))).toEqual(new Set(Object.keys(topics)))
})

test('the holidays are known for this year and the next', () => {
  expect([holidays().knownFrom <= '2026-01-01', holidays().knownTo >= '2027-12-31']).toEqual([true, true])
})
