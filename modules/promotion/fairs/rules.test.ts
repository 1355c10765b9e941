import { readHolidays } from '@dacsan/vietnam'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allotStands, markOf, whyNot } from './rules/allotment.ts'
import type { Candidate, PointRule } from './rules/allotment.ts'
import { datesOf, isShortNotice } from './rules/clocks.ts'
import { drawPlan, editPlan, readPlan, writePlan } from './rules/plan.ts'
import type { PlannedStand } from './rules/plan.ts'

const rule: PointRule = { leastStars: 3, stars: { 3: 10, 4: 20, 5: 30 }, area: 20, firstTime: 15, absent: 20, fit: 15 }
const fair = { closesOn: '2027-01-14', stands: 2 }
const product = { stars: 4, certifiedUntil: '2028-01-01', isCertified: true, hasOpenRecall: false, fits: false }
const candidate = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  completeAt: new Date('2026-11-10T02:00:00Z'),
  area: id,
  products: [product],
  foodSafetyUntil: '2027-12-31',
  timesHeld: 1,
  timesAbsent: 0,
  ...more,
})

describe('who gets a stand', () => {
  test('every reason is said at once: incomplete, no star that lasts, a paper that ends, a recall', () => {
    expect(whyNot(fair, rule, candidate('a'))).toEqual([])
    const wrong = candidate('b', {
      completeAt: null,
      products: [{ ...product, certifiedUntil: '2027-01-13', hasOpenRecall: true }],
      foodSafetyUntil: '2027-01-13',
    })
    expect(whyNot(fair, rule, wrong)).toEqual(['incomplete', 'no-certificate', 'food-safety-ends', 'open-recall'])
    // The last day of the fair is still in.
    expect(whyNot(fair, rule, candidate('c', { products: [{ ...product, certifiedUntil: '2027-01-14' }] }))).toEqual([])
  })

  test('points: stars, the area shared among its own, the first time, absences, what the fair looks for', () => {
    const lines = allotStands(fair, rule, [
      candidate('one', { area: 'Cầu Kè' }),
      candidate('two', { area: 'Cầu Kè', timesHeld: 0, products: [{ ...product, stars: 5, fits: true }] }),
      candidate('three', { timesAbsent: 2 }),
    ])
    expect(lines.map(({ id, outcome, score }) => [id, outcome, score])).toEqual([
      ['two', 'allotted', 30 + 10 + 15 + 15],
      ['one', 'allotted', 30],
      ['three', 'waiting', 20 + 20 - 40],
    ])
  })

  test('whoever may not take part takes no share of the area of others', () => {
    const [first] = allotStands(fair, rule, [candidate('in', { area: 'X' }), candidate('out', { area: 'X', completeAt: null })])
    expect(first).toMatchObject({ id: 'in', points: { area: 20 } })
  })

  test('the order of asking changes nothing, and a stand is free only where nobody waits', () => {
    const some = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1, maxLength: 3 }),
        held: fc.nat(2),
        absent: fc.nat(1),
        stars: fc.integer({ min: 1, max: 5 }),
        hour: fc.nat(3),
      }),
      { selector: ({ id }) => id },
    )
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 5 }), (asked, stands) => {
        const all = asked.map(({ id, held, absent, stars, hour }) =>
          candidate(id, {
            timesHeld: held,
            timesAbsent: absent,
            products: [{ ...product, stars }],
            completeAt: new Date(hour * 3_600_000),
          }),
        )
        const lines = allotStands({ ...fair, stands }, rule, all)
        expect(markOf(allotStands({ ...fair, stands }, rule, all.toReversed()))).toBe(markOf(lines))
        const count = (outcome: string) => lines.filter((line) => line.outcome === outcome).length
        expect(count('allotted') === stands || count('waiting') === 0).toBe(true)
        expect(count('allotted')).toBeLessThanOrEqual(stands)
      }),
    )
  })
})

