import { describe, expect, test } from 'vitest'
import { newProductsOf, plannedRounds, proposeShare, reachedBy, sumShares } from './year-plan.ts'

const day = (text: string, yearOffset = 0) => ({ day: text, yearOffset })

describe('the plan of a year', () => {
  // Quyết định 26/2026/QĐ-TTg, Điều 5.
  test('has the two rounds of the law, the ministry’s days of the second in the year after', () => {
    const law = [
      {
        round: 1,
        communeProposesBefore: day('04-30'),
        provinceFinishesBefore: day('06-30'),
        sentToMinistryBefore: day('07-30'),
        ministryFinishesBefore: day('09-30'),
      },
      {
        round: 2,
        communeProposesBefore: day('10-30'),
        provinceFinishesBefore: day('12-30'),
        sentToMinistryBefore: day('01-30', 1),
        ministryFinishesBefore: day('03-30', 1),
      },
    ]
    expect(plannedRounds(2027, law)).toEqual([
      {
        number: 1,
        communeBefore: '2027-04-30',
        provinceBefore: '2027-06-30',
        toMinistryBefore: '2027-07-30',
        ministryBefore: '2027-09-30',
      },
      {
        number: 2,
        communeBefore: '2027-10-30',
        provinceBefore: '2027-12-30',
        toMinistryBefore: '2028-01-30',
        ministryBefore: '2028-03-30',
      },
    ])
  })
  test('proposes three stars for each first dossier and a re-evaluation for each certificate that ends, and nothing for a producer without either', () => {
    expect(proposeShare({ dossiers: 2, ending: 3 })).toEqual({ three: 2, four: 0, five: 0, renewals: 3 })
    expect(proposeShare({ dossiers: 0, ending: 0 })).toEqual({ three: 0, four: 0, five: 0, renewals: 0 })
  })
  test('counts what was reached from certificates: first ones by their stars, every later one as a re-evaluation', () => {
    const reached = reachedBy([
      { stars: 3, isFirst: true },
      { stars: 4, isFirst: true },
      { stars: 4, isFirst: true },
      { stars: 5, isFirst: true },
      { stars: 4, isFirst: false },
    ])
    expect(reached).toEqual({ three: 1, four: 2, five: 1, renewals: 1 })
    expect(newProductsOf(reached)).toBe(4)
    expect(sumShares([reached, reached])).toEqual({ three: 2, four: 4, five: 2, renewals: 2 })
  })
})
