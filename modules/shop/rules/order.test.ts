import { printMoves } from '@dacsan/decisions'
import { dong } from '@dacsan/vietnam'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { orderSentence } from '../words.ts'
import { listingMoves, listingStatuses } from './listing.ts'
import {
  decideCancel,
  decideHandOver,
  decideLapse,
  decideReceipt,
  decideRefund,
  decideReport,
  decideRevive,
  fulfilmentMoves,
  fulfilmentStatuses,
  keptVnd,
  orderParties,
  paymentMoves,
  paymentStatuses,
  paymentsBeside,
  paymentStatusOf,
} from './order.ts'
import type { Order } from './order.ts'

const start = new Date('2026-11-23T02:00:00Z')
const later = new Date('2026-11-23T03:00:00Z')
const order = (more: Partial<Order> = {}): Order => ({
  payment: 'awaiting',
  fulfilment: 'held',
  totalVnd: dong(100_000),
  receivedVnd: dong(0),
  refundedVnd: dong(0),
  holdUntil: new Date('2026-11-23T02:30:00Z'),
  ...more,
})

test('the machines of payment, fulfilment and listing read as they are', () => {
  expect(
    [
      printMoves('Payment', paymentStatuses, orderParties, paymentMoves),
      printMoves('Fulfilment', fulfilmentStatuses, orderParties, fulfilmentMoves),
      printMoves('Listing', listingStatuses, ['producer', 'provincial-officer', 'trade-department'], listingMoves),
    ].join('\n'),
  ).toMatchSnapshot()
})

test('every combination that exists has a sentence for the buyer', () => {
  const table = fulfilmentStatuses.flatMap((fulfilment) =>
    paymentsBeside[fulfilment].map((payment) => `${fulfilment} × ${payment}: ${orderSentence(payment, fulfilment)}`),
  )
  expect(table.join('\n')).toMatchSnapshot()
})

describe('money that arrives', () => {
  test.each([
    ['the exact amount', order(), 100_000, 'paid'],
    ['too little', order(), 99_999, 'under'],
    ['too much', order(), 100_001, 'over'],
    ['the missing rest', order({ payment: 'under', receivedVnd: dong(60_000) }), 40_000, 'paid'],
    ['the same amount a second time', order({ payment: 'paid', receivedVnd: dong(100_000) }), 100_000, 'over'],
    ['after the goods went back to stock', order({ payment: 'unpaid', fulfilment: 'lapsed' }), 100_000, 'to-settle'],
    ['after the order was cancelled', order({ payment: 'unpaid', fulfilment: 'cancelled' }), 100_000, 'to-settle'],
    ['when the hold is over but the goods are still held', order({ holdUntil: start }), 100_000, 'paid'],
  ])('%s', (_, state, amount, payment) => {
    expect(decideReceipt(state, amount)).toMatchObject({ ok: true, event: { payment, amountVnd: amount, fulfilment: state.fulfilment } })
  })

  test.each([0, -1, 1.5, Number.NaN, 2 ** 53])('%d is no amount', (amount) => {
    expect(decideReceipt(order(), amount)).toMatchObject({ refusal: { code: 'amount-invalid' } })
  })
})

describe('money that goes back', () => {
  test('only the surplus while the order stands', () => {
    const over = order({ payment: 'over', receivedVnd: dong(130_000) })
    expect(decideRefund(over, 30_000)).toMatchObject({ event: { payment: 'paid' } })
    expect(decideRefund(over, 10_000)).toMatchObject({ event: { payment: 'over' } })
    expect(decideRefund(over, 30_001)).toEqual({ ok: false, refusal: { code: 'refund-too-large', refundableVnd: 30_000 } })
  })

  test('everything once the order is closed', () => {
    const late = order({ payment: 'to-settle', fulfilment: 'lapsed', receivedVnd: dong(100_000) })
    expect(decideRefund(late, 100_000)).toMatchObject({ event: { payment: 'refunded' } })
    expect(decideRefund(late, 40_000)).toMatchObject({ event: { payment: 'to-settle' } })
  })

  test('nothing from an order that is paid and stands', () => {
    expect(decideRefund(order({ payment: 'paid', receivedVnd: dong(100_000) }), 1)).toMatchObject({
      refusal: { code: 'nothing-to-refund' },
    })
  })
})

