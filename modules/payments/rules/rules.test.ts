import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { missingAfter, refuseBooking } from './answering.ts'
import { judgeLines } from './judge-lines.ts'
import { addsUp, ledgerOf } from './ledger.ts'
import { isSameTransfer, keysOfLines } from './new-line.ts'
import type { NewLine } from './new-line.ts'
import { isThatRefund } from './refund-lines.ts'

const aLine = (more: Partial<NewLine> = {}): NewLine => ({
  at: '2026-11-23',
  amount: 170_000,
  direction: 'in',
  content: 'MBVCB.1.DSAAAAAABN.CT tu 0123',
  reference: null,
  balance: null,
  ...more,
})

describe('the sums of an order', () => {
  test('add up whatever came and went back', () => {
    const money = fc.integer({ min: 0, max: 10_000_000 })
    fc.assert(
      fc.property(money, money, fc.nat(100), fc.boolean(), (totalVnd, receivedVnd, share, closed) => {
        const ledger = ledgerOf({ totalVnd, receivedVnd, refundedVnd: Math.floor((receivedVnd * share) / 100), closed })
        expect(addsUp(ledger)).toBe(true)
        expect(Math.min(ledger.underVnd, ledger.overVnd)).toBe(0)
      }),
    )
  })

  test('of an order whose goods were given up owe nothing and keep nothing', () => {
    expect(ledgerOf({ totalVnd: 170_000, receivedVnd: 170_000, refundedVnd: 50_000, closed: true })).toMatchObject({
      dueVnd: 0,
      underVnd: 0,
      overVnd: 0,
      lateVnd: 120_000,
    })
  })
})

describe('the key of a line', () => {
  test('is the same in a longer file of the same days, whatever the order of the file', () => {
    const lines = [
      aLine({ at: '2026-11-23T08:00:00+07:00', content: 'a' }),
      aLine({ at: '2026-11-23T09:00:00+07:00', content: 'a' }),
      aLine({ at: '2026-11-23T10:00:00+07:00', content: 'b' }),
    ]
    const keys = keysOfLines('rac_1', lines)
    expect(new Set(keys).size).toBe(3)
    expect(keysOfLines('rac_1', lines.slice(0, 2))).toEqual(keys.slice(0, 2))
    expect(keysOfLines('rac_1', lines.toReversed()).toReversed()).toEqual(keys)
  })

  test('does not change with accents, capitals and signs of the content', () => {
    const [one] = keysOfLines('rac_1', [aLine({ content: 'Nguyễn Văn Tèo - DSAAAAAABN' })])
    expect(keysOfLines('rac_1', [aLine({ content: 'NGUYEN VAN TEO DSAAAAAABN' })])).toEqual([one])
  })

  test('tells two transfers apart by their balance or the number of the paper', () => {
    const keys = keysOfLines('rac_1', [
      aLine({ balance: 1 }),
      aLine({ balance: 2 }),
      aLine({ reference: 'FT1' }),
      aLine({ reference: 'FT2' }),
    ])
    expect(new Set(keys).size).toBe(4)
  })
})

describe('two tellings', () => {
  test('are of one transfer where day, amount, direction and a number, the balance or the content agree', () => {
    expect(isSameTransfer(aLine({ reference: 'FT26.1' }), aLine({ reference: 'ft261', content: 'x' }))).toBe(true)
    expect(isSameTransfer(aLine({ balance: 5, content: 'x' }), aLine({ balance: 5, content: 'y' }))).toBe(true)
    expect(isSameTransfer(aLine(), aLine({ content: 'DSAAAAAABN' }))).toBe(true)
    expect(isSameTransfer(aLine({ content: 'IBFT FT26123456 mua hang' }), aLine({ content: 'x', reference: 'FT26123456' }))).toBe(true)
  })

  test('are not where any of these differs, or nothing but the amount agrees', () => {
    expect(isSameTransfer(aLine(), aLine({ amount: 170_001 }))).toBe(false)
    expect(isSameTransfer(aLine(), aLine({ direction: 'out' }))).toBe(false)
    expect(isSameTransfer(aLine(), aLine({ at: '2026-11-24' }))).toBe(false)
    expect(isSameTransfer(aLine({ balance: 5 }), aLine({ balance: 6 }))).toBe(false)
    expect(isSameTransfer(aLine({ content: 'ck' }), aLine({ content: 'ck' }))).toBe(false)
  })
})

test('money that went out is a refund by itself only with its amount, about its day and with the code of the order', () => {
  const line = { amountVnd: 30_000, bookedOn: '2026-11-24', content: 'hoan tien DSAAAAAABN' }
  const refund = { amountVnd: 30_000, sentOn: '2026-11-23', orderCode: 'DSAAAAAABN' }
  expect(isThatRefund(line, refund)).toBe(true)
  expect(isThatRefund({ ...line, amountVnd: 29_999 }, refund)).toBe(false)
  expect(isThatRefund({ ...line, bookedOn: '2026-12-01' }, refund)).toBe(false)
  expect(isThatRefund({ ...line, content: 'hoan tien' }, refund)).toBe(false)
})

test('somebody is asked only for what is missing of held goods, and the price of goods that were handed over does not go back', () => {
  const order = { totalVnd: 170_000 as never, keptVnd: 0 as never, fulfilment: 'held' as const }
  expect(missingAfter(order, 100_000)).toBe(70_000)
  expect(refuseBooking('ask-rest', order, 100_000)).toBeNull()
  expect(refuseBooking('ask-rest', order, 170_000)).toMatchObject({ refusal: { code: 'nothing-missing' } })
  expect(refuseBooking('ask-rest', { ...order, fulfilment: 'expired' }, 100_000)).toMatchObject({ refusal: { code: 'nothing-missing' } })
  expect(refuseBooking('send-back', { ...order, fulfilment: 'handed-over' }, 170_000)).toMatchObject({
    refusal: { code: 'order-handed-over' },
  })
  expect(refuseBooking('send-back', { ...order, fulfilment: 'handed-over' }, 170_001)).toBeNull()
})

test('a transfer for a cancelled order is late, and one that names the order of another seller came to the wrong account', () => {
  const order = {
    id: 'ord_1',
    code: 'DSAAAAAABN',
    producerId: 'pro_1',
    fulfilment: 'cancelled',
    payment: 'unpaid',
    totalVnd: 170_000,
    keptVnd: 0,
    holdUntil: new Date('2026-11-23T11:00:00+07:00'),
    createdAt: new Date('2026-11-23T10:00:00+07:00'),
    buyerName: 'x',
    account: '1',
    receipts: [],
  } as never
  expect(judgeLines({ own: [order], others: [] }, [aLine({ at: '2026-11-23T10:05:00+07:00' })], '1')).toMatchObject([
    { state: 'late', orderId: 'ord_1' },
  ])
  expect(judgeLines({ own: [], others: ['DSAAAAAABN'] }, [aLine()], '1')).toMatchObject([{ state: 'wrong-account', orderId: null }])
})