describe('the clocks of a fair', () => {
  const holidays = readHolidays({ knownFrom: '2026-01-01', knownTo: '2027-12-31', weeklyRest: [6, 7], daysOff: [], swaps: [] })
  const clock = { registerFrom: 365, registerTo: 30, answerWorkingDays: 7, changeDays: 30, reportDays: 30 }
  const dates = { opensOn: '2027-01-10', closesOn: '2027-01-14', isExempt: false, registeredOn: '2026-11-20' }

  test('registered 365 to 30 days before, answered in seven working days, reported within thirty days', () => {
    expect(datesOf(dates, clock, holidays)).toEqual({
      registerFrom: '2026-01-10',
      registerBy: '2026-12-11',
      answerBy: '2026-12-01',
      changeBy: '2026-12-11',
      reportBy: '2027-02-13',
    })
    expect(datesOf({ ...dates, isExempt: true }, clock, holidays)).toMatchObject({ registerFrom: null, registerBy: null, answerBy: null })
  })

  test('a fair that is told of less than sixty days ahead is short notice', () => {
    expect(isShortNotice('2027-01-10', '2026-11-11', 60)).toBe(false)
    expect(isShortNotice('2027-01-10', '2026-11-12', 60)).toBe(true)
  })
})

describe('a plan', () => {
  const typed = 'Khu OCOP\nA1 0,0\nA2 1,0 2x1\nKhu Ẩm thực\nB1 0,0'
  test('is read, written and drawn: each zone below the one before', () => {
    const read = readPlan(typed)
    if (!read.ok) throw new Error(read.refusal.code)
    expect(writePlan(read.value)).toBe(typed)
    const drawn = drawPlan(read.value.map((one, index) => ({ ...one, id: String(index), label: '' })))
    expect(drawn.zones.map(({ name }) => name)).toEqual(['OCOP', 'Ẩm thực'])
    expect(drawn.stands[1]!.width).toBe(2 * drawn.stands[0]!.width)
    expect(drawn.stands[2]!.y).toBeGreaterThan(drawn.stands[0]!.y + drawn.stands[0]!.height)
  })

  test.each([
    ['A1 0,0', { code: 'plan-unreadable', line: 1 }],
    ['Khu X\nA1', { code: 'plan-unreadable', line: 2 }],
    ['Khu X\nA1 0,0\nA1 1,0', { code: 'number-twice', number: 'A1' }],
    ['Khu X\nA1 0,0 2x2\nA2 1,1', { code: 'stands-overlap', number: 'A2', other: 'A1' }],
  ])('says what cannot be: %j', (text, refusal) => {
    expect(readPlan(text)).toMatchObject({ ok: false, refusal })
  })

  test('plan edited after allotment: no edit takes a stand from whoever holds it, and after printing no number goes', () => {
    const stand = fc.record({
      zone: fc.constantFrom('A', 'B'),
      number: fc.constantFrom('1', '2', '3', '4', '5'),
      across: fc.nat(5),
      down: fc.nat(5),
      wide: fc.constant(1),
      deep: fc.constant(1),
    })
    const plan = fc.uniqueArray(stand, { selector: ({ number }) => number })
    fc.assert(
      fc.property(
        plan,
        plan,
        fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
        fc.boolean(),
        (before, wanted: PlannedStand[], held, isPrinted) => {
          const existing = before.map((one, index) => ({ ...one, id: `fst_${one.number}`, isHeld: held[index]! }))
          const edit = editPlan(existing, wanted, { isPrinted })
          if (!edit.ok) return
          const gone = new Set(edit.value.removed.map(({ number }) => number))
          expect(existing.some(({ number, isHeld }) => isHeld && gone.has(number))).toBe(false)
          if (isPrinted) expect(gone.size).toBe(0)
          const after = [
            ...existing.filter(({ number }) => !gone.has(number)).map(({ number }) => number),
            ...edit.value.added.map(({ number }) => number),
          ]
          expect(after.toSorted()).toEqual(wanted.map(({ number }) => number).toSorted())
        },
      ),
    )
  })
})
