import { scoredCriteria } from '@dacsan/scorecard'
import { expect, test } from 'vitest'
import { criteriaSet, listCriteriaSets } from '../../law/index.ts'
import { figuresBeside } from '../rules.ts'
import { criterionFigures } from './criterion-figures.ts'

const decision = '26/2026/QĐ-TTg'
const criteriaOf = (set: string) => scoredCriteria(criteriaSet(decision, set))

test('in every set of the decision the criteria of local labour and of growth, 3.3 and 3.4, have their figures beside them', () => {
  const sets = listCriteriaSets(decision)
  expect(sets).toHaveLength(26)
  for (const { code } of sets) {
    const withFigures = criteriaOf(code)
      .filter(({ name }) => figuresBeside(name, criterionFigures, { year: 2026, answers: {} }, null))
      .map((criterion) => criterion.code)
    expect(withFigures, code).toEqual(expect.arrayContaining(['3.3', '3.4']))
  }
})

test('every row of figures is asked for by a criterion of the decision', () => {
  const names = listCriteriaSets(decision).flatMap(({ code }) => criteriaOf(code).map(({ name }) => name.toLocaleLowerCase('vi')))
  for (const { criterion } of criterionFigures) {
    expect(
      names.some((name) => name.startsWith(criterion.toLocaleLowerCase('vi'))),
      criterion,
    ).toBe(true)
  }
})
