import { dong } from '@dacsan/vietnam'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fulfilmentStatuses, orderActs } from '../acts.ts'
import { orderSentence, orderTag } from '../words.ts'
import {
  decideCancel,
  decideCash,
  decideCashReceipt,
  decideExpiry,
  decideHandOver,
  decideReceipt,
  decideRefund,
  decideReopening,
  decideReport,
  decideTakeBack,
} from './order-decisions.ts'
import { paymentMoves } from './order-moves.ts'
import type { OrderMove, PaymentMove } from './order-moves.ts'
import { firstPayment, keptVnd, paymentWays, paymentsBeside, paymentStatusOf, recalledVndOf } from './order.ts'
import type { Order, PaymentStatus } from './order.ts'

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

test('every combination of payment and fulfilment that exists has a sentence and a tag for the buyer', () => {
  const table = fulfilmentStatuses.flatMap((fulfilment) =>
    paymentsBeside[fulfilment].map((payment) => {
      const { tone, words } = orderTag({ payment, fulfilment })
      return `${fulfilment} × ${payment}: [${words}, ${tone}] ${orderSentence({ payment, fulfilment })}`
    }),
  )
  expect(table.join('\n')).toMatchSnapshot()
})

test('where all of an order was recalled, what bringing it cost is owed as well', () => {
  const line = (...recalled: boolean[]) => ({
    lineTotalVnd: dong(100_000 * recalled.length),
    discountVnd: dong(0),
    quantity: 2 * recalled.length,
    lots: recalled.map((one) => ({ quantity: 2, recalled: one })),
  })
  expect(recalledVndOf([line(true), line(true)], dong(30_000))).toBe(230_000)
  expect(recalledVndOf([line(true, false)], dong(30_000))).toBe(100_000)
  expect(recalledVndOf([line(true), line(false)], dong(30_000))).toBe(100_000)
  expect(recalledVndOf([line(false)], dong(30_000))).toBe(0)
  // What a voucher took off was never paid.
  expect(recalledVndOf([{ ...line(true, false), discountVnd: dong(10_001) }], dong(0))).toBe(94_999)
})

describe('money that comes in', () => {
  test.each([
    ['the exact amount', order(), 100_000, 'paid'],
    ['too little', order(), 99_999, 'under'],
    ['too much', order(), 100_001, 'over'],
    ['the missing rest', order({ payment: 'under', receivedVnd: dong(60_000) }), 40_000, 'paid'],
    ['the same amount a second time', order({ payment: 'paid', receivedVnd: dong(100_000) }), 100_000, 'over'],
    ['after the goods went back to stock', order({ payment: 'unpaid', fulfilment: 'expired' }), 100_000, 'to-settle'],
    ['after the order was cancelled', order({ payment: 'unpaid', fulfilment: 'cancelled' }), 100_000, 'to-settle'],
    ['when the hold is over but the goods are still held', order({ holdUntil: start }), 100_000, 'paid'],
  ])('money that comes in: %s', (_, state, amount, payment) => {
    expect(decideReceipt(state, amount)).toMatchObject({ ok: true, event: { payment, amountVnd: amount, fulfilment: state.fulfilment } })
  })

  test.each([0, -1, 1.5, Number.NaN, 2 ** 53])('C9: %d is refused as an amount', (amount) => {
    expect(decideReceipt(order(), amount)).toMatchObject({ refusal: { code: 'amount-invalid' } })
  })
})

