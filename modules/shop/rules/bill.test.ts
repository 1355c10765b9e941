import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageOf, billLineNow, billStatusOf, carryOver, oldestFirst, refuseBillDay, reminderDue } from './bill.ts'
import type { FulfilmentStatus } from '../acts.ts'
import { paymentStatusOf } from './order.ts'
import { dong } from '@dacsan/vietnam'

const amount = fc.integer({ min: 0, max: 1_000_000 })

describe('what became of an order of a bill', () => {
  test('what was asked for is what came, what was taken off and what is open, less what came too much: whatever happened since', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        amount,
        amount,
        amount,
        amount,
        fc.constantFrom<FulfilmentStatus>('held', 'handed-over', 'returned', 'cancelled'),
        (total, before, received, refunded, returned, fulfilment) => {
          const kept = Math.min(before, total - 1)
          const [receivedVnd, refundedVnd] = [dong(kept + received), dong(Math.min(refunded, kept + received))]
          const returnedVnd = dong(Math.min(returned, total))
          const order = { totalVnd: dong(total), returnedVnd, receivedVnd, refundedVnd, fulfilment, way: 'account' as const }
          const payment = paymentStatusOf(order, 'on-account')
          const line = { dueVnd: total, keptVnd: kept, openVnd: total - kept }
          const now = billLineNow(line, { owedVnd: total - returnedVnd, keptVnd: receivedVnd - refundedVnd, payment, fulfilment })
          expect(line.openVnd).toBe(now.receivedVnd + now.reducedVnd + now.openVnd - now.overVnd)
          if (payment !== 'on-account') expect(now.openVnd).toBe(0)
        },
      ),
    )
  })

  test('money is put to the oldest first, none of it twice, and no order gets more than it takes', () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 6 }), amount, (opens, sum) => {
        const open = opens.map((openVnd, id) => ({ id, openVnd }))
        const { parts, leftVnd } = oldestFirst(open, sum)
        expect(parts.reduce((total, part) => total + part.amountVnd, 0) + leftVnd).toBe(sum)
        for (const { id, amountVnd } of parts) expect(amountVnd).toBeLessThanOrEqual(opens[id]!)
        const last = parts.at(-1)?.id ?? -1
        for (const { id, openVnd } of open) if (id < last && openVnd > 0) expect(parts).toContainEqual({ id, amountVnd: openVnd })
      }),
    )
  })

  test('what is to go back is carried over once, up to what is open', () => {
    const moved = carryOver(
      [
        { id: 'ord_a', overVnd: 30 },
        { id: 'ord_b', overVnd: 100 },
      ],
      [
        { id: 'ord_c', openVnd: 40 },
        { id: 'ord_d', openVnd: 50 },
      ],
    )
    expect(moved).toEqual([
      { from: 'ord_a', to: 'ord_c', amountVnd: 30 },
      { from: 'ord_b', to: 'ord_c', amountVnd: 10 },
      { from: 'ord_b', to: 'ord_d', amountVnd: 50 },
    ])
  })
})

describe('a bill in time', () => {
  test('takes days that have come, after those of the bill before', () => {
    expect(refuseBillDay('2026-12-01', { today: '2026-11-30', after: null })).toMatchObject({ refusal: { code: 'bill-day-ahead' } })
    expect(refuseBillDay('2026-11-15', { today: '2026-11-30', after: '2026-11-15' })).toMatchObject({
      refusal: { code: 'bill-day-early', from: '2026-11-16' },
    })
    expect(refuseBillDay('2026-11-30', { today: '2026-11-30', after: '2026-11-15' })).toBeNull()
  })

  test('is overdue from the day after it was due, in steps of thirty days', () => {
    const ages = ['2026-12-01', '2026-12-02', '2026-12-31', '2027-01-01', '2027-01-31', '2027-03-01', '2027-03-02'].map((day) =>
      ageOf('2026-12-01', day as never),
    )
    expect(ages).toEqual(['not-due', 'to-30', 'to-30', 'to-60', 'to-90', 'to-90', 'over-90'])
  })

  test('is reminded of on the last day of the table that has come, and not before the first', () => {
    const days = [-3, 0, 7, 14]
    expect(reminderDue('2026-12-10', '2026-12-06', days)).toBeNull()
    expect(reminderDue('2026-12-10', '2026-12-07', days)).toBe(-3)
    expect(reminderDue('2026-12-10', '2026-12-16', days)).toBe(0)
    expect(reminderDue('2026-12-10', '2027-02-01', days)).toBe(14)
  })

  test('that is paid is paid, whether or not its buyer found something wrong', () => {
    expect(billStatusOf({ openVnd: 0, disputed: true })).toBe('paid')
    expect(billStatusOf({ openVnd: 1, disputed: true })).toBe('disputed')
  })
})
