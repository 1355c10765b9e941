import { NotFound } from '@dacsan/decisions'
import { testDatabase } from '@dacsan/platform/testing'
import { beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { packGoods } from '../../inventory/index.ts'
import { pagesOfPdf, qrsOfPdf } from '../../../packages/papers/test-reading.ts'
import { aLot, aProducer, aShop, anOrderForm, mustBe, withLaw } from '../fixtures.ts'
import {
  cancelOrder,
  confirmPayment,
  findPacking,
  handOver,
  packOrder,
  placeOrder,
  printAddressLabels,
  printPackingLists,
  printPickingList,
  reopenOrder,
  unpackOrder,
} from '../index.ts'
import { chosenOrdersInput } from '../inputs.ts'
import type { OrderId } from '../rules/ids.ts'

const { db, as } = await testDatabase<Tables>()
beforeAll(() => withLaw((actor: Actor) => as(actor, '2026-11-23T08:00:00+07:00')))

/** A shop with paid orders, placed one minute after the other, the last first. */
async function paidOrders(count: number, quantity = 2) {
  const start = (actor: Actor) => as(actor, '2026-11-23T09:00:00+07:00')
  const shop = await aShop(start, { stock: 50 })
  const ids: OrderId[] = []
  for (let n = count; n > 0; n -= 1) {
    const at = `2026-11-23T10:0${n}:00+07:00`
    const form = anOrderForm([{ listingId: shop.listingId, quantity }], {
      buyerName: `Người mua số ${n}`,
      note: n === 1 ? 'Gọi trước' : '',
    })
    const { orders } = mustBe(await placeOrder(as(visitor, at), form))
    const orderId = orders[0]!.id
    const money = { orderId, amountVnd: 85_000 * quantity, reference: '', note: '', requestKey: `key-of-${orderId}` }
    mustBe(await confirmPayment(as(shop.person, at), money))
    ids.unshift(orderId)
  }
  return { shop, ids, seller: as(shop.person, '2026-11-23T11:00:00+07:00') }
}

test('what waits to be packed stands with the oldest promise first, each line with the lot and the place it is taken from', async () => {
  const { shop, ids, seller } = await paidOrders(3)
  await placeOrder(as(visitor, '2026-11-23T10:30:00+07:00'), anOrderForm([{ listingId: shop.listingId, quantity: 1 }]))
  const { orders, waiting } = await findPacking(seller)
  expect(orders.map(({ id }) => id)).toEqual(ids)
  expect(waiting).toBe(3)
  const [take] = orders[0]!.lines[0]!.takes
  expect(take).toMatchObject({ lotId: shop.lotId, quantity: 2, recalled: false })
  expect(take!.place).not.toBe('')
  expect(JSON.stringify(orders)).not.toContain('0011001932418')
})

test('a mark of packing is set once however often it is sent, is taken away again, and goes with an order that is given up', async () => {
  const { ids, seller } = await paidOrders(1)
  const orderId = ids[0]!
  const packedAt = async () => (await findPacking(seller)).orders.find(({ id }) => id === orderId)?.packedAt
  mustBe(await packOrder(seller, { orderId }))
  mustBe(await packOrder(seller, { orderId }))
  expect(await packedAt()).toEqual(seller.now)
  const lines = await db
    .selectFrom('audit_entry')
    .select('action')
    .where('subject_id', '=', orderId)
    .where('action', '=', 'order.packed')
    .execute()
  expect(lines).toHaveLength(1)
  mustBe(await unpackOrder(seller, { orderId }))
  expect(await packedAt()).toBeNull()
  mustBe(await packOrder(seller, { orderId }))
  mustBe(await cancelOrder(seller, { orderId, note: 'Vỡ hũ' }))
  expect(await packOrder(seller, { orderId })).toMatchObject({ refusal: { code: 'order-closed' } })
  mustBe(await reopenOrder(seller, { orderId }))
  expect(await packedAt()).toBeNull()
})

test('an order that nobody paid, and one of a recalled lot, are not packed', async () => {
  const { shop, ids, seller } = await paidOrders(1)
  const { orders } = mustBe(
    await placeOrder(as(visitor, '2026-11-23T10:50:00+07:00'), anOrderForm([{ listingId: shop.listingId, quantity: 1 }])),
  )
  expect(await packOrder(seller, { orderId: orders[0]!.id })).toMatchObject({ refusal: { code: 'not-paid' } })
  await db
    .updateTable('lot')
    .set({ status: 'recalled', recall_reason: 'Kiểm nghiệm không đạt', recalled_at: seller.now })
    .where('id', '=', shop.lotId)
    .execute()
  expect(await packOrder(seller, { orderId: ids[0]! })).toMatchObject({ refusal: { code: 'lot-recalled' } })
  expect((await findPacking(seller)).orders[0]).toMatchObject({ recalled: true })
})

test('each chosen order has its label with the buyer, the telephone and the code that a reader reads', async () => {
  const { ids, seller } = await paidOrders(2)
  const { orders } = await findPacking(seller)
  const a6 = mustBe(await printAddressLabels(seller, ids, 'a6'))
  const pages = await pagesOfPdf(a6)
  expect(pages).toHaveLength(2)
  for (const [at, order] of orders.entries())
    for (const words of [order.receiver.name, order.receiver.phone, order.code, order.seller.name]) expect(pages[at]).toContain(words)
  expect(pages[0]).toContain('Gọi trước')
  expect(pages.join(' ')).not.toContain('Thu hộ')
  expect(await qrsOfPdf(a6)).toEqual([orders[0]!.code])
  expect(await qrsOfPdf(mustBe(await printAddressLabels(seller, ids, 'a4')))).toEqual(orders.map(({ code }) => code))
})

test('the picking list adds up what the orders take from each lot, the packing list says what lies in each parcel', async () => {
  const { shop, ids, seller } = await paidOrders(2, 3)
  const soon = await aLot((actor: Actor) => as(actor, '2026-11-23T09:00:00+07:00'), { ...shop, expiresOn: '2027-01-15' })
  mustBe(
    await packGoods(as(shop.person, '2026-11-23T10:30:00+07:00'), { lotId: soon, packs: [{ quantity: 4 }], requestKey: `key-of-${soon}` }),
  )
  const form = anOrderForm([{ listingId: shop.listingId, quantity: 5 }])
  const orderId = mustBe(await placeOrder(as(visitor, '2026-11-23T10:40:00+07:00'), form)).orders[0]!.id
  mustBe(await confirmPayment(seller, { orderId, amountVnd: 425_000, reference: '', note: '', requestKey: `key-of-${orderId}` }))
  const [picking] = await pagesOfPdf(mustBe(await printPickingList(seller, [...ids, orderId])))
  expect(picking).toContain('15/01/2027')
  expect(picking).toMatch(/4 hũ.*7 hũ/)
  expect(picking).toContain('Cộng 11')
  const packing = mustBe(await printPackingLists(seller, [...ids, orderId]))
  expect(await pagesOfPdf(packing)).toHaveLength(3)
  // What is gone is fetched no more; its packing list may be printed again.
  for (const id of ids) mustBe(await handOver(seller, { orderId: id, acceptShort: false, note: '' }))
  await expect(printPickingList(seller, ids)).rejects.toThrow(NotFound)
  expect(await pagesOfPdf(mustBe(await printPackingLists(seller, ids)))).toHaveLength(2)
})

test('nobody packs, or prints anything of, the orders of another seller', async () => {
  const { ids } = await paidOrders(1)
  const { person } = await aProducer((actor: Actor) => as(actor, '2026-11-23T09:00:00+07:00'))
  const rival = as(person, '2026-11-23T11:00:00+07:00')
  expect(await findPacking(rival)).toEqual({ orders: [], waiting: 0 })
  await expect(packOrder(rival, { orderId: ids[0]! })).rejects.toThrow()
  await expect(printAddressLabels(rival, ids, 'a6')).rejects.toThrow(NotFound)
  await expect(printPackingLists(rival, ids)).rejects.toThrow(NotFound)
})

test('a form may name one order or many, each once, and nothing else', () => {
  expect(chosenOrdersInput.parse(undefined)).toEqual([])
  expect(chosenOrdersInput.parse('ord_a')).toEqual(['ord_a'])
  expect(chosenOrdersInput.parse(['ord_a', 'ord_a', 'ord_b'])).toEqual(['ord_a', 'ord_b'])
  expect(chosenOrdersInput.safeParse(['x']).success).toBe(false)
})
