import { NotFound } from '@dacsan/decisions'
import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { dong } from '@dacsan/vietnam'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { pagesOfPdf } from '../../../packages/papers/test-reading.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { aDeliveryTable, aShop, anOrderForm, mustBe, stockMustBeIntact, withLaw } from '../fixtures.ts'
import {
  cancelByLink,
  changeOrder,
  confirmCash,
  confirmPayment,
  findOrderByLink,
  findPacking,
  handOver,
  mergeOrders,
  packOrder,
  placeOrder,
  printAddressLabels,
  saveCash,
  saveDelivery,
  unmergeOrder,
  unpackOrder,
} from '../index.ts'
import type { PlaceOrderInput } from '../inputs.ts'
import type { OrderId } from '../rules/ids.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const as = (actor: Actor, moment = '2026-11-23T10:00:00+07:00') => asAt(actor, moment)
const buyer = as(visitor)
let count = 0
const phoneOf = () => `09${String(30_000_000 + (count += 1)).padStart(8, '0')}`

beforeAll(() => withLaw(as))
afterEach(() => stockMustBeIntact(db))

async function aStall() {
  const shop = await aShop(as, { stock: 60, priceVnd: 85_000 })
  const seller = as(shop.person)
  await db.updateTable('producer').set({ commune_code: '29308' }).where('id', '=', shop.producerId).execute()
  mustBe(await saveDelivery(seller, aDeliveryTable))
  mustBe(await saveCash(seller, { largestVnd: dong(2_000_000), zones: ['commune'] }))
  const order = async (phone: string, quantity = 1, more: Partial<PlaceOrderInput> = {}) => {
    const form = anOrderForm([{ listingId: shop.listingId, quantity }], { buyerPhone: phone, ...more })
    const placed = mustBe(await placeOrder(buyer, form))
    const { id, code } = placed.orders[0]!
    const link = { code, secret: placed.secret }
    return { id, code, link, view: async () => (await findOrderByLink(buyer, link)).order }
  }
  const pay = async (orderId: OrderId, amountVnd: number) =>
    mustBe(await confirmPayment(seller, { orderId, amountVnd, reference: '', note: '', requestKey: newId('key') }))
  return { shop, seller, order, pay, cash: { ways: { [shop.producerId]: 'cod' as const } } }
}
const merge = (one: { link: { code: string; secret: string } }, other: { code: string }) =>
  mergeOrders(buyer, one.link, { otherCode: other.code }, '10.0.0.7')

test('two orders of one buyer go in one parcel: one fee, one label, packed and handed over together; each keeps its code and its money', async () => {
  const { seller, order, pay } = await aStall()
  const phone = phoneOf()
  const [first, second] = [await order(phone), await order(phone, 2)]
  expect(mustBe(await merge(second, first))).toEqual({ waivedVnd: 15_000 })
  // Said again, also from the other side, it is said once.
  expect(mustBe(await merge(first, second))).toEqual({ waivedVnd: 15_000 })
  expect(await first.view()).toMatchObject({ totalVnd: 100_000, returnedVnd: 0, parcel: { isLead: true, others: [{ code: second.code }] } })
  expect(await second.view()).toMatchObject({
    totalVnd: 185_000,
    returnedVnd: 15_000,
    transfer: { amountVnd: 170_000 },
    parcel: { isLead: false },
  })

  await pay(second.id, 170_000)
  expect((await findPacking(seller)).orders).toMatchObject([{ id: second.id, waitsFor: first.code }])
  expect(await packOrder(seller, { orderId: second.id })).toEqual({
    ok: false,
    refusal: { code: 'parcel-not-ready', order: first.code, why: 'not-paid' },
  })
  await pay(first.id, 100_000)
  const { orders, waiting } = await findPacking(seller)
  expect([orders.length, waiting]).toEqual([1, 1])
  expect(orders[0]).toMatchObject({
    id: first.id,
    together: [{ code: second.code }],
    waitsFor: null,
    lines: [{ quantity: 1 }, { quantity: 2 }],
  })
  const labels = await pagesOfPdf(mustBe(await printAddressLabels(seller, [second.id], 'a6')))
  expect(labels).toHaveLength(1)
  for (const code of [first.code, second.code]) expect(labels[0]).toContain(code)
  mustBe(await packOrder(seller, { orderId: first.id }))
  expect(await unmergeOrder(buyer, second.link)).toEqual({ ok: false, refusal: { code: 'order-packed' } })
  mustBe(await handOver(seller, { orderId: second.id, acceptShort: false, note: '' }))
  for (const one of [first, second]) expect(await one.view()).toMatchObject({ fulfilment: 'handed-over', payment: 'paid' })
})

