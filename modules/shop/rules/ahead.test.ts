import { readHolidays } from '@dacsan/vietnam'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideOpenAhead, isLate, leftAhead, ordersOf, pickPlace, placesOf } from './ahead.ts'
import type { AheadOffer } from './ahead.ts'

const holidays = readHolidays({
  knownFrom: '2026-01-01',
  knownTo: '2027-12-31',
  weeklyRest: [6, 7],
  daysOff: [{ date: '2027-01-01', name: 'Tết Dương lịch' }],
  swaps: [],
})
const day = { today: '2026-12-01', holidays }
const said = { id: 'ahd_1', offered: 10, pays: 'now', ended: false } as const
const season: AheadOffer = { ...said, kind: 'pre-order', season: 'Tết 2027', firstDeliveryOn: '2027-01-20', lastOrderOn: '2027-01-10' }
const making = (more: Partial<Extract<AheadOffer, { kind: 'made-to-order' }>> = {}): AheadOffer => ({
  ...said,
  kind: 'made-to-order',
  leadLeast: 3,
  leadMost: 5,
  period: 'week',
  ...more,
})

describe('goods that are ordered before they exist', () => {
  test('a season has one line in the book, for its first day of delivery, and none once orders are closed', () => {
    expect(placesOf(season, day)).toEqual([{ startsOn: '2027-01-20', dueOn: '2027-01-20' }])
    expect(placesOf(season, { ...day, today: '2027-01-10' })).toHaveLength(1)
    expect(placesOf(season, { ...day, today: '2027-01-11' })).toEqual([])
    expect(placesOf({ ...season, ended: true }, day)).toEqual([])
  })

  test('goods made to order are promised by working days: in their week by the day on which making surely ends, later by the end of the week', () => {
    // Tuesday, and five working days: the next Tuesday.
    expect(placesOf(making(), day).slice(0, 2)).toEqual([
      { startsOn: '2026-12-07', dueOn: '2026-12-08' },
      { startsOn: '2026-12-14', dueOn: '2026-12-18' },
    ])
    // The first of January is off: a Friday.
    const beforeNewYear = placesOf(making({ period: 'day', leadMost: 1 }), { ...day, today: '2026-12-31' })
    expect(beforeNewYear[0]).toEqual({ startsOn: '2027-01-04', dueOn: '2027-01-04' })
  })

  test('B7: what does not fit into one week is promised for the next with room, and nothing is split over two', () => {
    const slots = [{ offerId: 'ahd_1' as const, startsOn: '2026-12-07', promised: 8 }]
    expect(pickPlace(making(), slots, 2, day)).toMatchObject({ startsOn: '2026-12-07' })
    expect(pickPlace(making(), slots, 3, day)).toMatchObject({ startsOn: '2026-12-14' })
    expect(pickPlace(making(), slots, 11, day)).toBeNull()
    expect(leftAhead(making(), slots, day)).toBe(10)
  })

  test('B7: whoever orders one after another is never promised more than is offered in any week', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 60 }),
        fc.constantFrom<'day' | 'week'>('day', 'week'),
        (wishes, period) => {
          const book = new Map<string, number>()
          for (const quantity of wishes) {
            const slots = [...book].map(([startsOn, promised]) => ({ offerId: 'ahd_1' as const, startsOn, promised }))
            const place = pickPlace(making({ period }), slots, quantity, day)
            if (place) book.set(place.startsOn, (book.get(place.startsOn) ?? 0) + quantity)
          }
          expect(Math.max(0, ...book.values())).toBeLessThanOrEqual(10)
        },
      ),
    )
  })

  test('they are late from the day after the one that was promised', () => {
    expect([isLate('2027-01-20', '2027-01-20'), isLate('2027-01-20', '2027-01-21')]).toEqual([false, true])
  })

  test('goods of one seller become an order for each day on which they are there, those on the shelf first', () => {
    const line = (name: string, dueOn: string | null) => ({
      name,
      producerId: 'pro_1' as const,
      ahead: dueOn === null ? null : { dueOn, pays: 'now' as const },
    })
    const orders = ordersOf([line('A', '2027-01-20'), line('B', null), line('C', '2026-12-08'), line('D', '2027-01-20')], (one) => one)
    expect(orders.map(({ first, ahead, lines }) => [first, ahead?.dueOn ?? null, lines.map(({ name }) => name).join('')])).toEqual([
      [true, null, 'B'],
      [false, '2026-12-08', 'C'],
      [false, '2027-01-20', 'AD'],
    ])
  })

  test('what a seller offers ahead has its days in order, and one offer of a pack at a time', () => {
    const { id: _id, ended: _ended, ...terms } = season as Extract<AheadOffer, { kind: 'pre-order' }>
    const decide = (more: object, stands = false) => decideOpenAhead({ ...terms, ...more }, { today: day.today, stands, isBox: false })
    expect(decide({})).toMatchObject({ ok: true })
    expect(decide({}, true)).toMatchObject({ refusal: { code: 'ahead-stands' } })
    expect(decide({ lastOrderOn: '2026-11-30' })).toMatchObject({ refusal: { code: 'last-order-past' } })
    expect(decide({ lastOrderOn: '2027-01-21' })).toMatchObject({ refusal: { code: 'delivery-before-order' } })
    expect(decide({ firstDeliveryOn: '2029-01-20' })).toMatchObject({ refusal: { code: 'delivery-too-far' } })
    const backwards = { kind: 'made-to-order', offered: 1, pays: 'now', leadLeast: 5, leadMost: 3, period: 'day' } as const
    expect(decideOpenAhead(backwards, { today: day.today, stands: false, isBox: false })).toMatchObject({
      refusal: { code: 'lead-backwards' },
    })
  })
})
