import { Forbidden, NotFound } from '@dacsan/decisions'
import { workbookXlsx } from '@dacsan/papers'
import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { readXlsx } from 'hucre/xlsx'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { createAuth, signIn, visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { workbookOfList } from '../../open-list.ts'
import { aProducer, aShop, anOrderForm, mustBe, sellerPassword, withLaw } from '../fixtures.ts'
import {
  cancelByLink,
  cancelOrder,
  confirmPayment,
  findSellerOrder,
  handOver,
  lookUpOrder,
  orderList,
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
    expect((await workbookOfList(other, orderList, new URLSearchParams())).sheets[0]!.rows).toEqual([])
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

  test('L10: a stranger’s wrong telephone numbers close the look-up of an order for the stranger and not for the buyer', async () => {
    const { link, phone } = await anOrder()
    for (let i = 0; i < 9; i++) await lookUpOrder(buyer, { code: link.code, phone: `098765432${i}` }, '203.0.113.50')
    const right = { code: link.code, phone }
    expect(await lookUpOrder(buyer, right, '203.0.113.50')).toMatchObject({ refusal: { code: 'too-many-attempts' } })
    expect(await lookUpOrder(buyer, right, '203.0.113.51')).toEqual({ ok: true, value: link })
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
    expect(await signIn(request, { email: shop.person.email!, password: sellerPassword })).toMatchObject({ ok: true })
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
    'to-confirm': 0,
    ahead: 0,
    'on-account': 0,
    'to-check': 0,
    'to-collect': 0,
    'to-decide': 1,
    'to-hand-over': 0,
    waiting: 3,
    finished: 0,
  })
  expect((await ordersOfProducer(seller, { queue: 'to-decide', page: 1 })).rows.map((row) => row.id)).toEqual([id])
  expect((await ordersOfProducer(seller, { from: '2026-11-24', page: 1 })).totals.count).toBe(0)
  expect((await ordersOfProducer(seller, { from: '2026-11-23', to: '2026-11-23', page: 1 })).totals.count).toBe(4)
  expect((await workbookOfList(seller, orderList, new URLSearchParams())).sheets[0]!.rows).toHaveLength(4)
})

test('C64: sums taken from the cells of the exported orders are those of the database to the đồng', async () => {
  const { shop, seller, id } = await anOrder(50)
  for (const quantity of [1, 3, 7]) mustBe(await placeOrder(buyer, anOrderForm([{ listingId: shop.listingId, quantity }])))
  mustBe(await confirmPayment(seller, money(id, 99_999)))
  const [sheet] = (await readXlsx(await workbookXlsx(await workbookOfList(seller, orderList, new URLSearchParams())))).sheets
  const orders = sheet!.rows.filter(([code]) => /^DS[A-Z2-9]{8}$/.test(String(code)))
  const sumOf = (column: number) => orders.reduce((sum, row) => sum + Number(row[column]), 0)
  const { rows } = await sql<Record<'count' | 'quantity' | 'total' | 'kept', number>>`
    select count(distinct shop_order.id)::int as count, sum(line.quantity)::int as quantity, sum(line.quantity * line.unit_price_vnd)::int as total,
      (select coalesce(sum(amount_vnd), 0)::int from payment_event where kind = 'received' and order_id = ${id}) as kept
    from shop_order join order_line line on line.order_id = shop_order.id where shop_order.producer_id = ${shop.producerId}`.execute(db)
  expect({ count: orders.length, quantity: sumOf(5), total: sumOf(6), kept: sumOf(7) }).toEqual(rows[0])
})

test('C23: an order belongs to the day and the month on which it was placed in Việt Nam, to the second', async () => {
  const shop = await aShop(as, { stock: 9 })
  for (const moment of ['2026-11-30T23:59:59+07:00', '2026-12-01T00:00:00+07:00', '2026-12-31T23:59:59+07:00', '2027-01-01T00:00:00+07:00'])
    mustBe(await placeOrder(asAt(visitor, moment), anOrderForm([{ listingId: shop.listingId, quantity: 1 }])))
  const placed = async (from: string, to: string) => (await ordersOfProducer(as(shop.person), { from, to, page: 1 })).totals.count
  expect(await placed('2026-11-01', '2026-11-30')).toBe(1)
  expect(await placed('2026-12-01', '2026-12-31')).toBe(2)
  expect(await placed('2027-01-01', '2027-01-01')).toBe(1)
})