test('what is paid in cash is collected once at the door, and each order has its own sum', async () => {
  const { seller, order, cash } = await aStall()
  const phone = phoneOf()
  const [first, second] = [await order(phone, 1, cash), await order(phone, 2, cash)]
  mustBe(await merge(first, second))
  for (const { id: orderId } of [first, second]) mustBe(await confirmCash(seller, { orderId }))
  expect((await findPacking(seller)).orders).toMatchObject([{ collectVnd: 270_000 }])
  expect(await second.view()).toMatchObject({ facts: { cashLeftVnd: 170_000 }, parcel: { collectVnd: 270_000 } })
  expect((await pagesOfPdf(mustBe(await printAddressLabels(seller, [first.id], 'a6'))))[0]).toContain('270.000')
})

test('apart again the fee is owed again; and an order that is given up leaves its parcel by itself', async () => {
  const { order, pay } = await aStall()
  const phone = phoneOf()
  const [first, second] = [await order(phone), await order(phone)]
  mustBe(await merge(first, second))
  await pay(second.id, 85_000)
  expect(await second.view()).toMatchObject({ payment: 'paid' })
  mustBe(await unmergeOrder(buyer, first.link))
  expect(await second.view()).toMatchObject({ payment: 'under', returnedVnd: 0, parcel: null, facts: { missingVnd: 15_000 } })
  mustBe(await merge(first, second))
  mustBe(await cancelByLink(buyer, first.link))
  expect(await second.view()).toMatchObject({ payment: 'under', parcel: null, fulfilment: 'held' })
})

test('merged six times at once they are merged once, and two that both want a third get one parcel', async () => {
  const { order } = await aStall()
  const phone = phoneOf()
  const [first, second, third] = [await order(phone), await order(phone), await order(phone)]
  const answers = await Promise.all(Array.from({ length: 6 }, (_, at) => (at % 2 ? merge(first, second) : merge(second, first))))
  for (const answer of answers) expect(answer).toMatchObject({ ok: true, value: { waivedVnd: 15_000 } })
  mustBe(await unmergeOrder(buyer, first.link))
  const two = await Promise.all([merge(first, third), merge(second, third)])
  expect(two.filter(({ ok }) => ok)).toHaveLength(1)
  expect(two.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'merge-taken' } })
  expect((await third.view()).returnedVnd).toBe(15_000)
})

test('orders of another number, another seller or another receiver do not go together, nor what is packed; a wrong link merges nothing', async () => {
  const [one, other] = [await aStall(), await aStall()]
  const phone = phoneOf()
  const first = await one.order(phone)
  expect(await merge(first, await one.order(phoneOf()))).toEqual({ ok: false, refusal: { code: 'order-unknown' } })
  expect(await merge(first, { code: 'DSAAAAAAA2' })).toEqual({ ok: false, refusal: { code: 'order-unknown' } })
  expect(await merge(first, await other.order(phone))).toEqual({ ok: false, refusal: { code: 'merge-other-seller' } })
  const elsewhere = await one.order(phone, 1, { buyerAddress: 'Ấp 2, xã Cầu Kè, Vĩnh Long' })
  expect(await merge(first, elsewhere)).toEqual({ ok: false, refusal: { code: 'merge-other-receiver' } })
  await expect(mergeOrders(buyer, { ...first.link, secret: 'x' }, { otherCode: elsewhere.code }, '10.0.0.7')).rejects.toThrow(NotFound)
  await expect(unmergeOrder(buyer, { ...first.link, secret: 'x' })).rejects.toThrow(NotFound)
  const second = await one.order(phone)
  await one.pay(second.id, 100_000)
  mustBe(await packOrder(one.seller, { orderId: second.id }))
  expect(await merge(first, second)).toEqual({ ok: false, refusal: { code: 'order-packed' } })
  mustBe(await unpackOrder(one.seller, { orderId: second.id }))
  mustBe(await merge(first, second))
  const { name, phone: number, address } = (await first.view()).receiver
  const form = { name, phone: number, address, note: 'Gọi trước', wish: '' }
  expect(await changeOrder(buyer, first.link, { ...form, name: 'Người khác' })).toEqual({ ok: false, refusal: { code: 'merge-first' } })
  mustBe(await changeOrder(buyer, first.link, form))
})