describe('the hold', () => {
  test('runs out only for an order for which the seller saw no money, reported or not', () => {
    expect(decideLapse(order(), start)).toMatchObject({ refusal: { code: 'not-overdue' } })
    expect(decideLapse(order(), later)).toMatchObject({ event: { payment: 'unpaid', fulfilment: 'lapsed' } })
    expect(decideLapse(order({ payment: 'reported' }), later)).toMatchObject({ event: { payment: 'unpaid', fulfilment: 'lapsed' } })
    expect(decideLapse(order({ payment: 'under', receivedVnd: dong(1) }), later)).toMatchObject({ ok: false })
  })

  test('is over on its very last instant', () => {
    expect(decideLapse(order({ holdUntil: start }), start).ok).toBe(true)
  })

  test('cannot be saved by a report after it ran out', () => {
    expect(decideReport(order(), { now: later, holdDays: 3 })).toMatchObject({ refusal: { code: 'order-closed', fulfilment: 'lapsed' } })
    expect(decideReport(order({ payment: 'reported' }), { now: start, holdDays: 3 })).toMatchObject({ refusal: { code: 'already-paid' } })
  })

  test('begins anew with a report, for the days that the seller has to look', () => {
    const holdUntil = new Date(start.getTime() + 3 * 24 * 3600_000)
    expect(decideReport(order(), { now: start, holdDays: 3 })).toMatchObject({ event: { payment: 'reported', holdUntil } })
    const reported = order({ payment: 'reported', holdUntil })
    expect(decideLapse(reported, new Date(holdUntil.getTime() - 1)).ok).toBe(false)
    expect(decideLapse(reported, holdUntil).ok).toBe(true)
  })
})

describe('cancelling', () => {
  test('the buyer may while the seller confirmed no money', () => {
    expect(decideCancel(order(), { by: 'buyer', note: '', now: start })).toMatchObject({
      event: { payment: 'unpaid', fulfilment: 'cancelled' },
    })
    expect(decideCancel(order({ payment: 'reported' }), { by: 'buyer', note: '', now: start })).toMatchObject({
      event: { payment: 'unpaid' },
    })
    for (const payment of ['under', 'paid'] as const) {
      const paid = order({ payment, receivedVnd: dong(1) })
      expect(decideCancel(paid, { by: 'buyer', note: '', now: start })).toMatchObject({ refusal: { code: 'money-received' } })
    }
  })

  test('the seller needs a reason, and owes what was paid', () => {
    const paid = order({ payment: 'paid', receivedVnd: dong(100_000) })
    expect(decideCancel(paid, { by: 'seller', note: '', now: later })).toMatchObject({ refusal: { code: 'note-missing' } })
    expect(decideCancel(paid, { by: 'seller', note: 'Hàng vỡ', now: later })).toMatchObject({ event: { payment: 'to-settle' } })
  })

  test('an order that is handed over stays so', () => {
    const done = order({ payment: 'paid', fulfilment: 'handed-over', receivedVnd: dong(100_000) })
    expect(decideCancel(done, { by: 'seller', note: 'x', now: later })).toMatchObject({ refusal: { code: 'order-closed' } })
  })
})

describe('handing over', () => {
  const facts = { acceptShort: false, note: '', recalledLots: [] }
  test('needs the money', () => {
    expect(decideHandOver(order(), facts)).toMatchObject({ refusal: { code: 'not-paid' } })
    expect(decideHandOver(order({ payment: 'reported' }), facts)).toMatchObject({ refusal: { code: 'not-paid' } })
    expect(decideHandOver(order({ payment: 'paid', receivedVnd: dong(100_000) }), facts)).toMatchObject({
      event: { fulfilment: 'handed-over' },
    })
    expect(decideHandOver(order({ payment: 'over', receivedVnd: dong(100_001) }), facts).ok).toBe(true)
  })

  test('stops where a lot was recalled since', () => {
    const paid = order({ payment: 'paid', receivedVnd: dong(100_000) })
    expect(decideHandOver(paid, { ...facts, recalledLots: ['L1'] })).toEqual({ ok: false, refusal: { code: 'lot-recalled', lots: ['L1'] } })
  })

  test('with money short needs the seller to say so and why', () => {
    const short = order({ payment: 'under', receivedVnd: dong(90_000) })
    expect(decideHandOver(short, facts)).toEqual({ ok: false, refusal: { code: 'short-paid', missingVnd: 10_000 } })
    expect(decideHandOver(short, { ...facts, acceptShort: true })).toMatchObject({ refusal: { code: 'note-missing' } })
    expect(decideHandOver(short, { ...facts, acceptShort: true, note: 'Khách quen' })).toMatchObject({ event: { payment: 'under' } })
  })
})

