import { describe, expect, test } from 'vitest'
import { criteriaSet, listCriteriaSets } from '../../law/index.ts'
import { decideRepeatSheet, decideSlipIn, repeatabilityOf, scoredTwice, sensoryCriteria } from './repeat.ts'

const set = criteriaSet('26/2026/QĐ-TTg', 'QD26-01')
const criteria = sensoryCriteria(set)
const line = (criterion: string, points: number) => ({ criterion, optionIndex: points, points, comment: '' })

describe('what a sample without a name is scored on', () => {
  // Quyết định 26/2026/QĐ-TTg, Phụ lục I, Bộ 01, phần C mục 6.
  test('the criteria of "chỉ tiêu cảm quan" and no other', () => {
    expect(criteria.map(({ code }) => code)).toEqual(['6.1', '6.2', '6.3', '6.4'])
  })
  test('a set without sensory criteria offers no sample, and one product stands under one code', () => {
    expect(decideSlipIn({ criteria: [], isThere: false })).toMatchObject({ refusal: { code: 'sensory-criteria-missing' } })
    expect(decideSlipIn({ criteria, isThere: true })).toMatchObject({ refusal: { code: 'repeat-there' } })
    expect(decideSlipIn({ criteria, isThere: false }).ok).toBe(true)
  })
  test('seven of the 26 sets ask nothing of the senses: medicines, crafts, cloth, flowers, plants, animals and tourism', () => {
    const without = listCriteriaSets('26/2026/QĐ-TTg').filter((each) => sensoryCriteria(each).length === 0)
    expect(without.map(({ code }) => code)).toEqual(['18', '21', '22', '23', '24', '25', '26'].map((number) => `QD26-${number}`))
  })
})

describe('the sheet of a sample', () => {
  const full = criteria.map(({ code }) => ({ criterion: code, choice: 1 }))
  test('is handed in whole, once, and with official options alone', () => {
    expect(decideRepeatSheet({ criteria, isHandedIn: false }, full)).toMatchObject({ ok: true })
    expect(decideRepeatSheet({ criteria, isHandedIn: true }, full)).toMatchObject({ refusal: { code: 'repeat-handed-in' } })
    expect(decideRepeatSheet({ criteria, isHandedIn: false }, full.slice(1))).toEqual({
      ok: false,
      refusal: { code: 'criteria-missing', criteria: ['6.1'] },
    })
    const foreign = [...full, { criterion: '1.1', choice: 0 }]
    expect(decideRepeatSheet({ criteria, isHandedIn: false }, foreign)).toMatchObject({
      refusal: { code: 'unknown-option', criterion: '1.1' },
    })
    const beyond = [...full.slice(1), { criterion: '6.1', choice: 9 }]
    expect(decideRepeatSheet({ criteria, isHandedIn: false }, beyond)).toMatchObject({
      refusal: { code: 'unknown-option', criterion: '6.1' },
    })
  })
})

describe('two scorings of one product', () => {
  test('are compared by what was asked twice: the other criteria of the sheet do not count', () => {
    expect(scoredTwice([line('1.1', 5), line('6.1', 2), line('6.2', 3)], [line('6.1', 1), line('6.2', 1)])).toEqual({ first: 5, again: 2 })
    expect(scoredTwice(null, [line('6.1', 1)])).toEqual({ first: null, again: 1 })
  })
  test('differ on average by the mean of the differences, up and down alike; without a first scoring there is nothing to compare', () => {
    // |2 − 5| = 3, |6 − 5| = 1; (3 + 1) / 2 = 2.
    expect(
      repeatabilityOf([
        { first: 5, again: 2 },
        { first: 5, again: 6 },
        { first: null, again: 9 },
      ]),
    ).toEqual({ samples: 2, apart: 2 })
    expect(repeatabilityOf([{ first: null, again: 9 }])).toBeNull()
    expect(repeatabilityOf([])).toBeNull()
  })
})
