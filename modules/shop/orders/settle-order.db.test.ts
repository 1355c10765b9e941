import { Forbidden, NotFound } from '@dacsan/decisions'
import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { createAuth, signIn, visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { aProducer, aShop, anOrderForm, stockMustBeIntact, mustBe, sellerPassword, withLaw } from '../fixtures.ts'
import {
  cancelByLink,
  cancelOrder,
  confirmPayment,
  findOrderByLink,
  findSellerOrder,
  handOver,
  lookUpOrder,
  orderWorkbook,
  ordersOfProducer,
  placeOrder,
  refundPayment,
  reportTransfer,
  reopenOrder,
} from '../index.ts'
import { expireHolds } from './expire-holds.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const morning = '2026-11-23T10:00:00+07:00'
const afternoon = '2026-11-23T15:00:00+07:00'
const as = (actor: Actor, moment = morning) => asAt(actor, moment)
const buyer = as(visitor)

beforeAll(() => withLaw(as))
afterEach(() => stockMustBeIntact(db))

const balance = (lotId: string) =>
  db.selectFrom('stock_balance').where('lot_id', '=', lotId).select(['on_hand', 'reserved']).executeTakeFirst()
const recalled = { status: 'recalled', recall_reason: 'Kiểm nghiệm không đạt', recalled_at: new Date(morning) } as const
const money = (orderId: string, amountVnd: number, requestKey: string = newId('key')) => ({
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
  const form = anOrderForm([{ listingId: shop.listingId, quantity: 2 }])
  const placed = mustBe(await placeOrder(buyer, form))
  const { id, code } = placed.orders[0]!
  return {
    shop,
    id,
    phone: form.buyerPhone,
    link: { code, secret: placed.secret },
    seller: as(shop.person),
    late: as(shop.person, afternoon),
  }
}

describe('money', () => {
  test('in full and goods handed over: the shelf and the ledger shrink by what was sold', async () => {
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

  test('confirmed by the same form five times at once counts once', async () => {
    const { id, seller } = await anOrder()
    const form = money(id, 170_000)
    const answers = await Promise.all(Array.from({ length: 5 }, () => confirmPayment(seller, form)))
    for (const answer of answers) expect(answer).toEqual({ ok: true, value: { payment: 'paid', fulfilment: 'held' } })
    expect(await confirmPayment(seller, { ...form, amountVnd: 1 })).toEqual({ ok: false, refusal: { code: 'request-key-reused' } })
    expect((await findSellerOrder(seller, id)).receivedVnd).toBe(170_000)
  })

  test('too little asks for the rest by the same code, too much is sent back', async () => {
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

  test('short, with goods handed over all the same, needs the word of the seller', async () => {
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
  test('that runs out gives the goods back, once, however many clocks strike', async () => {
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

  test('shows as expired, without a QR to pay, before the clock came by', async () => {
    const { link } = await anOrder()
    expect((await findOrderByLink(as(visitor, afternoon), link)).order).toMatchObject({
      payment: 'unpaid',
      fulfilment: 'expired',
      transfer: null,
    })
  })

  test('frees its goods for the next buyer at the moment of ordering, clock or no clock', async () => {
    const { shop } = await anOrder(2)
    const form = () => anOrderForm([{ listingId: shop.listingId, quantity: 2 }])
    expect(await placeOrder(buyer, form())).toMatchObject({ refusal: { code: 'sold-out' } })
    expect(await placeOrder(as(visitor, afternoon), form())).toMatchObject({ ok: true })
  })

  test('lasts for days once the buyer reports the transfer, so that the seller can look at the account', async () => {
    const { shop, link, id, late } = await anOrder()
    mustBe(await reportTransfer(buyer, link))
    expect(await reportTransfer(buyer, link)).toMatchObject({ ok: true })
    await expireHolds(as(visitor, afternoon))
    expect(await balance(shop.lotId)).toEqual({ on_hand: 5, reserved: 2 })
    expect(await confirmPayment(late, money(id, 170_000))).toMatchObject({ value: { payment: 'paid' } })
    expect(await cancelByLink(as(visitor, afternoon), link)).toMatchObject({ refusal: { code: 'money-received' } })
  })

  test('is not for ever: three days after a report that no money followed the goods are back on the shelf, and money that comes then is not lost', async () => {
    const { shop, link, id } = await anOrder()
    mustBe(await reportTransfer(buyer, link))
    const days = (count: number) => new Date(buyer.now.getTime() + count * 24 * 3600_000).toISOString()
    await expireHolds(as(visitor, days(2.9)))
    expect(await balance(shop.lotId)).toEqual({ on_hand: 5, reserved: 2 })
    await expireHolds(as(visitor, days(3)))
    expect(await balance(shop.lotId)).toEqual({ on_hand: 5, reserved: 0 })
    expect(await confirmPayment(as(shop.person, days(4)), money(id, 170_000))).toMatchObject({
      value: { payment: 'paid', fulfilment: 'held' },
    })
  })

  test('ends when a buyer who reported by mistake cancels', async () => {
    const { shop, link } = await anOrder()
    mustBe(await reportTransfer(buyer, link))
    expect(await cancelByLink(buyer, link)).toEqual({ ok: true, value: { payment: 'unpaid', fulfilment: 'cancelled' } })
    expect(await balance(shop.lotId)).toEqual({ on_hand: 5, reserved: 0 })
  })
})

describe('late money', () => {
  test('holds the goods again while the shelf has them', async () => {
    const { id, late, shop } = await anOrder()
    await expireHolds(late)
    expect(await confirmPayment(late, money(id, 170_000))).toEqual({ ok: true, value: { payment: 'paid', fulfilment: 'held' } })
    expect(await balance(shop.lotId)).toEqual({ on_hand: 5, reserved: 2 })
  })

  test('for goods that are gone waits for a decision and is never lost: reopened when they come back, or refunded', async () => {
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

  test('on a cancelled order does not open it again by itself', async () => {
    const { id, link, seller } = await anOrder()
    mustBe(await cancelByLink(buyer, link))
    expect(await confirmPayment(seller, money(id, 170_000))).toEqual({ ok: true, value: { payment: 'to-settle', fulfilment: 'cancelled' } })
  })
})

describe('a recalled lot', () => {
  test('stays on the shelf although it was paid for', async () => {
    const { id, seller, shop } = await anOrder()
    mustBe(await confirmPayment(seller, money(id, 170_000)))
    await db.updateTable('lot').set(recalled).where('id', '=', shop.lotId).execute()
    expect(await handOver(seller, { orderId: id, acceptShort: false, note: '' })).toMatchObject({ refusal: { code: 'lot-recalled' } })
    expect((await ordersOfProducer(seller, { lotId: shop.lotId, page: 1 })).rows.map((row) => row.id)).toEqual([id])
  })

  test('recalled while somebody orders is not sold: the order waits for the recall', async () => {
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

describe('somebody else', () => {
  test('finds no order of another seller, in any verb', async () => {
    const { id } = await anOrder()
    const other = as((await aProducer(as)).person)
    await expect(findSellerOrder(other, id)).rejects.toThrow(NotFound)
    await expect(confirmPayment(other, money(id, 1))).rejects.toThrow(NotFound)
    await expect(refundPayment(other, money(id, 1))).rejects.toThrow(NotFound)
    await expect(handOver(other, { orderId: id, acceptShort: true, note: 'x' })).rejects.toThrow(NotFound)
    await expect(cancelOrder(other, { orderId: id, note: 'x' })).rejects.toThrow(NotFound)
    await expect(reopenOrder(other, { orderId: id })).rejects.toThrow(NotFound)
    expect((await ordersOfProducer(other, { page: 1 })).rows).toEqual([])
    expect((await orderWorkbook(other, { page: 1 })).sheets[0]!.rows).toEqual([])
  })

  test('a visitor, an officer and a wrong secret get nowhere either', async () => {
    const { id, shop, link } = await anOrder()
    for (const actor of [visitor, shop.officer]) {
      await expect(findSellerOrder(as(actor), id)).rejects.toThrow(NotFound)
      await expect(confirmPayment(as(actor), money(id, 1))).rejects.toThrow(NotFound)
      await expect(ordersOfProducer(as(actor), { page: 1 })).rejects.toThrow(Forbidden)
    }
    await expect(cancelByLink(buyer, { ...link, secret: 'x' })).rejects.toThrow(NotFound)
    await expect(reportTransfer(buyer, { ...link, secret: 'x' })).rejects.toThrow(NotFound)
    expect(await db.selectFrom('payment_event').where('order_id', '=', id).select('kind').execute()).toEqual([{ kind: 'expected' }])
  })

  test('who guesses codes or phone numbers is stopped, the buyer gets the link', async () => {
    const { link, phone } = await anOrder()
    const ask = (phone: string, code = link.code) => lookUpOrder(buyer, { code, phone }, '203.0.113.7')
    expect(await ask(phone)).toEqual({ ok: true, value: link })
    expect(await ask(phone, 'DSAAAAAABC')).toEqual({ ok: false, refusal: { code: 'order-unknown' } })
    const answers = []
    for (let i = 0; i < 9; i++) answers.push(await ask(`098765432${i}`))
    expect(answers.map((answer) => !answer.ok && answer.refusal.code)).toEqual([...Array(8).fill('order-unknown'), 'too-many-attempts'])
  })

  test('and with them as often as wanted: a right answer gives its try back', async () => {
    const { link, phone } = await anOrder()
    for (let i = 0; i < 70; i++) {
      expect(await lookUpOrder(buyer, { code: link.code, phone }, '203.0.113.8')).toEqual({ ok: true, value: link })
    }
  })

  test('looked for too often from an address closes the look-up there, and sign-in stays open to everybody behind it', async () => {
    const { shop } = await anOrder()
    const address = '203.0.113.9'
    const ask = (i: number) => lookUpOrder(buyer, { code: `DSAAAAAA${i + 10}`, phone: '0912345678' }, address)
    for (let i = 0; i < 60; i++) expect(await ask(i)).toMatchObject({ refusal: { code: 'order-unknown' } })
    expect(await ask(60)).toMatchObject({ refusal: { code: 'too-many-attempts' } })
    const auth = createAuth({ db, secret: 'a secret of the tests, thirty-two bytes long', origin: 'https://dacsan.test', demo: false })
    const request = { auth, db, actor: buyer.actor, headers: new Headers(), address, now: buyer.now }
    expect(await signIn(request, { email: shop.person.email, password: sellerPassword })).toMatchObject({ ok: true })
  })
})

test('the list of orders adds up to its own sums, and so does its export', async () => {
  const { shop, seller, id } = await anOrder(50)
  for (const quantity of [1, 3, 5]) mustBe(await placeOrder(buyer, anOrderForm([{ listingId: shop.listingId, quantity }])))
  mustBe(await confirmPayment(seller, money(id, 100_000)))
  const { rows, totals, queues } = await ordersOfProducer(seller, { page: 1 })
  const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)
  expect(totals).toEqual({ count: 4, totalVnd: 85_000 * 11, keptVnd: 100_000, quantity: 11 })
  expect([
    rows.length,
    sum(rows.map((row) => row.totalVnd)),
    sum(rows.map((row) => row.keptVnd)),
    sum(rows.map((row) => row.quantity)),
  ]).toEqual([4, 935_000, 100_000, 11])
  expect(countsOf({ queues })).toEqual({ 'to-check': 0, 'to-decide': 1, 'to-hand-over': 0, waiting: 3, finished: 0 })
  expect((await ordersOfProducer(seller, { queue: 'to-decide', page: 1 })).rows.map((row) => row.id)).toEqual([id])
  expect((await ordersOfProducer(seller, { from: '2026-11-24', page: 1 })).totals.count).toBe(0)
  expect((await ordersOfProducer(seller, { from: '2026-11-23', to: '2026-11-23', page: 1 })).totals.count).toBe(4)
  expect((await orderWorkbook(seller, { page: 1 })).sheets[0]!.rows).toHaveLength(4)
})
