import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { dong } from '@dacsan/vietnam'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { pagesOfPdf } from '../../../packages/papers/test-reading.ts'
import { aDeliveryTable, aProducer, aShop, anOrderForm, mustBe, stockMustBeIntact, withLaw } from '../fixtures.ts'
import {
  cancelByLink,
  cancelOrder,
  confirmCash,
  confirmPayment,
  findOrderByLink,
  findPacking,
  handOver,
  offerOf,
  orderQueueCounts,
  packOrder,
  placeOrder,
  printAddressLabels,
  receiveCash,
  refundPayment,
  reopenOrder,
  saveCash,
  saveDelivery,
  saveListing,
  unpackOrder,
  weighOrder,
} from '../index.ts'
import { saveListingForm, weighInput } from '../inputs.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const as = (actor: Actor) => asAt(actor, '2026-11-23T10:00:00+07:00')
const buyer = as(visitor)
beforeAll(() => withLaw(as))
afterEach(() => stockMustBeIntact(db))

const chicken = { perKgVnd: 180_000, leastGrams: 1800, mostGrams: 2200 }

/** A farm with chickens by weight, brought within its commune for 15.000 đồng, also for cash. */
async function aFarm() {
  const shop = await aShop(as, { stock: 20 })
  const seller = as(shop.person)
  await db.updateTable('producer').set({ commune_code: '29308' }).where('id', '=', shop.producerId).execute()
  mustBe(await saveDelivery(seller, { ...aDeliveryTable, stepGrams: [3000, 30_000] }))
  mustBe(await saveCash(seller, { largestVnd: dong(2_000_000), zones: ['commune'] }))
  mustBe(await saveListing(seller, { productId: shop.productId, priceVnd: 1, unit: 'con', description: '', byWeight: chicken }))
  await db.updateTable('listing').set({ status: 'published' }).where('id', '=', shop.listingId).execute()
  return { ...shop, seller }
}

/** An order of so many chickens; `way`: how it is paid. By transfer all of the highest sum has come. */
async function anOrder(quantity: number, way: 'transfer' | 'cod' = 'transfer') {
  const farm = await aFarm()
  const form = anOrderForm([{ listingId: farm.listingId, quantity }], { ways: { [farm.producerId]: way } })
  const placed = mustBe(await placeOrder(buyer, form))
  const [{ id: orderId, code }] = placed.orders as [(typeof placed.orders)[0]]
  const money = (amountVnd: number) => ({ orderId, amountVnd, reference: '', note: '', requestKey: newId('key') })
  const saidVnd = 396_000 * quantity + 15_000
  if (way === 'cod') mustBe(await confirmCash(farm.seller, { orderId }))
  else mustBe(await confirmPayment(farm.seller, money(saidVnd)))
  const line = await db.selectFrom('order_line').where('order_id', '=', orderId).select('id').executeTakeFirstOrThrow()
  const link = { code, secret: placed.secret }
  const weigh = (...grams: number[]) => weighOrder(farm.seller, { orderId, grams: { [line.id]: grams } })
  const view = async () => (await findOrderByLink(buyer, link)).order
  return { ...farm, orderId, lineId: line.id, link, money, saidVnd, weigh, view }
}

test('a product by weight is offered at the price of its heaviest piece, with the price of a kilogram and the range beside it', async () => {
  const { productId } = await aFarm()
  const [listing] = (await offerOf(buyer, productId))!.listings
  expect(listing).toMatchObject({ priceVnd: 396_000, byWeight: chicken, unitPrice: null })
})

test('the form of the shelf needs all three fields of a weight, and works the price of a piece out', () => {
  const form = { unit: 'con', description: '', priceVnd: '', leastQuantity: '', multiple: '', maxPerOrder: '', lowStock: '' }
  const whole = { 'byWeight.perKgVnd': '180.000', 'byWeight.leastGrams': '1800', 'byWeight.mostGrams': '2200' }
  expect(saveListingForm.safeParse({ ...form, ...whole })).toMatchObject({ success: true, data: { byWeight: chicken } })
  const half = saveListingForm.safeParse({ ...form, ...whole, 'byWeight.mostGrams': '' })
  expect(half.error!.issues.map(({ path }) => path.join('.'))).toEqual(['byWeight.mostGrams'])
  expect(saveListingForm.safeParse(form).success).toBe(false)
  expect(weighInput.safeParse({ orderId: 'ord_1', grams: { oln_1: ['1,95 kg'] } }).success).toBe(false)
})

test('an order by weight is neither packed nor handed over before every piece was weighed', async () => {
  const { seller, orderId, weigh } = await anOrder(2)
  const refused = { refusal: { code: 'not-weighed' } }
  expect(await packOrder(seller, { orderId })).toMatchObject(refused)
  expect(await handOver(seller, { orderId, acceptShort: false, note: '' })).toMatchObject(refused)
  expect(await weigh(1950)).toMatchObject({ refusal: { code: 'weights-missing', pieces: 1 } })
  expect(mustBe(await weigh(1950, 2300))).toEqual({ sumVnd: 351_000 + 396_000 + 15_000 })
  mustBe(await packOrder(seller, { orderId }))
  mustBe(await handOver(seller, { orderId, acceptShort: false, note: '' }))
})

