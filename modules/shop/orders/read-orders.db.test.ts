import { Forbidden, NotFound } from '@dacsan/decisions'
import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { createAuth, signIn, visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { aProducer, aShop, anOrderForm, mustBe, sellerPassword, withLaw } from '../fixtures.ts'
import {
  cancelByLink,
  cancelOrder,
  confirmPayment,
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
import type { OrderId } from '../rules/ids.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const as = (actor: Actor) => asAt(actor, '2026-11-23T10:00:00+07:00')
const buyer = as(visitor)

beforeAll(() => withLaw(as))

const money = (orderId: OrderId, amountVnd: number) => ({ orderId, amountVnd, reference: '', note: '', requestKey: newId('key') })

/** One order of two jars for 170,000 đồng from a shelf of `stock`. */
async function anOrder(stock = 5) {
  const shop = await aShop(as, { stock, priceVnd: 85_000 })
  const form = anOrderForm([{ listingId: shop.listingId, quantity: 2 }])
  const placed = mustBe(await placeOrder(buyer, form))
  const { id, code } = placed.orders[0]!
  return { shop, id, phone: form.buyerPhone, link: { code, secret: placed.secret }, seller: as(shop.person) }
}

describe('reading orders', () => {
  test('another seller does not find the order, in any command', async () => {
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

  test('a visitor, an officer and the holder of a wrong secret do not find the order', async () => {
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

  test('somebody who guesses codes or phone numbers is stopped, and the buyer gets the link', async () => {
    const { link, phone } = await anOrder()
    const ask = (phone: string, code = link.code) => lookUpOrder(buyer, { code, phone }, '203.0.113.7')
    expect(await ask(phone)).toEqual({ ok: true, value: link })
    expect(await ask(phone, 'DSAAAAAABC')).toEqual({ ok: false, refusal: { code: 'order-unknown' } })
    const answers = []
    for (let i = 0; i < 9; i++) answers.push(await ask(`098765432${i}`))
    expect(answers.map((answer) => !answer.ok && answer.refusal.code)).toEqual([...Array(8).fill('order-unknown'), 'too-many-attempts'])
  })

  test('a correct look-up does not count against the limit', async () => {
    const { link, phone } = await anOrder()
    for (let i = 0; i < 70; i++) {
      expect(await lookUpOrder(buyer, { code: link.code, phone }, '203.0.113.8')).toEqual({ ok: true, value: link })
    }
  })

  test('too many look-ups from an address do not close sign-in for that address', async () => {
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

test('C64: the list of orders adds up to its own sums, and so does its export', async () => {
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
  expect(Object.fromEntries(queues.map(({ queue, count }) => [queue, count]))).toEqual({
    'to-check': 0,
    'to-decide': 1,
    'to-hand-over': 0,
    waiting: 3,
    finished: 0,
  })
  expect((await ordersOfProducer(seller, { queue: 'to-decide', page: 1 })).rows.map((row) => row.id)).toEqual([id])
  expect((await ordersOfProducer(seller, { from: '2026-11-24', page: 1 })).totals.count).toBe(0)
  expect((await ordersOfProducer(seller, { from: '2026-11-23', to: '2026-11-23', page: 1 })).totals.count).toBe(4)
  expect((await orderWorkbook(seller, { page: 1 })).sheets[0]!.rows).toHaveLength(4)
})
