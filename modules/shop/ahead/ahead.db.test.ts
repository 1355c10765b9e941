import { testDatabase } from '@dacsan/platform/testing'
import { inTransaction } from '@dacsan/platform/context'
import { newId } from '@dacsan/platform/ids'
import { dong } from '@dacsan/vietnam'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { system, visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { packLot } from '../../inventory/fixtures.ts'
import { endHolds, aListing, aLot, anOrderForm, aShop, mustBe, stockMustBeIntact, withLaw } from '../fixtures.ts'
import {
  addToCart,
  allotOwn,
  bookRefund,
  cancelByLink,
  cancelOrder,
  confirmPayment,
  endAhead,
  findCart,
  findOrderByLink,
  handOver,
  listingsFor,
  openAhead,
  ownAhead,
  placeOrder,
  quoteOrder,
  reportTransfer,
  runShort,
} from '../index.ts'
import type { PayTime } from '../rules.ts'
import type { PlacedOrders } from '../orders/place-order.ts'
import { aheadReminders, aheadMessages } from '../messages/ahead-orders.ts'
import { allotAll } from './allot.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const now = '2026-12-01T10:00:00+07:00'
const as = (actor: Actor, moment = now) => asAt(actor, moment)
const buyer = as(visitor)

beforeAll(() => withLaw(as))
// Whatever a test did, promises, goods and money must add up.
afterEach(() => stockMustBeIntact(db))

type Shop = Awaited<ReturnType<typeof aShop>>
const tet = {
  kind: 'pre-order',
  season: 'Tết 2027',
  firstDeliveryOn: '2027-01-20',
  lastOrderOn: '2027-01-10',
  offered: 10,
  pays: 'now',
} as const
const weekly = { kind: 'made-to-order', leadLeast: 3, leadMost: 5, period: 'week', offered: 4, pays: 'now' } as const

/** A shop that sells its one pack before any of it exists. */
async function aShopAhead(more: { offered?: number; pays?: PayTime } = {}, terms: typeof tet | typeof weekly = tet) {
  const shop = await aShop(as, { stock: 0, priceVnd: 100_000 })
  const { offerId } = mustBe(await openAhead(as(shop.person), { ...terms, ...more, listingId: shop.listingId }))
  return { ...shop, offerId }
}
const order = (shop: { listingId: Shop['listingId'] }, quantity: number, at = buyer) =>
  placeOrder(at, anOrderForm([{ listingId: shop.listingId, quantity }]))
const seen = async (placed: PlacedOrders, at = now) => (await findOrderByLink(as(visitor, at), linkOf(placed))).order
const linkOf = ({ orders, secret }: PlacedOrders) => ({ code: orders[0]!.code, secret })
const pay = async (shop: Shop, placed: PlacedOrders, amountVnd: number) =>
  mustBe(
    await confirmPayment(as(shop.person), { orderId: placed.orders[0]!.id, amountVnd, reference: '', note: '', requestKey: newId('key') }),
  )
const harvest = async (shop: Shop, quantity: number, at = '2027-01-18T08:00:00+07:00') => {
  const lotId = await aLot(as, { productId: shop.productId, producerId: shop.producerId, madeOn: '2027-01-17', expiresOn: '2027-03-30' })
  mustBe(await packLot(as(shop.person, at), lotId, quantity))
  return lotId
}
const harvestDay = '2027-01-18T09:00:00+07:00'

describe('an order before the harvest', () => {
  test('B7: an order is taken without any goods on the shelf, says when they come, and holds nothing in the ledger', async () => {
    const shop = await aShopAhead()
    const placed = mustBe(await order(shop, 3))
    expect(await seen(placed)).toMatchObject({
      fulfilment: 'promised',
      payment: 'awaiting',
      totalVnd: 300_000,
      transfer: { amountVnd: 300_000 },
      facts: { ahead: { dueOn: '2027-01-20', waits: true, late: false, mayLeave: false } },
      lines: [{ quantity: 3, lots: [] }],
    })
    expect(await db.selectFrom('stock_balance').where('product_id', '=', shop.productId).selectAll().execute()).toEqual([])
    expect(await listingsFor(db, [shop.productId], new Date(now))).toMatchObject([
      { available: 7, ahead: { kind: 'pre-order', season: 'Tết 2027', dueOn: '2027-01-20' } },
    ])
  })

  test('B7: twenty buyers of the last unit of a season make one order and nineteen clear refusals', async () => {
    const shop = await aShopAhead({ offered: 1 })
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => order(shop, 1)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    for (const outcome of outcomes.filter(({ ok }) => !ok))
      expect(outcome).toMatchObject({ refusal: { code: 'sold-out', items: [{ available: 0 }] } })
  })

  test('B7: the table itself keeps what is promised from passing what is offered', async () => {
    const shop = await aShopAhead({ offered: 2 })
    mustBe(await order(shop, 2))
    await expect(db.updateTable('ahead_slot').set({ promised: 3 }).where('offer_id', '=', shop.offerId).execute()).rejects.toThrow(
      /ahead_slot_promised/,
    )
  })

  test('once the season is closed nothing is promised any more, and goods that lie there are for those who ordered', async () => {
    const shop = await aShopAhead()
    await pay(shop, mustBe(await order(shop, 3)), 300_000)
    mustBe(await endAhead(as(shop.person), { offerId: shop.offerId }))
    await harvest(shop, 5)
    expect(await order(shop, 1, as(visitor, harvestDay))).toMatchObject({ refusal: { code: 'sold-out', items: [{ available: 0 }] } })
    expect(await allotOwn(as(shop.person, harvestDay))).toEqual({ allotted: 1, waiting: 0 })
    // With nobody waiting what is left is sold from the shelf.
    expect(await order(shop, 2, as(visitor, harvestDay))).toMatchObject({ ok: true })
    expect(await order(shop, 1, as(visitor, harvestDay))).toMatchObject({ refusal: { code: 'sold-out' } })
  })

  test('B7: goods go to whoever ordered first, the lot that expires first, each order in full or not at all', async () => {
    const shop = await aShopAhead()
    const [first, second, third] = [mustBe(await order(shop, 4)), mustBe(await order(shop, 3)), mustBe(await order(shop, 1))]
    for (const [placed, amount] of [
      [first, 400_000],
      [second, 300_000],
      [third, 100_000],
    ] as const)
      await pay(shop, placed, amount)
    const later = await harvest(shop, 3)
    await db.updateTable('lot').set({ expires_on: '2027-06-30' }).where('id', '=', later).execute()
    const soon = await harvest(shop, 2)
    expect(await allotOwn(as(shop.person, harvestDay))).toEqual({ allotted: 1, waiting: 2 })
    const view = await seen(first, harvestDay)
    expect(view).toMatchObject({ fulfilment: 'held', payment: 'paid' })
    expect(view.lines[0]!.lots.map(({ lotId, quantity }) => [lotId, quantity])).toEqual([
      [soon, 2],
      [later, 2],
    ])
    // One is left, and the second wants three: the third does not pass it.
    expect(await seen(third, harvestDay)).toMatchObject({ fulfilment: 'promised' })
    mustBe(await handOver(as(shop.person, harvestDay), { orderId: first.orders[0]!.id, acceptShort: false, note: '' }))

    // Whoever was told that there are too few stands behind the others.
    mustBe(await runShort(as(shop.person, harvestDay), { orderId: second.orders[0]!.id, note: 'Mất mùa một phần' }))
    expect(await allotOwn(as(shop.person, harvestDay))).toEqual({ allotted: 1, waiting: 1 })
    expect(await seen(third, harvestDay)).toMatchObject({ fulfilment: 'held' })
  })

  test('two who give out goods at the same moment give each to one order, and all books agree', async () => {
    const shop = await aShopAhead({ offered: 12 })
    for (let at = 0; at < 6; at++) await pay(shop, mustBe(await order(shop, 2)), 200_000)
    await harvest(shop, 8)
    await Promise.all([
      allotOwn(as(shop.person, harvestDay)),
      allotAll(as(system('test'), harvestDay)),
      allotOwn(as(shop.person, harvestDay)),
    ])
    const { orders } = await ownAhead(as(shop.person, harvestDay))
    expect(orders).toHaveLength(2)
    const balance = await db.selectFrom('stock_balance').where('product_id', '=', shop.productId).select(['on_hand', 'reserved']).execute()
    expect(balance).toEqual([{ on_hand: 8, reserved: 8 }])
  })

  test('whoever has not paid yet gets no goods, and whose time is over gives the promise back', async () => {
    const shop = await aShopAhead({ offered: 2 })
    const unpaid = mustBe(await order(shop, 2))
    await harvest(shop, 5)
    expect(await allotOwn(as(shop.person))).toEqual({ allotted: 0, waiting: 1 })
    expect(await order(shop, 1)).toMatchObject({ refusal: { code: 'sold-out' } })
    await endHolds(as(system('clock'), '2026-12-01T11:01:00+07:00'))
    expect(await seen(unpaid, '2026-12-01T11:01:00+07:00')).toMatchObject({ fulfilment: 'expired', payment: 'unpaid' })
    expect(await order(shop, 2)).toMatchObject({ ok: true })
  })

  test('money that comes after the promise was given up promises again while there is room, or waits to be decided about', async () => {
    const shop = await aShopAhead({ offered: 2 })
    const late = mustBe(await order(shop, 2))
    await endHolds(as(system('clock'), '2026-12-01T11:01:00+07:00'))
    await pay(shop, late, 200_000)
    expect(await seen(late)).toMatchObject({ fulfilment: 'promised', payment: 'paid' })

    const full = await aShopAhead({ offered: 2 })
    const tooLate = mustBe(await order(full, 2))
    await endHolds(as(system('clock'), '2026-12-01T11:01:00+07:00'))
    await pay(full, mustBe(await order(full, 2)), 200_000)
    await pay(full, tooLate, 200_000)
    expect(await seen(tooLate)).toMatchObject({ fulfilment: 'expired', payment: 'to-settle' })
  })

  test('who pays once the goods are there is asked for nothing before, then has three days', async () => {
    const shop = await aShopAhead({ pays: 'when-there' })
    const placed = mustBe(await order(shop, 2))
    expect(await seen(placed)).toMatchObject({ transfer: null, facts: { onHold: false, ahead: { paysLater: true } } })
    expect(await reportTransfer(buyer, linkOf(placed))).toMatchObject({ refusal: { code: 'pays-later' } })
    await harvest(shop, 5)
    await allotOwn(as(shop.person, harvestDay))
    const view = await seen(placed, harvestDay)
    expect(view).toMatchObject({ fulfilment: 'held', payment: 'awaiting', transfer: { amountVnd: 200_000 } })
    expect(view.holdUntil).toEqual(new Date('2027-01-21T09:00:00+07:00'))
    await endHolds(as(system('clock'), '2027-01-21T09:01:00+07:00'))
    expect(await db.selectFrom('stock_balance').where('product_id', '=', shop.productId).select('reserved').execute()).toEqual([
      { reserved: 0 },
    ])
  })

  test('a buyer whose goods are late or too few leaves with all money, and nobody else does', async () => {
    const shop = await aShopAhead()
    const [late, short, other] = [mustBe(await order(shop, 2)), mustBe(await order(shop, 1)), mustBe(await order(shop, 1))]
    for (const [placed, amount] of [
      [late, 200_000],
      [short, 100_000],
      [other, 100_000],
    ] as const)
      await pay(shop, placed, amount)
    expect(await cancelByLink(buyer, linkOf(late))).toMatchObject({ refusal: { code: 'money-received' } })
    const dayAfter = '2027-01-21T08:00:00+07:00'
    expect(await seen(late, dayAfter)).toMatchObject({ facts: { ahead: { late: true, mayLeave: true } }, may: { cancel: true } })
    expect(mustBe(await cancelByLink(as(visitor, dayAfter), linkOf(late)))).toEqual({ payment: 'to-settle', fulfilment: 'cancelled' })
    const back = { orderId: late.orders[0]!.id, amountVnd: 200_000, reference: 'FT1', note: '', requestKey: newId('key') }
    const ctx = as(shop.person, dayAfter)
    expect(mustBe(await inTransaction(ctx, (tx) => bookRefund(tx, ctx, back)))).toMatchObject({ payment: 'refunded' })

    expect(await runShort(as(shop.person), { orderId: short.orders[0]!.id, note: '' })).toMatchObject({ refusal: { code: 'note-missing' } })
    mustBe(await runShort(as(shop.person), { orderId: short.orders[0]!.id, note: 'Mất mùa' }))
    expect(await runShort(as(shop.person), { orderId: short.orders[0]!.id, note: 'Mất mùa' })).toMatchObject({
      refusal: { code: 'short-told' },
    })
    expect(mustBe(await cancelByLink(buyer, linkOf(short)))).toEqual({ payment: 'to-settle', fulfilment: 'cancelled' })
    expect(await cancelByLink(buyer, linkOf(other))).toMatchObject({ refusal: { code: 'money-received' } })
    // Once the goods are there, the order is like any other.
    await harvest(shop, 5)
    await allotOwn(as(shop.person, harvestDay))
    expect(await cancelByLink(as(visitor, dayAfter), linkOf(other))).toMatchObject({ refusal: { code: 'money-received' } })
  })

  test('goods of a recalled lot are handed over to nobody, and an order that has none yet is not touched by the recall', async () => {
    const shop = await aShopAhead()
    const [first, second] = [mustBe(await order(shop, 2)), mustBe(await order(shop, 2))]
    for (const placed of [first, second]) await pay(shop, placed, 200_000)
    const lotId = await harvest(shop, 2)
    await allotOwn(as(shop.person, harvestDay))
    await db
      .updateTable('lot')
      .set({ status: 'recalled', recall_reason: 'Kiểm nghiệm không đạt', recalled_at: new Date(harvestDay) })
      .where('id', '=', lotId)
      .execute()
    expect(await handOver(as(shop.person, harvestDay), { orderId: first.orders[0]!.id, acceptShort: false, note: '' })).toMatchObject({
      refusal: { code: 'lot-recalled' },
    })
    expect((await seen(second, harvestDay)).facts.recall).toBeNull()
    // The recalled goods go to nobody else either.
    expect(await allotOwn(as(shop.person, harvestDay))).toEqual({ allotted: 0, waiting: 1 })
  })

  test('nothing is promised any more once the certificate was withdrawn; what was ordered before stands, as from the shelf', async () => {
    const shop = await aShopAhead()
    const placed = mustBe(await order(shop, 2))
    await pay(shop, placed, 200_000)
    await db.updateTable('product').set({ standing: 'withdrawn', stars: null }).where('id', '=', shop.productId).execute()
    expect(await order(shop, 1)).toMatchObject({ refusal: { code: 'not-for-sale' } })
    expect(await seen(placed)).toMatchObject({ fulfilment: 'promised', lines: [{ stars: 4 }] })
  })

  test('a seller who gives an order up after its goods were allotted gives back goods and promise', async () => {
    const shop = await aShopAhead({ offered: 2 })
    const placed = mustBe(await order(shop, 2))
    await pay(shop, placed, 200_000)
    await harvest(shop, 2, now)
    await db.updateTable('lot').set({ made_on: '2026-11-30' }).where('product_id', '=', shop.productId).execute()
    await allotOwn(as(shop.person))
    mustBe(await cancelOrder(as(shop.person), { orderId: placed.orders[0]!.id, note: 'Hỏng xe' }))
    expect(await db.selectFrom('ahead_slot').where('offer_id', '=', shop.offerId).select('promised').execute()).toEqual([{ promised: 0 }])
    expect(await order(shop, 2)).toMatchObject({ ok: true })
  })
})

describe('goods made to order', () => {
  test('B7: a week that is full promises the next, by working days, and what one week cannot make is refused with what it can', async () => {
    const shop = await aShopAhead({}, weekly)
    const [first, second] = [mustBe(await order(shop, 3)), mustBe(await order(shop, 3))]
    expect((await seen(first)).facts.ahead).toMatchObject({ dueOn: '2026-12-08' })
    expect((await seen(second)).facts.ahead).toMatchObject({ dueOn: '2026-12-18' })
    expect(await order(shop, 5)).toMatchObject({ refusal: { code: 'sold-out', items: [{ available: 4 }] } })
  })

  test('twelve who order at once are never promised more in a week than hands can make', async () => {
    const shop = await aShopAhead({}, weekly)
    const placed = await Promise.all(Array.from({ length: 12 }, () => order(shop, 2)))
    expect(placed.every(({ ok }) => ok)).toBe(true)
    const slots = await db.selectFrom('ahead_slot').where('offer_id', '=', shop.offerId).select('promised').execute()
    expect(slots.map(({ promised }) => promised)).toEqual([4, 4, 4, 4, 4, 4])
  })
})

describe('a cart with goods on the shelf and goods ahead', () => {
  test('goods of one seller become an order for each day, told in the cart, quoted, and with sums that agree', async () => {
    const shop = await aShopAhead()
    const stocked = await aListing(as, shop, { priceVnd: 50_000 })
    const { cartId } = mustBe(await addToCart(buyer, { listingId: shop.listingId, quantity: 2 }))
    mustBe(await addToCart(buyer, { cartId, listingId: stocked.listingId, quantity: 1 }))
    const cart = await findCart(buyer, cartId)
    expect(cart).toMatchObject({
      several: true,
      ready: true,
      totalVnd: 250_000,
      sellers: [{ ahead: null }, { ahead: { dueOn: '2027-01-20' } }],
    })
    const lines = cart.sellers.flatMap((own) => own.lines)
    const quote = await quoteOrder(buyer, { lines, buyerAddress: '' })
    expect(quote.sellers.map(({ key, totalVnd }) => [key, totalVnd])).toEqual(cart.sellers.map(({ key, totalVnd }) => [key, totalVnd]))
    const form = anOrderForm(
      lines.map(({ listingId, quantity }) => ({ listingId, quantity })),
      { seenVnd: 250_000 },
    )
    const placed = mustBe(await placeOrder(buyer, form, { cartId }))
    const { group } = await findOrderByLink(buyer, linkOf(placed))
    expect(group.map(({ fulfilment, totalVnd }) => [fulfilment, totalVnd]).toSorted()).toEqual([
      ['held', 50_000],
      ['promised', 200_000],
    ])
  })

  test('goods ahead are paid by transfer, also where everything else is paid at the door', async () => {
    const shop = await aShopAhead()
    const placed = mustBe(
      await placeOrder(buyer, anOrderForm([{ listingId: shop.listingId, quantity: 1 }], { ways: { [shop.producerId]: 'cod' } })),
    )
    expect(await seen(placed)).toMatchObject({ way: 'transfer', payment: 'awaiting' })
  })
})

describe('what buyers are told of orders ahead', () => {
  test('of the day with the order, of goods that are there, of too few, and of a day that passed; nobody is told that goods are kept', async () => {
    const shop = await aShopAhead()
    const placed = mustBe(await order(shop, 1))
    const asking = { db, now: new Date('2027-01-21T08:00:00+07:00') } as never
    const told = await Promise.all(
      aheadMessages.map(async (rule) => {
        const payload = {
          orderId: placed.orders[0]!.id,
          code: placed.orders[0]!.code,
          producerId: shop.producerId,
          groupId: placed.groupId,
          totalVnd: dong(100_000),
        }
        return [rule.name, (await rule.tell({ payload, at: new Date(now) } as never, asking)).length]
      }),
    )
    expect(Object.fromEntries(told)).toMatchObject({
      'order.ahead-placed-buyer': 1,
      'order.ahead-placed-pays-later': 0,
      'order.allotted': 1,
      'order.run-short': 1,
      'order.ahead-ended': 0,
    })
    const late = await aheadReminders[0]!.due(asking)
    expect(late.map(({ fact }) => fact)).toContain(`${placed.orders[0]!.id}:late`)
  })
})
