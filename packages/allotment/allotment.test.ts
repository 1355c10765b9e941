import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { awardAmount, decideAllotment, grantAmount } from './index.ts'
import type { Application } from './index.ts'

const application = (id: string, score: number, completeAt = '2026-11-01', eligible = true): Application => ({
  id,
  score,
  completeAt,
  eligible,
})

describe('places that are fewer than those who want them', () => {
  test('the higher score comes first, then the application that was complete earlier, then the id as text', () => {
    const asked = [
      application('10', 80, '2026-11-02'),
      application('9', 80, '2026-11-02'),
      application('early', 80, '2026-11-01T23:59:59+07:00'),
      application('best', 80.5, '2026-11-09'),
    ]
    expect(decideAllotment(3, 50, asked)).toEqual({ ok: true, value: { allotted: ['best', 'early', '10'], waiting: ['9'], refused: [] } })
  })

  test('moments are compared as moments, whatever their zones', () => {
    const asked = [application('ha-noi', 80, '2026-11-01T08:00:00+07:00'), application('utc', 80, '2026-11-01T00:59:59Z')]
    expect(decideAllotment(1, 0, asked)).toMatchObject({ value: { allotted: ['utc'], waiting: ['ha-noi'] } })
  })

  test('who may not take part and who has too few points is out, in the order of the applications', () => {
    const asked = [
      application('a', 49.9),
      application('b', 90, '2026-11-01', false),
      application('c', 10, '2026-11-01', false),
      application('d', 50),
    ]
    expect(decideAllotment(5, 50, asked)).toEqual({
      ok: true,
      value: {
        allotted: ['d'],
        waiting: [],
        refused: [
          { id: 'a', why: 'below-least' },
          { id: 'b', why: 'not-eligible' },
          { id: 'c', why: 'not-eligible' },
        ],
      },
    })
  })

  test('without a place everybody who may waits', () => {
    expect(decideAllotment(0, 0, [application('a', 1)])).toEqual({ ok: true, value: { allotted: [], waiting: ['a'], refused: [] } })
  })

  test('an id that comes twice, a moment that is none and half a place are refused', () => {
    expect(decideAllotment(1, 0, [application('a', 1), application('a', 2)])).toEqual({
      ok: false,
      refusal: { code: 'application-twice', id: 'a' },
    })
    expect(decideAllotment(1, 0, [application('a', 1, '31/02/2026')])).toMatchObject({ refusal: { code: 'bad-moment' } })
    expect(decideAllotment(1, 0, [application('a', Infinity)])).toMatchObject({ refusal: { code: 'score-not-a-number' } })
    expect(decideAllotment(0.5, 0, [])).toMatchObject({ refusal: { code: 'places-not-whole' } })
    expect(decideAllotment(-1, 0, [])).toMatchObject({ refusal: { code: 'places-not-whole' } })
  })

  test('everybody stands in exactly one list, nobody waits while a place is free, and the order of asking changes nothing', () => {
    const some = fc.uniqueArray(
      fc.record({
        id: fc.string({ maxLength: 3 }),
        score: fc.integer({ min: 0, max: 4 }),
        completeAt: fc.constantFrom('2026-11-01', '2026-11-02', '2026-11-02T10:00:00+07:00'),
        eligible: fc.boolean(),
      }),
      { selector: ({ id }) => id },
    )
    fc.assert(
      fc.property(some, fc.nat(6), fc.nat(4), (asked, places, least) => {
        const outcome = decideAllotment(places, least, asked)
        if (!outcome.ok) throw new Error(outcome.refusal.code)
        const { allotted, waiting, refused } = outcome.value
        expect([...allotted, ...waiting, ...refused.map(({ id }) => id)].toSorted()).toEqual(asked.map(({ id }) => id).toSorted())
        expect(waiting.length === 0 || allotted.length === places).toBe(true)
        expect(decideAllotment(places, least, asked.toReversed())).toMatchObject({ value: { allotted, waiting } })
      }),
    )
  })
})

