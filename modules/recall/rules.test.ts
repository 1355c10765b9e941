import fc from 'fast-check'
import { dong } from '@dacsan/vietnam'
import { describe, expect, test } from 'vitest'
import { tallyKinds } from './acts.ts'
import { addGoods, balanceOf, isAccountedFor, refuseCount, sumTally } from './rules/balance.ts'
import type { Goods } from './rules/balance.ts'
import { refundDueOf } from './rules/refund.ts'
import { gapsOf, timeSteps } from './rules/steps.ts'

const goods = (made: number, soldHere: number, lines: Parameters<typeof sumTally>[0] = []): Goods => ({
  made,
  soldHere,
  tally: sumTally(lines),
})

describe('the goods of a recall', () => {
  test('what was made is with buyers, destroyed or handled, in hand, or missing: always all of it', () => {
    const line = fc.record({ kind: fc.constantFrom(...tallyKinds), quantity: fc.integer({ min: -50, max: 50 }) })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 0, max: 50 }),
        fc.array(line, { maxLength: 20 }),
        (made, sold, lines) => {
          let now = goods(made, Math.min(made, sold))
          for (const one of lines) {
            if (refuseCount(now, one)) continue
            now = { ...now, tally: { ...now.tally, [one.kind]: now.tally[one.kind] + one.quantity } }
            const { notReturned, destroyed, handled, inHand, missing } = balanceOf(now)
            expect(notReturned + destroyed + handled + inHand + missing).toBe(made)
            for (const part of [notReturned, destroyed, handled, inHand, missing]) expect(part).toBeGreaterThanOrEqual(0)
          }
        },
      ),
    )
  })

  test('a case is accounted for once nothing is missing and nothing waits to be handled; what buyers keep is said', () => {
    const counted = goods(60, 4, [
      { kind: 'found', quantity: 56 },
      { kind: 'returned', quantity: 3 },
      { kind: 'destroyed', quantity: 59 },
    ])
    expect(balanceOf(counted)).toMatchObject({ notReturned: 1, destroyed: 59, inHand: 0, missing: 0 })
    expect(isAccountedFor(balanceOf(counted))).toBe(true)
    expect(isAccountedFor(balanceOf(goods(60, 4, [{ kind: 'found', quantity: 56 }])))).toBe(false)
    expect(isAccountedFor(balanceOf(goods(60, 4)))).toBe(false)
  })

  test('goods that were sold elsewhere can come back only once it is said that they were sold', () => {
    const found = goods(60, 0, [{ kind: 'found', quantity: 50 }])
    expect(refuseCount(found, { kind: 'returned', quantity: 5 })).toEqual({ ok: false, refusal: { code: 'more-than-sold', over: 5 } })
    const sold = goods(60, 0, [
      { kind: 'found', quantity: 50 },
      { kind: 'sold-elsewhere', quantity: 10 },
    ])
    expect(refuseCount(sold, { kind: 'returned', quantity: 5 })).toBe(null)
  })

  test('the sum of the lots is the sum of what was counted of each', () => {
    const all = addGoods([goods(60, 4, [{ kind: 'found', quantity: 10 }]), goods(40, 1, [{ kind: 'found', quantity: 5 }])])
    expect(balanceOf(all)).toMatchObject({ made: 100, sold: 5, found: 15, missing: 80 })
  })
})

test('a seller owes all of an order that was given up, and of one that was handed over the price of the recalled goods', () => {
  const order = { totalVnd: dong(100_000), receivedVnd: dong(100_000), refundedVnd: dong(0) }
  expect(refundDueOf({ ...order, fulfilment: 'cancelled' }, 40_000)).toBe(100_000)
  expect(refundDueOf({ ...order, fulfilment: 'handed-over' }, 40_000)).toBe(40_000)
  expect(refundDueOf({ ...order, fulfilment: 'handed-over', refundedVnd: dong(40_000) }, 40_000)).toBe(0)
  expect(refundDueOf({ ...order, fulfilment: 'held', receivedVnd: dong(0) }, 40_000)).toBe(0)
})

test('each step of a case is timed from the moment at which somebody began to look', () => {
  const began = new Date('2026-11-30T02:00:00Z')
  const at = (minutes: number) => new Date(began.getTime() + minutes * 60_000)
  const steps = timeSteps(began, { found: at(2), decided: null, partners: at(3), counted: at(4), closed: at(5) })
  expect(steps.map(({ minutes }) => minutes)).toEqual([2, null, 3, 4, 5])
})

test('only what is lacking is named', () => {
  const nothing = { undecided: 0, unreachable: 0, silent: 0, missing: 0, 'in-hand': 0, refunds: 0 }
  expect(gapsOf(nothing)).toEqual([])
  expect(gapsOf({ ...nothing, missing: 3, silent: 1 })).toEqual([
    { gap: 'silent', count: 1 },
    { gap: 'missing', count: 3 },
  ])
})
