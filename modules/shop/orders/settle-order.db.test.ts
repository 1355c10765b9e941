import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import type { LotId } from '../../traceability/rules.ts'
import { aShop, anOrderForm, mustBe, stockMustBeIntact, withLaw } from '../fixtures.ts'
import {
  cancelByLink,
  cancelOrder,
  confirmPayment,
  findOrderByLink,
  findSellerOrder,
  handOver,
  ordersOfProducer,
  packOrder,
  placeOrder,
  refundPayment,
  reportTransfer,
  reopenOrder,
} from '../index.ts'
import type { OrderId } from '../rules/ids.ts'
import { expireHolds } from './expire-holds.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const morning = '2026-11-23T10:00:00+07:00'
const afternoon = '2026-11-23T15:00:00+07:00'
const as = (actor: Actor, moment = morning) => asAt(actor, moment)
const buyer = as(visitor)

beforeAll(() => withLaw(as))
afterEach(() => stockMustBeIntact(db))

const balance = (lotId: LotId) =>
  db.selectFrom('stock_balance').where('lot_id', '=', lotId).select(['on_hand', 'reserved']).executeTakeFirst()
const recalled = { status: 'recalled', recall_reason: 'Kiểm nghiệm không đạt', recalled_at: new Date(morning) } as const
const money = (orderId: OrderId, amountVnd: number, requestKey: string = newId('key')) => ({
  orderId,
  amountVnd,
  reference: '',
  note: '',
  requestKey,
})

const countsOf = ({ queues }: { queues: { queue: string; count: number }[] }) =>
  Object.fromEntries(queues.map(({ queue, count }) => [queue, count]))

/** One order of two jars for 170,000 đồng from a shelf of `stock`. */
async function anOrder(stock = 5) {
  const shop = await aShop(as, { stock, priceVnd: 85_000 })
  const placed = mustBe(await placeOrder(buyer, anOrderForm([{ listingId: shop.listingId, quantity: 2 }])))
  const { id, code } = placed.orders[0]!
  return {
    shop,
    id,
    link: { code, secret: placed.secret },
    seller: as(shop.person),
    late: as(shop.person, afternoon),
  }
}

describe('money', () => {
  test('an order that is paid in full and handed over takes its goods off the shelf and the ledger', async () => {
    const { id, seller, shop, link } = await anOrder()
    expect(await confirmPayment(seller, money(id, 170_000))).toEqual({ ok: true, value: { payment: 'paid', fulfilment: 'held' } })
    expect(await handOver(seller, { orderId: id, acceptShort: false, note: '' })).toEqual({
      ok: true,
      value: { payment: 'paid', fulfilment: 'handed-over' },
    })
    expect(await balance(shop.lotId)).toEqual({ on_hand: 3, reserved: 0 })
    const { order } = await findOrderByLink(buyer, link)
    expect(order.moves.map(({ move, byName }) => [move, byName])).toEqual([
      ['place', 'Người mua'],
      ['receive-all', 'Hợp tác xã Dừa Sáp'],
      ['hand-over', 'Hợp tác xã Dừa Sáp'],
    ])
    expect(order.transfer).toBeNull()
  })

  test('C6, C7: a payment confirmed by the same form five times at once counts once', async () => {
    const { id, seller } = await anOrder()
    const form = money(id, 170_000)
    const answers = await Promise.all(Array.from({ length: 5 }, () => confirmPayment(seller, form)))
    for (const answer of answers) expect(answer).toEqual({ ok: true, value: { payment: 'paid', fulfilment: 'held' } })
    expect(await confirmPayment(seller, { ...form, amountVnd: 1 })).toEqual({ ok: false, refusal: { code: 'request-key-reused' } })
    expect((await findSellerOrder(seller, id)).receivedVnd).toBe(170_000)
  })

  test('C9: a part payment asks for the rest by the same code, and a surplus can be refunded', async () => {
    const { id, seller, link } = await anOrder()
    mustBe(await confirmPayment(seller, money(id, 100_000)))
    expect((await findOrderByLink(buyer, link)).order.transfer).toMatchObject({ amountVnd: 70_000, content: link.code })
    expect(await confirmPayment(seller, money(id, 100_000))).toMatchObject({ value: { payment: 'over' } })
    expect(await refundPayment(seller, money(id, 40_000))).toEqual({
      ok: false,
      refusal: { code: 'refund-too-large', refundableVnd: 30_000 },
    })
    expect(await refundPayment(seller, money(id, 30_000))).toMatchObject({ value: { payment: 'paid' } })
  })

  test('C9: an order with money missing is handed over only when the seller accepts it with a reason', async () => {
    const { id, seller } = await anOrder()
    mustBe(await confirmPayment(seller, money(id, 169_000)))
    expect(await handOver(seller, { orderId: id, acceptShort: false, note: '' })).toMatchObject({
      refusal: { code: 'short-paid', missingVnd: 1000 },
    })
    expect(await handOver(seller, { orderId: id, acceptShort: true, note: 'Khách quen' })).toMatchObject({
      value: { payment: 'under', fulfilment: 'handed-over' },
    })
  })
})