describe('money that goes back', () => {
  const refund = (from: Order, amountVnd: number, recalledVnd = 0) => decideRefund(from, { amountVnd, recalledVnd: dong(recalledVnd) })

  test('of goods that were recalled after they were handed over their price goes back, and not that of the others', () => {
    const given = order({ payment: 'paid', fulfilment: 'handed-over', receivedVnd: dong(100_000) })
    expect(refund(given, 40_000, 40_000)).toMatchObject({ event: { payment: 'under', moves: ['refund-recalled'] } })
    expect(refund(given, 40_001, 40_000)).toEqual({ ok: false, refusal: { code: 'refund-too-large', refundableVnd: 40_000 } })
    expect(refund(given, 100_000, 100_000)).toMatchObject({ event: { payment: 'refunded', fulfilment: 'handed-over' } })
    const back = order({ ...given, payment: 'under', refundedVnd: dong(40_000) })
    expect(refund(back, 1, 40_000)).toMatchObject({ refusal: { code: 'nothing-to-refund' } })
    expect(refund(order({ payment: 'paid', receivedVnd: dong(100_000) }), 1, 100_000)).toMatchObject({ ok: false })
  })

  test('only the surplus is refunded while the order stands', () => {
    const over = order({ payment: 'over', receivedVnd: dong(130_000) })
    expect(refund(over, 30_000)).toMatchObject({ event: { payment: 'paid' } })
    expect(refund(over, 10_000)).toMatchObject({ event: { payment: 'over' } })
    expect(refund(over, 30_001)).toEqual({ ok: false, refusal: { code: 'refund-too-large', refundableVnd: 30_000 } })
  })

  test('everything is refunded once the order is closed', () => {
    const late = order({ payment: 'to-settle', fulfilment: 'expired', receivedVnd: dong(100_000) })
    expect(refund(late, 100_000)).toMatchObject({ event: { payment: 'refunded' } })
    expect(refund(late, 40_000)).toMatchObject({ event: { payment: 'to-settle' } })
  })

  test('nothing is refunded from an order that is paid and stands', () => {
    expect(refund(order({ payment: 'paid', receivedVnd: dong(100_000) }), 1)).toMatchObject({
      refusal: { code: 'nothing-to-refund' },
    })
  })
})

describe('the hold', () => {
  test('a hold runs out only for an order for which the seller saw no money, reported or not', () => {
    expect(decideExpiry(order(), start)).toMatchObject({ refusal: { code: 'not-overdue' } })
    expect(decideExpiry(order(), later)).toMatchObject({ event: { payment: 'unpaid', fulfilment: 'expired' } })
    expect(decideExpiry(order({ payment: 'reported' }), later)).toMatchObject({ event: { payment: 'unpaid', fulfilment: 'expired' } })
    expect(decideExpiry(order({ payment: 'under', receivedVnd: dong(1) }), later)).toMatchObject({ ok: false })
  })

  test('a hold is over on its very last instant', () => {
    expect(decideExpiry(order({ holdUntil: start }), start).ok).toBe(true)
  })

  test('a hold that ran out cannot be saved by a report', () => {
    expect(decideReport(order(), { now: later, holdDays: 3, recalledLots: [] })).toMatchObject({
      refusal: { code: 'order-closed', status: 'expired' },
    })
    expect(decideReport(order(), { now: start, holdDays: 3, recalledLots: ['L1'] })).toMatchObject({
      refusal: { code: 'lot-recalled', lots: ['L1'] },
    })
    expect(decideReport(order({ payment: 'reported' }), { now: start, holdDays: 3, recalledLots: [] })).toMatchObject({
      refusal: { code: 'already-paid' },
    })
  })

  test('a report begins the hold anew, for the days that the seller has to look', () => {
    const holdUntil = new Date(start.getTime() + 3 * 24 * 3600_000)
    expect(decideReport(order(), { now: start, holdDays: 3, recalledLots: [] })).toMatchObject({
      event: { payment: 'reported', holdUntil },
    })
    const reported = order({ payment: 'reported', holdUntil })
    expect(decideExpiry(reported, new Date(holdUntil.getTime() - 1)).ok).toBe(false)
    expect(decideExpiry(reported, holdUntil).ok).toBe(true)
  })
})

describe('cancelling', () => {
  test('the buyer may cancel until the goods are packed; what is made or grown for the order only while the seller confirmed no money', () => {
    expect(decideCancel(order(), { by: 'buyer', note: '', now: start })).toMatchObject({
      event: { payment: 'unpaid', fulfilment: 'cancelled' },
    })
    expect(decideCancel(order({ payment: 'reported' }), { by: 'buyer', note: '', now: start })).toMatchObject({
      event: { payment: 'unpaid' },
    })
    for (const payment of ['under', 'paid'] as const) {
      const paid = order({ payment, receivedVnd: dong(1) })
      expect(decideCancel(paid, { by: 'buyer', note: '', now: start })).toMatchObject({ event: { payment: 'to-settle' } })
      const packed = { ...paid, packedAt: start }
      expect(decideCancel(packed, { by: 'buyer', note: '', now: start })).toMatchObject({ refusal: { code: 'order-packed' } })
      expect(decideCancel(packed, { by: 'seller', note: 'Hàng vỡ', now: start })).toMatchObject({ ok: true })
      const ordered = { ...paid, ahead: { dueOn: '2027-01-01', pays: 'now', shortAt: null } as const }
      expect(decideCancel(ordered, { by: 'buyer', note: '', now: start })).toMatchObject({ refusal: { code: 'money-received' } })
    }
  })

  test('the seller needs a reason to cancel, and owes what was paid', () => {
    const paid = order({ payment: 'paid', receivedVnd: dong(100_000) })
    expect(decideCancel(paid, { by: 'seller', note: '', now: later })).toMatchObject({ refusal: { code: 'note-missing' } })
    expect(decideCancel(paid, { by: 'seller', note: 'Hàng vỡ', now: later })).toMatchObject({ event: { payment: 'to-settle' } })
  })

  test('an order that was handed over cannot be cancelled', () => {
    const done = order({ payment: 'paid', fulfilment: 'handed-over', receivedVnd: dong(100_000) })
    expect(decideCancel(done, { by: 'seller', note: 'x', now: later })).toMatchObject({ refusal: { code: 'order-closed' } })
  })
})

