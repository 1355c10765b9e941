import { dong } from '@dacsan/vietnam'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { carriesOver, openOf, rowOf, shareOf, sumRows } from './statement.ts'

const from = new Date('2026-11-01T00:00:00+07:00')
const amount = fc.integer({ min: 0, max: 5_000_000 })
const account = fc
  .record({
    before: fc.boolean(),
    goods: fc.integer({ min: 1, max: 5_000_000 }),
    delivery: amount,
    discount: amount,
    receivedBefore: amount,
    received: amount,
    refundedBefore: amount,
    refunded: amount,
    closedBefore: fc.boolean(),
    closedAfter: fc.boolean(),
    handedOver: fc.boolean(),
    handedOverBefore: fc.boolean(),
    returnedBefore: amount,
    returned: amount,
  })
  .map(({ before, goods, delivery, discount, ...drawn }) => {
    const off = Math.min(discount, goods + delivery - 1)
    const total = goods + delivery - off
    const returnedBefore = before ? Math.min(drawn.returnedBefore, total) : 0
    const receivedBefore = before ? drawn.receivedBefore : 0
    return {
      id: 'ord_a' as const,
      code: 'DS7K2M9XQ4',
      placedAt: new Date(before ? '2026-10-05T10:00:00+07:00' : '2026-11-05T10:00:00+07:00'),
      goodsVnd: dong(goods),
      deliveryVnd: dong(delivery),
      totalVnd: dong(total),
      returnedBeforeVnd: dong(returnedBefore),
      returnedVnd: Math.min(drawn.returned, total - returnedBefore),
      receivedBeforeVnd: dong(receivedBefore),
      refundedBeforeVnd: dong(Math.min(drawn.refundedBefore, receivedBefore)),
      receivedVnd: dong(drawn.received),
      refundedVnd: dong(Math.min(drawn.refunded, drawn.received)),
      closedBefore: before && drawn.closedBefore,
      closedAfter: drawn.closedAfter,
      handedOver: drawn.handedOver,
      handedOverBefore: before && drawn.handedOverBefore,
    }
  })

test('whatever happened, each row and the sums of all carry from the beginning of a period to its end, to the đồng', () => {
  fc.assert(
    fc.property(fc.array(account, { maxLength: 30 }), (accounts) => {
      const rows = accounts.map((one) => rowOf(one, { from }))
      for (const row of rows) expect(carriesOver(row)).toBe(true)
      const sums = sumRows(rows)
      expect(carriesOver(sums)).toBe(true)
      const { toReceiveVnd, toGiveBackVnd } = openOf(rows)
      expect(toReceiveVnd - toGiveBackVnd).toBe(sums.closingVnd)
    }),
  )
})

test('an order that was paid before, and given up in the period, is owed to its buyer at the end', () => {
  const paid = {
    id: 'ord_a' as const,
    code: 'DS7K2M9XQ4',
    placedAt: new Date('2026-10-30T10:00:00+07:00'),
    goodsVnd: dong(170_000),
    deliveryVnd: dong(15_000),
    totalVnd: dong(185_000),
    receivedBeforeVnd: dong(185_000),
    refundedBeforeVnd: dong(0),
    receivedVnd: dong(0),
    refundedVnd: dong(0),
    returnedBeforeVnd: dong(0),
    returnedVnd: 0,
    closedBefore: false,
    closedAfter: true,
    handedOver: false,
    handedOverBefore: false,
  }
  expect(rowOf(paid, { from })).toMatchObject({ openingVnd: 0, goodsVnd: 0, givenUpVnd: 185_000, closingVnd: -185_000, revenueVnd: 0 })
  expect(rowOf({ ...paid, refundedVnd: dong(185_000) }, { from })).toMatchObject({ refundedVnd: 185_000, closingVnd: 0 })
})

test('goods that came back and were refunded leave nothing owed, and are no revenue, in the period in which they came back', () => {
  const sold = {
    id: 'ord_a' as const,
    code: 'DS7K2M9XQ4',
    placedAt: new Date('2026-10-30T10:00:00+07:00'),
    goodsVnd: dong(100_000),
    deliveryVnd: dong(0),
    totalVnd: dong(100_000),
    receivedBeforeVnd: dong(100_000),
    refundedBeforeVnd: dong(0),
    receivedVnd: dong(0),
    refundedVnd: dong(40_000),
    returnedBeforeVnd: dong(0),
    returnedVnd: 40_000,
    closedBefore: false,
    closedAfter: false,
    handedOver: false,
    handedOverBefore: true,
  }
  expect(rowOf(sold, { from })).toMatchObject({
    openingVnd: 0,
    givenUpVnd: 40_000,
    refundedVnd: 40_000,
    closingVnd: 0,
    revenueVnd: -40_000,
  })
  // Agreed, not yet refunded: the seller owes it.
  expect(rowOf({ ...sold, refundedVnd: dong(0) }, { from }).closingVnd).toBe(-40_000)
})

test('a rate of half a per cent is whole đồng', () => {
  expect(shareOf(170_000, 0.5)).toBe(850)
  expect(shareOf(333, 1)).toBe(3)
})

test('what weighed less before it was handed over is no revenue of any period, and nothing is where the order was given up', () => {
  const weighed = {
    id: 'ord_a' as const,
    code: 'DS7K2M9XQ4',
    placedAt: new Date('2026-10-30T10:00:00+07:00'),
    goodsVnd: dong(396_000),
    deliveryVnd: dong(0),
    totalVnd: dong(396_000),
    receivedBeforeVnd: dong(396_000),
    refundedBeforeVnd: dong(45_000),
    receivedVnd: dong(0),
    refundedVnd: dong(0),
    returnedBeforeVnd: dong(45_000),
    returnedVnd: 0,
    closedBefore: false,
    closedAfter: false,
    handedOver: true,
    handedOverBefore: false,
  }
  expect(rowOf(weighed, { from })).toMatchObject({ openingVnd: 0, closingVnd: 0, revenueVnd: 351_000 })
  expect(rowOf({ ...weighed, closedAfter: true, handedOver: false }, { from })).toMatchObject({ givenUpVnd: 351_000, revenueVnd: 0 })
})

test('what was taken out of an order before it was handed over was never sold, in whichever period it was', () => {
  const order = {
    id: 'ord_a' as const,
    code: 'DS7K2M9XQ4',
    placedAt: new Date('2026-10-05T10:00:00+07:00'),
    goodsVnd: dong(100_000),
    deliveryVnd: dong(0),
    totalVnd: dong(100_000),
    receivedBeforeVnd: dong(0),
    receivedVnd: dong(60_000),
    refundedBeforeVnd: dong(0),
    refundedVnd: dong(0),
    closedBefore: false,
    closedAfter: false,
    handedOver: true,
    handedOverBefore: false,
  }
  expect(rowOf({ ...order, returnedBeforeVnd: dong(40_000), returnedVnd: 0 }, { from }).revenueVnd).toBe(60_000)
  expect(rowOf({ ...order, returnedBeforeVnd: dong(0), returnedVnd: 40_000 }, { from }).revenueVnd).toBe(60_000)
  expect(rowOf({ ...order, handedOver: false, returnedBeforeVnd: dong(0), returnedVnd: 40_000 }, { from }).revenueVnd).toBe(0)
})
