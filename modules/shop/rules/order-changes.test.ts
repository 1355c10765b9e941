import { dong } from '@dacsan/vietnam'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decideCut } from './order-changes.ts'
import type { LineToCut } from './order-changes.ts'
import { keptVnd, owedVnd, paymentStatusOf, refundableVnd } from './order.ts'
import type { Order } from './order.ts'

const line = fc
  .record({
    quantity: fc.integer({ min: 1, max: 40 }),
    priceVnd: fc.integer({ min: 1, max: 900_000 }),
    off: fc.integer({ min: 0, max: 90 }),
  })
  .map(({ quantity, priceVnd, off }) => {
    const lineTotalVnd = dong(quantity * priceVnd)
    return { quantity, cut: 0, lineTotalVnd, discountVnd: dong(Math.floor((lineTotalVnd * off) / 100)), priceVnd }
  })
const noBounds = { recalledLots: [], voucher: null, freeFromVnd: null }

test('whatever is taken out in whichever steps, the order is its lines and its fee less what was taken out, and no more is refundable than was paid', () => {
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 0, max: 60_000 }),
      fc.array(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 4, maxLength: 4 }), { maxLength: 5 }),
      fc.integer({ min: 0, max: 40_000_000 }),
      (drawn, fee, steps, paid) => {
        const lines: LineToCut[] = drawn.map(({ priceVnd, ...one }, at) => ({
          ...one,
          id: `oln_${at}` as const,
          name: 'Mứt',
          listingId: `lst_${at}` as const,
          box: null,
          pricing: { priceVnd: dong(priceVnd), steps: [], leastQuantity: 1, multiple: 1, maxPerOrder: null },
        }))
        const net = (one: LineToCut) => one.lineTotalVnd - one.discountVnd
        let order: Order = {
          payment: 'awaiting',
          fulfilment: 'held',
          totalVnd: dong(lines.reduce((sum, one) => sum + net(one), fee)),
          receivedVnd: dong(paid),
          refundedVnd: dong(0),
          returnedVnd: dong(0),
          holdUntil: new Date(0),
        }
        order = { ...order, payment: paymentStatusOf(order) }
        for (const step of steps) {
          const left = Object.fromEntries(lines.map((one, at) => [one.id, Math.min(step[at]!, one.quantity - one.cut)]))
          const decided = decideCut(order, { left, lines }, noBounds)
          if (!decided.ok) continue
          for (const cut of decided.event.cuts) lines.find(({ id }) => id === cut.id)!.cut += cut.quantity
          order = { ...order, payment: decided.event.payment, returnedVnd: dong(order.returnedVnd! + decided.event.amountVnd) }
        }
        const leftOfLines = lines.reduce((sum, one) => sum + net(one) - Math.floor((net(one) * one.cut) / one.quantity), 0)
        expect(owedVnd(order)).toBe(leftOfLines + fee)
        expect(refundableVnd(order, dong(0))).toBe(Math.max(0, keptVnd(order) - owedVnd(order)))
        expect(refundableVnd(order, dong(0))).toBeLessThanOrEqual(order.receivedVnd)
        expect(order.payment).toBe(paymentStatusOf(order, order.payment))
      },
    ),
  )
})