test('late money revives the order only when every line can be held again', () => {
  const late = order({ payment: 'to-settle', fulfilment: 'lapsed', receivedVnd: dong(100_000) })
  expect(decideRevive(late, { soldOut: [] })).toMatchObject({ event: { payment: 'paid', fulfilment: 'held' } })
  const soldOut = [{ listingId: 'lst_A', name: 'A', wanted: 1, available: 0 }]
  expect(decideRevive(late, { soldOut })).toMatchObject({ refusal: { code: 'sold-out' } })
  expect(decideRevive(order(), { soldOut: [] })).toMatchObject({ refusal: { code: 'order-open' } })
  expect(decideRevive(order({ payment: 'unpaid', fulfilment: 'cancelled' }), { soldOut: [] })).toMatchObject({
    refusal: { code: 'nothing-received' },
  })
})

test('whatever happens in whatever order, every change is a row of the tables and the status is what the log says', () => {
  const steps = fc.oneof(
    fc.record({ do: fc.constant('receive' as const), amount: fc.constantFrom(1, 40_000, 60_000, 100_000) }),
    fc.record({ do: fc.constant('refund' as const), amount: fc.constantFrom(1, 40_000, 100_000) }),
    fc.record({ do: fc.constantFrom('report', 'cancel-buyer', 'cancel-seller', 'lapse', 'hand-over', 'revive' as const) }),
  )
  type Step = { do: string; amount?: number }
  const decide = (state: Order, step: Step, now: Date) => {
    if (step.do === 'receive') return decideReceipt(state, step.amount!)
    if (step.do === 'refund') return decideRefund(state, step.amount!)
    if (step.do === 'report') return decideReport(state, { now, holdDays: 3 })
    if (step.do === 'cancel-buyer') return decideCancel(state, { by: 'buyer', note: '', now })
    if (step.do === 'cancel-seller') return decideCancel(state, { by: 'seller', note: 'x', now })
    if (step.do === 'lapse') return decideLapse(state, now)
    if (step.do === 'hand-over') return decideHandOver(state, { acceptShort: true, note: 'x', recalledLots: [] })
    return decideRevive(state, { soldOut: [] })
  }
  const isRow = (moves: Record<string, { from: readonly string[]; to: string }>, from: string, to: string) =>
    from === to || Object.values(moves).some((row) => row.from.includes(from) && row.to === to)
  fc.assert(
    fc.property(fc.array(fc.tuple(steps, fc.boolean()), { maxLength: 12 }), (script) => {
      let state = order()
      for (const [step, past] of script) {
        const decision = decide(state, step, past ? later : start)
        if (!decision.ok) continue
        const { event } = decision
        const amount = 'amountVnd' in event ? event.amountVnd : 0
        const next: Order = {
          ...state,
          payment: event.payment,
          fulfilment: event.fulfilment,
          receivedVnd: dong(state.receivedVnd + (event.type === 'payment.received' ? amount : 0)),
          refundedVnd: dong(state.refundedVnd + (event.type === 'payment.refunded' ? amount : 0)),
        }
        expect(isRow(paymentMoves, state.payment, next.payment), `${state.payment} → ${next.payment}`).toBe(true)
        expect(isRow(fulfilmentMoves, state.fulfilment, next.fulfilment), `${state.fulfilment} → ${next.fulfilment}`).toBe(true)
        expect(paymentsBeside[next.fulfilment]).toContain(next.payment)
        expect(next.payment).toBe(paymentStatusOf(next, next.payment === 'reported'))
        expect(keptVnd(next)).toBeGreaterThanOrEqual(0)
        state = next
      }
    }),
  )
})