describe('handing over', () => {
  const facts = { acceptShort: false, note: '', recalledLots: [] }
  test('handing over needs the money', () => {
    expect(decideHandOver(order(), facts)).toMatchObject({ refusal: { code: 'not-paid' } })
    expect(decideHandOver(order({ payment: 'reported' }), facts)).toMatchObject({ refusal: { code: 'not-paid' } })
    expect(decideHandOver(order({ payment: 'paid', receivedVnd: dong(100_000) }), facts)).toMatchObject({
      event: { fulfilment: 'handed-over' },
    })
    expect(decideHandOver(order({ payment: 'over', receivedVnd: dong(100_001) }), facts).ok).toBe(true)
  })

  test('handing over is refused where a lot was recalled since', () => {
    const paid = order({ payment: 'paid', receivedVnd: dong(100_000) })
    expect(decideHandOver(paid, { ...facts, recalledLots: ['L1'] })).toEqual({ ok: false, refusal: { code: 'lot-recalled', lots: ['L1'] } })
  })

  test('handing over with money missing needs the seller to accept it with a reason', () => {
    const short = order({ payment: 'under', receivedVnd: dong(90_000) })
    expect(decideHandOver(short, facts)).toEqual({ ok: false, refusal: { code: 'short-paid', missingVnd: 10_000 } })
    expect(decideHandOver(short, { ...facts, acceptShort: true })).toMatchObject({ refusal: { code: 'note-missing' } })
    expect(decideHandOver(short, { ...facts, acceptShort: true, note: 'Khách quen' })).toMatchObject({ event: { payment: 'under' } })
  })
})

test('late money reopens the order only when every line can be held again', () => {
  const late = order({ payment: 'to-settle', fulfilment: 'expired', receivedVnd: dong(100_000) })
  expect(decideReopening(late, { soldOut: [] })).toMatchObject({ event: { payment: 'paid', fulfilment: 'held' } })
  const soldOut = [{ listingId: 'lst_A' as const, name: 'A', wanted: 1, available: 0 }]
  expect(decideReopening(late, { soldOut })).toMatchObject({ refusal: { code: 'sold-out' } })
  expect(decideReopening(order(), { soldOut: [] })).toMatchObject({ refusal: { code: 'order-open' } })
  expect(decideReopening(order({ payment: 'unpaid', fulfilment: 'cancelled' }), { soldOut: [] })).toMatchObject({
    refusal: { code: 'nothing-received' },
  })
})

