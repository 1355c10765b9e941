import { NotFound } from '@dacsan/decisions'
import { testDatabase } from '@dacsan/platform/testing'
import { dong } from '@dacsan/vietnam'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import type { Actor } from '../../identity/index.ts'
import { ownPlaces } from '../../traceability/index.ts'
import { aDeliveryTable, aListing, aShop, mustBe, stockMustBeIntact, withLaw } from '../fixtures.ts'
import {
  addAgreedBuyer,
  agreeTerms,
  buyersToTake,
  findSellerOrder,
  lookUpOrder,
  offersToTake,
  pauseListing,
  quoteTaken,
  repeatOrder,
  saveDelivery,
  takeOrder,
  takeOrderInput,
} from '../index.ts'
import type { TakeOrderInput } from '../inputs.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const now = '2026-11-23T10:00:00+07:00'
const as = (actor: Actor) => asAt(actor, now)
beforeAll(() => withLaw(as))
afterEach(() => stockMustBeIntact(db))

let serial = 0
/** What the form of the page sends. */
const typed = (quantities: Record<string, string>, more: Record<string, string> = {}): TakeOrderInput =>
  takeOrderInput.parse({
    ...Object.fromEntries(Object.entries(quantities).map(([listingId, quantity]) => [`qty-${listingId}`, quantity])),
    requestKey: `form-of-the-counter-${(serial += 1)}`,
    buyerName: 'Bếp trường Cầu Kè',
    buyerPhone: `09${String(20_000_000 + serial)}`,
    buyerAddress: 'Ấp Chợ, xã Cầu Kè, Vĩnh Long',
    note: '',
    money: 'transfer',
    told: 'on',
    ...more,
  })

test('an order heard on the telephone holds goods at the price of the shelf, and says that its seller typed it', async () => {
  const shop = await aShop(as, { stock: 10, priceVnd: 85_000 })
  const seller = as(shop.person)
  const { orderId, code } = mustBe(await takeOrder(seller, typed({ [shop.listingId]: '3' })))
  const order = await findSellerOrder(seller, orderId)
  expect(order).toMatchObject({ totalVnd: 255_000, payment: 'awaiting', fulfilment: 'held', facts: { takenBySeller: true, onHold: true } })
  expect(order.moves[0]).toMatchObject({ move: 'place', byName: shop.person.name })
  expect(await offersToTake(seller)).toMatchObject([{ listingId: shop.listingId, available: 7 }])
  const group = await db
    .selectFrom('order_group')
    .innerJoin('shop_order', 'group_id', 'order_group.id')
    .where('code', '=', code)
    .select(['source', 'told_version', 'user_id', 'buyer_phone'])
    .executeTakeFirstOrThrow()
  expect(group).toMatchObject({ source: 'seller', told_version: 1, user_id: null })
  // The buyer opens it as any other buyer does.
  const link = mustBe(await lookUpOrder(as(visitor), { code, phone: group.buyer_phone }, '192.0.2.7'))
  expect(link).toMatchObject({ code })
})

test('money that the seller has seen is in the log with the order, and the form sent again changes nothing', async () => {
  const shop = await aShop(as, { stock: 10, priceVnd: 85_000 })
  const seller = as(shop.person)
  const form = typed({ [shop.listingId]: '2' }, { money: 'received' })
  const first = mustBe(await takeOrder(seller, form))
  expect(mustBe(await takeOrder(seller, form))).toEqual(first)
  expect(await findSellerOrder(seller, first.orderId)).toMatchObject({ payment: 'paid', receivedVnd: 170_000 })
  expect((await offersToTake(seller))[0]).toMatchObject({ available: 8 })
})

test('the same rules hold as for a buyer: what is on the shelf, limits, fees told before, the sum that was seen', async () => {
  const shop = await aShop(as, { stock: 10, priceVnd: 85_000, maxPerOrder: 8 })
  const seller = as(shop.person)
  await db.updateTable('producer').set({ commune_code: '29308' }).where('id', '=', shop.producerId).execute()
  const [place] = await ownPlaces(seller)
  mustBe(await saveDelivery(seller, { ...aDeliveryTable, pickupIds: [place!.id] }))
  expect(await takeOrder(seller, typed({ [shop.listingId]: '9' }))).toMatchObject({ refusal: { code: 'over-limit' } })
  expect(await takeOrder(seller, typed({ [shop.listingId]: '2' }, { seenVnd: '170000' }))).toMatchObject({
    refusal: { code: 'price-changed', nowVnd: 185_000 },
  })
  const asked = typed({ [shop.listingId]: '2' })
  expect(await quoteTaken(seller, asked)).toMatchObject({ ready: true, totalVnd: 185_000, commune: 'Xã Cầu Kè' })
  expect(await quoteTaken(seller, { ...asked, wish: place!.id })).toMatchObject({ ready: true, totalVnd: 170_000 })
  const form = typed({ [shop.listingId]: '2' }, { seenVnd: '170000', wish: place!.id })
  const { orderId } = mustBe(await takeOrder(seller, form))
  expect(await findSellerOrder(seller, orderId)).toMatchObject({ totalVnd: 170_000, delivery: { way: 'pickup' } })
})