describe('the hold', () => {
  test('a hold that runs out gives the goods back once, however many jobs run', async () => {
    const { id, shop, link } = await anOrder()
    expect((await Promise.all([expireHolds(buyer), expireHolds(buyer)])).reduce((a, b) => a + b)).toBe(0)
    const struck = await Promise.all(Array.from({ length: 4 }, () => expireHolds(as(visitor, afternoon))))
    expect(struck.reduce((a, b) => a + b)).toBe(1)
    expect(await balance(shop.lotId)).toEqual({ on_hand: 5, reserved: 0 })
    expect((await findOrderByLink(buyer, link)).order).toMatchObject({ payment: 'unpaid', fulfilment: 'expired', transfer: null })
    const { actor_name } = await db
      .selectFrom('audit_entry')
      .where('subject_id', '=', id)
      .where('action', '=', 'order.expired')
      .select('actor_name')
      .executeTakeFirstOrThrow()
    expect(actor_name).toBe('hold-clock')
  })

  test('an order whose hold ran out shows as expired, without a QR to pay, before the job has run', async () => {
    const { link } = await anOrder()
    expect((await findOrderByLink(as(visitor, afternoon), link)).order).toMatchObject({
      payment: 'unpaid',
      fulfilment: 'expired',
      transfer: null,
    })
  })

  test('a hold that ran out frees its goods for the next order, whether or not the job has run', async () => {
    const { shop } = await anOrder(2)
    const form = () => anOrderForm([{ listingId: shop.listingId, quantity: 2 }])
    expect(await placeOrder(buyer, form())).toMatchObject({ refusal: { code: 'sold-out' } })
    expect(await placeOrder(as(visitor, afternoon), form())).toMatchObject({ ok: true })
  })

  test('a hold lasts for days once the buyer has reported the transfer', async () => {
    const { shop, link, id, late } = await anOrder()
    mustBe(await reportTransfer(buyer, link))
    expect(await reportTransfer(buyer, link)).toMatchObject({ ok: true })
    await expireHolds(as(visitor, afternoon))
    expect(await balance(shop.lotId)).toEqual({ on_hand: 5, reserved: 2 })
    expect(await confirmPayment(late, money(id, 170_000))).toMatchObject({ value: { payment: 'paid' } })
    mustBe(await packOrder(late, { orderId: id }))
    expect(await cancelByLink(as(visitor, afternoon), link)).toEqual({ ok: false, refusal: { code: 'order-packed' } })
  })

  const days = (count: number) => new Date(buyer.now.getTime() + count * 24 * 3600_000).toISOString()

  test('a reported hold ends after three days without money', async () => {
    const { shop, link } = await anOrder()
    mustBe(await reportTransfer(buyer, link))
    await expireHolds(as(visitor, days(2.9)))
    expect(await balance(shop.lotId)).toEqual({ on_hand: 5, reserved: 2 })
    await expireHolds(as(visitor, days(3)))
    expect(await balance(shop.lotId)).toEqual({ on_hand: 5, reserved: 0 })
  })

  test('C8: money that comes after a reported hold ended is recorded and reopens the order', async () => {
    const { shop, link, id } = await anOrder()
    mustBe(await reportTransfer(buyer, link))
    await expireHolds(as(visitor, days(3)))
    expect(await confirmPayment(as(shop.person, days(4)), money(id, 170_000))).toMatchObject({
      value: { payment: 'paid', fulfilment: 'held' },
    })
  })

  test('M3: on the word of buyers alone no more than a share of a shelf is held for days; beyond it the hold ends when it would have', async () => {
    const shop = await aShop(as, { stock: 20 })
    const report = async (quantity: number, n: number) => {
      const form = anOrderForm([{ listingId: shop.listingId, quantity }], { buyerPhone: `091400000${n}` })
      const { orders, secret } = mustBe(await placeOrder(buyer, form))
      const link = { code: orders[0]!.code, secret }
      mustBe(await reportTransfer(buyer, link))
      return link
    }
    const whole = await report(19, 1)
    await expireHolds(as(visitor, afternoon))
    expect(await balance(shop.lotId)).toEqual({ on_hand: 20, reserved: 0 })
    expect((await findOrderByLink(as(visitor, afternoon), whole)).order.fulfilment).toBe('expired')
    await report(6, 2)
    await report(4, 3)
    await report(1, 4)
    await expireHolds(as(visitor, days(1)))
    expect(await balance(shop.lotId)).toEqual({ on_hand: 20, reserved: 10 })
  })

  test('a reported hold ends when the buyer cancels', async () => {
    const { shop, link } = await anOrder()
    mustBe(await reportTransfer(buyer, link))
    expect(await cancelByLink(buyer, link)).toEqual({ ok: true, value: { payment: 'unpaid', fulfilment: 'cancelled' } })
    expect(await balance(shop.lotId)).toEqual({ on_hand: 5, reserved: 0 })
  })
})