describe('an order that is paid when its goods arrive', () => {
  const asked = order({ payment: 'to-confirm' })
  const due = order({ payment: 'cash-due' })
  const out = order({ payment: 'cash-due', fulfilment: 'handed-over' })

  test('the seller agrees to bring it unpaid within its hours, and then its clock stands still', () => {
    expect(decideCash(asked, { now: start, recalledLots: [] })).toMatchObject({ event: { payment: 'cash-due', fulfilment: 'held' } })
    expect(decideCash(asked, { now: later, recalledLots: [] })).toMatchObject({ refusal: { code: 'order-closed', status: 'expired' } })
    expect(decideCash(asked, { now: start, recalledLots: ['L1'] })).toMatchObject({ refusal: { code: 'lot-recalled' } })
    expect(decideCash(order(), { now: start, recalledLots: [] })).toMatchObject({ refusal: { code: 'no-cash-asked' } })
    expect(decideExpiry(asked, later)).toMatchObject({ event: { payment: 'unpaid', fulfilment: 'expired' } })
    expect(decideExpiry(due, later)).toMatchObject({ refusal: { code: 'not-overdue' } })
  })

  test('it asks for no transfer, and is handed over without money once the seller agreed', () => {
    const facts = { acceptShort: false, note: '', recalledLots: [] }
    expect(decideReport(asked, { now: start, holdDays: 3, recalledLots: [] })).toMatchObject({ refusal: { code: 'pays-cash' } })
    expect(decideHandOver(asked, facts)).toMatchObject({ refusal: { code: 'not-confirmed' } })
    expect(decideHandOver(due, facts)).toMatchObject({ event: { payment: 'cash-due', fulfilment: 'handed-over' } })
  })

  test('delivered is not paid: it is paid when the seller has the cash, and less needs its reason', () => {
    expect(decideCashReceipt(due, { amountVnd: 100_000, note: '' })).toMatchObject({ refusal: { code: 'order-not-out' } })
    expect(decideCashReceipt(out, { amountVnd: 100_000, note: '' })).toMatchObject({ event: { payment: 'paid', moves: ['receive-all'] } })
    expect(decideCashReceipt(out, { amountVnd: 99_000, note: '' })).toMatchObject({ refusal: { code: 'note-missing' } })
    expect(decideCashReceipt(out, { amountVnd: 99_000, note: 'Bớt tiền lẻ' })).toMatchObject({ event: { payment: 'under' } })
    expect(decideCashReceipt(out, { amountVnd: 0, note: '' })).toMatchObject({ refusal: { code: 'amount-invalid' } })
    const paid = order({ payment: 'paid', fulfilment: 'handed-over', receivedVnd: dong(100_000) })
    expect(decideCashReceipt(paid, { amountVnd: 100_000, note: '' })).toMatchObject({ refusal: { code: 'no-cash-due' } })
  })

  test('refused at the door it ends with nothing owed, and money that comes all the same is to go back', () => {
    expect(decideTakeBack(out, { note: '' })).toMatchObject({ refusal: { code: 'note-missing' } })
    expect(decideTakeBack(out, { note: 'Không có nhà' })).toMatchObject({ event: { payment: 'unpaid', fulfilment: 'returned' } })
    expect(decideTakeBack(due, { note: 'x' })).toMatchObject({ refusal: { code: 'order-not-out' } })
    const back = order({ payment: 'unpaid', fulfilment: 'returned' })
    expect(decideReceipt(back, 100_000)).toMatchObject({ event: { payment: 'to-settle' } })
  })

  test('its buyer may cancel until the goods have left', () => {
    for (const state of [asked, due]) expect(decideCancel(state, { by: 'buyer', note: '', now: start }).ok).toBe(true)
    expect(decideCancel(out, { by: 'buyer', note: '', now: start })).toMatchObject({ refusal: { code: 'order-closed' } })
  })
})

type Step = { do: string; amount?: number }
const steps = fc.oneof(
  fc.record({ do: fc.constant('receive' as const), amount: fc.constantFrom(1, 40_000, 60_000, 100_000) }),
  fc.record({ do: fc.constantFrom('refund', 'refund-recalled' as const), amount: fc.constantFrom(1, 40_000, 100_000) }),
  fc.record({ do: fc.constant('receive-cash' as const), amount: fc.constantFrom(1, 60_000, 100_000, 160_000) }),
  fc.record({
    do: fc.constantFrom('report', 'confirm-cash', 'take-back', 'cancel-buyer', 'cancel-seller', 'expire', 'hand-over', 'reopen' as const),
  }),
)

function decide(state: Order, step: Step, now: Date) {
  if (step.do === 'receive-cash') return decideCashReceipt(state, { amountVnd: step.amount!, note: 'x' })
  if (step.do === 'confirm-cash') return decideCash(state, { now, recalledLots: [] })
  if (step.do === 'take-back') return decideTakeBack(state, { note: 'x' })
  if (step.do === 'receive') return decideReceipt(state, step.amount!)
  if (step.do === 'refund') return decideRefund(state, { amountVnd: step.amount!, recalledVnd: dong(0) })
  if (step.do === 'refund-recalled') return decideRefund(state, { amountVnd: step.amount!, recalledVnd: state.totalVnd })
  if (step.do === 'report') return decideReport(state, { now, holdDays: 3, recalledLots: [] })
  if (step.do === 'cancel-buyer') return decideCancel(state, { by: 'buyer', note: '', now })
  if (step.do === 'cancel-seller') return decideCancel(state, { by: 'seller', note: 'x', now })
  if (step.do === 'expire') return decideExpiry(state, now)
  if (step.do === 'hand-over') return decideHandOver(state, { acceptShort: true, note: 'x', recalledLots: [] })
  return decideReopening(state, { soldOut: [] })
}