describe('the amount of a grant', () => {
  const grant = { percent: 50, cap: 200_000_000, eligible: 300_000_000, alreadyForSame: 0 }
  test.each([
    ['the percentage where the cap is higher', grant, 150_000_000],
    ['the cap where the percentage gives more', { ...grant, eligible: 900_000_000 }, 200_000_000],
    ['less what was paid for the same', { ...grant, alreadyForSame: 60_000_000 }, 90_000_000],
    // The prize of a higher star pays only the difference (Thông tư 60/2026/TT-BTC): 15 million for five stars, 10 were paid for four.
    [
      'the difference to the prize of the lower star',
      { percent: 100, cap: 15_000_000, eligible: 15_000_000, alreadyForSame: 10_000_000 },
      5_000_000,
    ],
    ['nothing where more was paid already', { ...grant, alreadyForSame: 150_000_001 }, 0],
    ['the percentage alone where the norm has no cap', { ...grant, cap: null, eligible: 900_000_000 }, 450_000_000],
    ['nothing under a cap of nothing', { ...grant, cap: 0 }, 0],
    ['whole đồng, rounded down', { ...grant, percent: 33.3, eligible: 1001 }, 333],
    // 0.29 × 100 is 28.999999999999996 in doubles.
    ['on the percentage as written', { ...grant, percent: 0.29, eligible: 10_000 }, 29],
    ['on a percentage in digits', { ...grant, percent: '12.50', eligible: 800 }, 100],
    ['to the last đồng', { ...grant, cap: null, percent: 100, eligible: 2 ** 53 - 1 }, 2 ** 53 - 1],
  ])('is %s', (_name, asked, amount) => {
    expect(grantAmount(asked)).toEqual({ ok: true, value: amount })
  })

  test('more than the whole, less than nothing and parts of a đồng are refused', () => {
    for (const percent of [100.01, -1, '1e2', '50%', 'năm mươi', Number.NaN])
      expect(grantAmount({ ...grant, percent })).toEqual({ ok: false, refusal: { code: 'percent-not-between-0-and-100' } })
    expect(grantAmount({ ...grant, eligible: 0.5 })).toEqual({ ok: false, refusal: { code: 'not-whole-dong', field: 'eligible' } })
    expect(grantAmount({ ...grant, cap: -1 })).toEqual({ ok: false, refusal: { code: 'not-whole-dong', field: 'cap' } })
    expect(grantAmount({ ...grant, alreadyForSame: -1 })).toEqual({
      ok: false,
      refusal: { code: 'not-whole-dong', field: 'alreadyForSame' },
    })
  })
})

describe('the money of a commendation', () => {
  test.each([
    // The base salary was 2,340,000 đồng until 30/6/2026 and is 2,530,000 since (Nghị định 161/2026/NĐ-CP).
    ['a collective decided on 30/6/2026', 2_340_000, 1.5, true, 7_020_000],
    ['a collective decided since 1/7/2026', 2_530_000, 1.5, true, 7_590_000],
    ['a person, rounded up to ten thousand', 2_530_000, 1.5, false, 3_800_000],
    ['a coefficient of one', 2_340_000, '1.0', false, 2_340_000],
    // 2,000,000 × 1.005 is 2,009,999.9999999998 in doubles.
    ['exactly ten thousand, not one step more', 2_000_000, 1.005, false, 2_010_000],
    ['one đồng over is a whole step', 10_001, 1, false, 20_000],
    ['nothing for nothing', 2_340_000, 0, true, 0],
  ])('%s', (_name, base, coefficient, collective, amount) => {
    expect(awardAmount(base, coefficient, collective)).toEqual({ ok: true, value: amount })
  })

  test('what is no amount and no coefficient is refused', () => {
    expect(awardAmount(-1, 1, false)).toMatchObject({ refusal: { code: 'base-not-whole-dong' } })
    expect(awardAmount(1.5, 1, false)).toMatchObject({ refusal: { code: 'base-not-whole-dong' } })
    expect(awardAmount(1, -1, false)).toMatchObject({ refusal: { code: 'coefficient-not-a-number' } })
    expect(awardAmount(1, '1,5', false)).toMatchObject({ refusal: { code: 'coefficient-not-a-number' } })
    expect(awardAmount(2 ** 53 - 1, 2, true)).toMatchObject({ refusal: { code: 'award-too-large' } })
  })
})