test('a commune is found although it is typed without accents', async () => {
  const shop = await aShop(as, { stock: 10 })
  const seller = as(shop.person)
  mustBe(await saveDelivery(seller, aDeliveryTable))
  const quote = await quoteTaken(seller, typed({ [shop.listingId]: '1' }, { buyerAddress: 'ap cho, xa cau ke, vinh long' }))
  expect(quote).toMatchObject({ commune: 'Xã Cầu Kè', ready: true })
})

test('a seller writes orders of its own goods only', async () => {
  const [own, other] = [await aShop(as), await aShop(as)]
  const form = typed({ [own.listingId]: '1', [other.listingId]: '1' })
  expect(await takeOrder(as(own.person), form)).toMatchObject({
    refusal: { code: 'not-for-sale', items: [{ listingId: other.listingId }] },
  })
  await expect(takeOrder(as(visitor), form)).rejects.toThrow()
  await expect(
    repeatOrder(as(other.person), mustBe(await takeOrder(as(own.person), typed({ [own.listingId]: '1' }))).orderId),
  ).rejects.toThrow()
})

test('a past order begins a new one with what is on sale of it, and names what is not', async () => {
  const shop = await aShop(as, { stock: 10 })
  const seller = as(shop.person)
  const more = await aListing(as, shop, { stock: 5 })
  const { orderId, code } = mustBe(await takeOrder(seller, typed({ [shop.listingId]: '2', [more.listingId]: '1' })))
  mustBe(await pauseListing(seller, { listingId: more.listingId }))
  const again = await repeatOrder(seller, orderId)
  expect(again).toMatchObject({ code, lines: [{ listingId: shop.listingId, quantity: 2 }], buyer: { name: 'Bếp trường Cầu Kè' } })
  expect(again.gone).toHaveLength(1)
})

test('nobody is written down who was not told what becomes of their name and number, and nothing is ordered of nothing', () => {
  const form = { requestKey: 'form-of-the-counter-x', buyerName: 'Lan', buyerPhone: '0912345678', buyerAddress: 'Xã Cầu Kè', note: '' }
  const read = takeOrderInput.safeParse({ ...form, 'qty-lst_a': '', 'qty-lst_b': '0' })
  expect(read.error?.issues.map(({ path }) => path.join('.')).toSorted()).toEqual(['lines', 'told'])
})

test('whoever buys by agreement telephones and gets the agreed price, and the goods before money up to the limit; of another seller nobody', async () => {
  const [shop, other] = [await aShop(as, { stock: 50, priceVnd: 10_000 }), await aShop(as)]
  const seller = as(shop.person)
  const { buyerId } = mustBe(await addAgreedBuyer(seller, { kind: 'canteen', name: 'Bếp ăn', phone: '0912888001', taxCode: null }))
  const credit = { limitVnd: dong(40_000), dueDays: 15 }
  mustBe(await agreeTerms(seller, { buyerId, percent: 20, prices: [], fromOn: '2026-11-01', untilOn: '2026-12-31', credit }))
  expect(await buyersToTake(seller)).toMatchObject([{ id: buyerId, name: 'Bếp ăn' }])
  const asked = typed({ [shop.listingId]: '3' }, { agreedBuyerId: buyerId, money: 'account' })
  expect(await quoteTaken(seller, asked)).toMatchObject({ totalVnd: 24_000, account: { ok: true, leftVnd: 40_000 } })
  const { orderId } = mustBe(await takeOrder(seller, asked))
  expect(await findSellerOrder(seller, orderId)).toMatchObject({ totalVnd: 24_000, payment: 'on-account', facts: { takenBySeller: true } })
  expect(await takeOrder(seller, typed({ [shop.listingId]: '3' }, { agreedBuyerId: buyerId, money: 'account' }))).toMatchObject({
    refusal: { code: 'account-refused', items: [{ why: 'over-credit', leftVnd: 16_000 }] },
  })
  const byTransfer = mustBe(await takeOrder(seller, typed({ [shop.listingId]: '3' }, { agreedBuyerId: buyerId })))
  expect(await findSellerOrder(seller, byTransfer.orderId)).toMatchObject({ totalVnd: 24_000, payment: 'awaiting' })
  expect(await takeOrder(seller, typed({ [shop.listingId]: '1' }, { money: 'account' }))).toMatchObject({
    refusal: { items: [{ why: 'no-account' }] },
  })
  await expect(takeOrder(as(other.person), typed({ [other.listingId]: '1' }, { agreedBuyerId: buyerId }))).rejects.toThrow(NotFound)
})