/** The order after a step, with the lines that its history got; null where the step was refused. */
function take(state: Order, step: Step, now: Date): { next: Order; moves: readonly OrderMove[] } | null {
  const decision = decide(state, step, now)
  if (!decision.ok) return null
  const { payment, fulfilment, moves } = decision.event
  const amount = (what: string) => (step.do.startsWith(what) ? step.amount! : 0)
  const receivedVnd = dong(state.receivedVnd + amount('receive'))
  const refundedVnd = dong(state.refundedVnd + amount('refund'))
  return { next: { ...state, payment, fulfilment, receivedVnd, refundedVnd }, moves }
}

const isPaymentMove = (move: OrderMove): move is PaymentMove => move in paymentMoves

test('every line of an order history names the change that happened, and the status is what the log of money says', () => {
  fc.assert(
    fc.property(fc.constantFrom(...paymentWays), fc.array(fc.tuple(steps, fc.boolean()), { maxLength: 12 }), (way, script) => {
      let state = order({ payment: firstPayment[way], way })
      for (const [step, past] of script) {
        const taken = take(state, step, past ? later : start)
        if (!taken) continue
        const { next, moves } = taken
        const named = moves.filter(isPaymentMove)
        expect(named.length).toBe(step.do === 'hand-over' ? 0 : 1)
        for (const move of named) {
          expect(paymentMoves[move].from, move).toContain(state.payment)
          expect(paymentMoves[move].to, move).toBe(next.payment)
        }
        if (named.length === 0) expect(next.payment).toBe(state.payment)
        const acts = moves.filter((move) => !isPaymentMove(move)).map((move) => orderActs[move as 'cancel'])
        expect(acts.length).toBe(next.fulfilment === state.fulfilment ? 0 : 1)
        for (const act of acts) expect([act.from, act.to]).toEqual([expect.arrayContaining([state.fulfilment]), next.fulfilment])
        expect(paymentsBeside[next.fulfilment]).toContain(next.payment)
        expect(next.payment).toBe(paymentStatusOf(next, next.payment))
        expect(keptVnd(next)).toBeGreaterThanOrEqual(0)
        state = next
      }
    }),
  )
})

test('every step of a payment that has a name happens, from each of the states that it names and from no other', () => {
  const happened = new Map<string, Set<PaymentStatus>>()
  const amounts = [1, 40_000, 60_000, 99_999, 100_000, 160_000]
  const every: Step[] = [
    ...amounts.flatMap((amount) => ['receive', 'receive-cash', 'refund', 'refund-recalled'].map((what) => ({ do: what, amount }))),
    ...['report', 'confirm-cash', 'take-back', 'cancel-buyer', 'cancel-seller', 'expire', 'hand-over', 'reopen'].map((what) => ({
      do: what,
    })),
  ]
  // Every order that can be reached within five steps, each state once.
  let reached = paymentWays.map((way) => order({ payment: firstPayment[way], way }))
  const seen = new Set<string>()
  for (let depth = 0; depth < 5; depth++) {
    const found: Order[] = []
    for (const state of reached) {
      for (const step of every) {
        for (const now of [start, later]) {
          const taken = take(state, step, now)
          if (!taken) continue
          for (const move of taken.moves.filter(isPaymentMove))
            happened.set(move, (happened.get(move) ?? new Set<PaymentStatus>()).add(state.payment))
          const { way, payment, fulfilment, receivedVnd, refundedVnd } = taken.next
          const key = [way, payment, fulfilment, receivedVnd - refundedVnd].join()
          if (!seen.has(key)) found.push(taken.next)
          seen.add(key)
        }
      }
    }
    reached = found
  }
  const sorted = (statuses: Iterable<PaymentStatus>) => [...statuses].toSorted()
  expect(Object.fromEntries([...happened].map(([move, from]) => [move, sorted(from)]))).toEqual(
    Object.fromEntries(Object.entries(paymentMoves).map(([move, { from }]) => [move, sorted(from)])),
  )
})