test('who paid the highest sum is owed the difference, and a weighed order stays among those to be packed', async () => {
  const { seller, orderId, weigh, view, money, saidVnd } = await anOrder(1)
  mustBe(await weigh(1950))
  const order = await view()
  expect(order).toMatchObject({ sumVnd: 366_000, payment: 'over', returnedVnd: 0, weight: { saidVnd, mayRefuse: false } })
  expect(order.facts.refundableVnd).toBe(45_000)
  expect(order.lines[0]).toMatchObject({ sumVnd: 351_000, weighed: { grams: [1950], billedGrams: 1950 } })
  expect((await findPacking(seller)).orders.map(({ id }) => id)).toContain(orderId)
  expect(await orderQueueCounts(seller)).toContainEqual({ queue: 'to-decide', count: 1, urgent: true })
  mustBe(await refundPayment(seller, money(45_000)))
  expect(await view()).toMatchObject({ payment: 'paid' })
})

test('what is collected at the door is the last sum, on the label, on the page and in the cash that closes the order', async () => {
  const { seller, orderId, weigh, view, money } = await anOrder(1, 'cod')
  const label = async () => (await pagesOfPdf(mustBe(await printAddressLabels(seller, [orderId], 'a6')))).join(' ').replaceAll(/\s+/gu, ' ')
  expect(await label()).toContain('cân xong mới biết')
  mustBe(await weigh(1950))
  expect(await label()).toMatch(/Thu hộ: 366\.000/u)
  expect((await view()).facts.cashLeftVnd).toBe(366_000)
  mustBe(await packOrder(seller, { orderId }))
  mustBe(await handOver(seller, { orderId, acceptShort: false, note: '' }))
  mustBe(await receiveCash(seller, money(366_000)))
  expect(await view()).toMatchObject({ payment: 'paid', facts: { missingVnd: 0 } })
})

test('a piece lighter than was said is paid by its weight, and its buyer may refuse until it is handed over, packed or not', async () => {
  const { seller, orderId, weigh, view, link, saidVnd } = await anOrder(1)
  mustBe(await weigh(1700))
  expect(await view()).toMatchObject({ sumVnd: 321_000, weight: { light: true, mayRefuse: true }, may: { cancel: true } })
  mustBe(await packOrder(seller, { orderId }))
  expect((await view()).may.cancel).toBe(true)
  mustBe(await cancelByLink(buyer, link))
  const order = await view()
  expect(order.facts.refundableVnd).toBe(saidVnd)
})

test('who has the goods of a light order may refuse no more; who has heavy ones only until they are packed, as any buyer', async () => {
  const { seller, orderId, weigh, view, link } = await anOrder(1)
  mustBe(await weigh(2100))
  mustBe(await packOrder(seller, { orderId }))
  expect(await cancelByLink(buyer, link)).toMatchObject({ refusal: { code: 'order-packed' } })
  mustBe(await unpackOrder(seller, { orderId }))
  mustBe(await weigh(1700))
  mustBe(await packOrder(seller, { orderId }))
  mustBe(await handOver(seller, { orderId, acceptShort: false, note: '' }))
  expect((await view()).weight).toMatchObject({ mayRefuse: false })
  expect(await cancelByLink(buyer, link)).toMatchObject({ refusal: { code: 'order-closed' } })
})

test('weighed again the order is owed by the last weighing; what lies in its parcel is not weighed, and the same weights tell nobody twice', async () => {
  const { seller, orderId, weigh, lineId } = await anOrder(1)
  mustBe(await weigh(1900))
  mustBe(await weigh(1950))
  mustBe(await weigh(1950))
  const rows = await db.selectFrom('weighing').where('order_line_id', '=', lineId).select('sum_vnd').orderBy('sum_vnd').execute()
  expect(rows.map((row) => row.sum_vnd)).toEqual([342_000, 351_000])
  const told = await db
    .selectFrom('audit_entry')
    .where('subject_id', '=', orderId)
    .where('action', '=', 'order.weighed')
    .select('action')
    .execute()
  expect(told).toHaveLength(2)
  mustBe(await packOrder(seller, { orderId }))
  expect(await weigh(1900)).toMatchObject({ refusal: { code: 'packed-already' } })
  mustBe(await unpackOrder(seller, { orderId }))
  mustBe(await weigh(1900))
})

test('once money went back by a weighing, the same goods cost no more', async () => {
  const { seller, weigh, money } = await anOrder(1)
  mustBe(await weigh(1900))
  mustBe(await refundPayment(seller, money(54_000)))
  expect(await weigh(2000)).toMatchObject({ refusal: { code: 'refunded-by-weight', mostVnd: 357_000 } })
  mustBe(await weigh(1850))
})

test('an order that was given up and stands again is weighed again: its goods may come from other lots', async () => {
  const { seller, orderId, weigh, view } = await anOrder(1)
  mustBe(await weigh(1900))
  mustBe(await cancelOrder(seller, { orderId, note: 'Gà bệnh' }))
  mustBe(await reopenOrder(seller, { orderId }))
  expect(await view()).toMatchObject({ facts: { unweighed: true } })
  expect(await packOrder(seller, { orderId })).toMatchObject({ refusal: { code: 'not-weighed' } })
  expect(mustBe(await weigh(2000))).toEqual({ sumVnd: 375_000 })
})

test('nobody weighs the orders of another seller, and what the scale said is never altered', async () => {
  const { orderId, lineId, weigh } = await anOrder(1)
  const { person } = await aProducer(as, { name: 'Cơ sở khác' })
  await expect(weighOrder(as(person), { orderId, grams: { [lineId]: [1900] } })).rejects.toThrow()
  mustBe(await weigh(1900))
  await expect(db.updateTable('weighing').set({ sum_vnd: 1 }).where('order_line_id', '=', lineId).execute()).rejects.toThrow()
  await expect(db.updateTable('order_line').set({ reduced_vnd: 400_000 }).where('id', '=', lineId).execute()).rejects.toThrow()
})