describe('late money', () => {
  test('C8: late money holds the goods again while the shelf has them', async () => {
    const { id, late, shop } = await anOrder()
    await expireHolds(late)
    expect(await confirmPayment(late, money(id, 170_000))).toEqual({ ok: true, value: { payment: 'paid', fulfilment: 'held' } })
    expect(await balance(shop.lotId)).toEqual({ on_hand: 5, reserved: 2 })
  })

  test('C8: late money for goods that are gone waits for a decision: the order is reopened when they come back, or refunded', async () => {
    const { id, late, shop } = await anOrder(2)
    const next = mustBe(await placeOrder(as(visitor, afternoon), anOrderForm([{ listingId: shop.listingId, quantity: 1 }])))
    expect(await confirmPayment(late, money(id, 170_000))).toEqual({ ok: true, value: { payment: 'to-settle', fulfilment: 'expired' } })
    expect(await reopenOrder(late, { orderId: id })).toMatchObject({ refusal: { code: 'sold-out', items: [{ wanted: 2, available: 1 }] } })
    expect(countsOf(await ordersOfProducer(late, { page: 1 }))).toMatchObject({ 'to-decide': 1, waiting: 1 })

    mustBe(await cancelByLink(as(visitor, afternoon), { code: next.orders[0]!.code, secret: next.secret }))
    expect(await reopenOrder(late, { orderId: id })).toEqual({ ok: true, value: { payment: 'paid', fulfilment: 'held' } })
    mustBe(await cancelOrder(late, { orderId: id, note: 'Hàng vỡ khi đóng gói' }))
    expect(await refundPayment(late, money(id, 170_000))).toEqual({ ok: true, value: { payment: 'refunded', fulfilment: 'cancelled' } })
  })

  test('C8: late money does not reopen a cancelled order by itself', async () => {
    const { id, link, seller } = await anOrder()
    mustBe(await cancelByLink(buyer, link))
    expect(await confirmPayment(seller, money(id, 170_000))).toEqual({ ok: true, value: { payment: 'to-settle', fulfilment: 'cancelled' } })
  })
})

describe('a recalled lot', () => {
  test('C25: an order of a recalled lot cannot be handed over although it was paid for', async () => {
    const { id, seller, shop } = await anOrder()
    mustBe(await confirmPayment(seller, money(id, 170_000)))
    await db.updateTable('lot').set(recalled).where('id', '=', shop.lotId).execute()
    expect(await handOver(seller, { orderId: id, acceptShort: false, note: '' })).toMatchObject({ refusal: { code: 'lot-recalled' } })
    expect((await ordersOfProducer(seller, { lotId: shop.lotId, page: 1 })).rows.map((row) => row.id)).toEqual([id])
  })

  test('C25: nobody is asked to pay for goods of a recalled lot, or held to have paid for them', async () => {
    const { shop, link, seller, id } = await anOrder()
    expect((await findOrderByLink(buyer, link)).order).toMatchObject({ transfer: { amountVnd: 170_000 }, facts: { onHold: true } })
    await db.updateTable('lot').set(recalled).where('id', '=', shop.lotId).execute()
    const { order } = await findOrderByLink(buyer, link)
    expect(order).toMatchObject({ transfer: null, facts: { onHold: false, recall: 'held' } })
    expect(order.may['report-transfer']).toMatchObject({ code: 'lot-recalled' })
    expect(await reportTransfer(buyer, link)).toMatchObject({ refusal: { code: 'lot-recalled' } })
    // Money that came all the same is written down, and goes back.
    expect(await confirmPayment(seller, money(id, 170_000))).toMatchObject({ value: { payment: 'paid' } })
    mustBe(await cancelOrder(seller, { orderId: id, note: 'Lô đã thu hồi' }))
    expect(await refundPayment(seller, money(id, 170_000))).toMatchObject({ value: { payment: 'refunded' } })
  })

  test('C25: an order that meets a recall under way waits for it and does not sell the recalled lot', async () => {
    const shop = await aShop(as)
    let ordering!: ReturnType<typeof placeOrder>
    await db.transaction().execute(async (tx) => {
      await tx.updateTable('lot').set(recalled).where('id', '=', shop.lotId).execute()
      ordering = placeOrder(buyer, anOrderForm([{ listingId: shop.listingId, quantity: 1 }]))
      const first = await Promise.race([ordering.then(() => 'ordered'), new Promise((go) => setTimeout(go, 300, 'waits'))])
      expect(first).toBe('waits')
    })
    expect(await ordering).toMatchObject({ refusal: { code: 'sold-out', items: [{ available: 0 }] } })
  })
})
