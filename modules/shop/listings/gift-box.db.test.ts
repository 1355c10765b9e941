import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { addPack } from '../../catalogue/index.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { visitor } from '../../identity/index.ts'
import { aGiftBox, anOrderForm, aReader, aShop, mustBe, stockMustBeIntact, withLaw } from '../fixtures.ts'
import {
  addToCart,
  cancelOrder,
  confirmPayment,
  cutGoods,
  findCart,
  findFeed,
  findOrderByLink,
  findOwnOffer,
  findPacking,
  findPriceList,
  findReadiness,
  listingsFor,
  listingsToRead,
  offerOf,
  openAhead,
  pauseListing,
  placeOrder,
  printPackingLists,
  printPickingList,
  resumeListing,
  saveListing,
} from '../index.ts'
import { byBox, contentsOf, picksOf } from '../rules.ts'
import type { OrderId } from '../rules/ids.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const now = '2026-11-23T10:00:00+07:00'
const as: typeof asAt = (actor, moment = now) => asAt(actor, moment)
const buyer = as(visitor)

beforeAll(() => withLaw(as))
afterEach(() => stockMustBeIntact(db))

const reserved = async (lotIds: readonly string[]) => {
  const rows = await db
    .selectFrom('stock_balance')
    .where('lot_id', 'in', lotIds as never)
    .select(['lot_id', 'reserved', 'on_hand'])
    .execute()
  return lotIds.map((id) => rows.find(({ lot_id }) => lot_id === id)!.reserved)
}

test('B3: a box and a loose pack of the same product are picked one after the other from one shelf, and never count on the same jar', async () => {
  const shop = await aGiftBox(as, { first: 4, second: 10 })
  // Two boxes need four jars: there is none left for a fifth.
  const both = [
    { listingId: shop.boxId, quantity: 2 },
    { listingId: shop.listingId, quantity: 1 },
  ]
  expect(await placeOrder(buyer, anOrderForm(both))).toMatchObject({
    refusal: { code: 'sold-out', items: [{ listingId: shop.listingId, wanted: 1, available: 0 }] },
  })
  expect(await placeOrder(buyer, anOrderForm(both.toReversed()))).toMatchObject({
    refusal: { code: 'sold-out', items: [{ listingId: shop.boxId, wanted: 2, available: 1 }] },
  })
  const { cartId } = mustBe(await addToCart(buyer, { listingId: shop.boxId, quantity: 2 }))
  mustBe(await addToCart(buyer, { cartId, listingId: shop.listingId, quantity: 1 }))
  expect((await findCart(buyer, cartId)).sellers[0]!.lines.map(({ problem }) => problem)).toEqual([null, { code: 'sold-out' }])
  mustBe(
    await placeOrder(
      buyer,
      anOrderForm([
        { listingId: shop.boxId, quantity: 1 },
        { listingId: shop.listingId, quantity: 2 },
      ]),
    ),
  )
  expect(await reserved([shop.lotId, shop.tinLotId])).toEqual([4, 1])
  expect((await listingsFor(db, [shop.productId], buyer.now)).map(({ available }) => available)).toEqual([0, 0])
})

test('B3: thirty-two clients who race for a box and a loose pack get exactly what lies there, and everyone else a clear answer', async () => {
  const shop = await aGiftBox(as, { first: 11, second: 40 })
  const results = await Promise.all(
    Array.from({ length: 32 }, (_, n) => {
      const lines = [
        { listingId: shop.boxId, quantity: 1 },
        { listingId: shop.listingId, quantity: 1 },
      ]
      // Some want one of them, some both, in either order.
      const wanted = [lines, lines.toReversed(), [lines[0]!], [lines[1]!]][n % 4]!
      return placeOrder(buyer, anOrderForm(wanted))
    }),
  )
  for (const result of results) if (!result.ok) expect(result.refusal.code).toBe('sold-out')
  const held = await db
    .selectFrom('reservation')
    .where('lot_id', '=', shop.lotId)
    .where('status', '=', 'held')
    .select((eb) => eb.fn.sum<number>('quantity').as('sum'))
    .executeTakeFirstOrThrow()
  const [jars] = await reserved([shop.lotId])
  expect(Number(held.sum)).toBe(jars)
  // A box takes two jars, so one may be left that nobody who came could use.
  expect(jars).toBeGreaterThanOrEqual(10)
  expect(jars).toBeLessThanOrEqual(11)
})

test('a box becomes a line for each pack in it, and the lines add up to its price', async () => {
  const shop = await aGiftBox(as, { priceVnd: 250_001 })
  const placed = mustBe(await placeOrder(buyer, anOrderForm([{ listingId: shop.boxId, quantity: 3 }], { seenVnd: 750_003 })))
  const { order } = await findOrderByLink(buyer, { code: placed.orders[0]!.code, secret: placed.secret })
  expect(order.totalVnd).toBe(750_003)
  expect(order.lines.reduce((sum, { lineTotalVnd }) => sum + lineTotalVnd, 0)).toBe(750_003)
  for (const line of order.lines) {
    expect(line.lineTotalVnd).toBe(line.unitPriceVnd * line.quantity)
    expect(line.box).toMatchObject({ quantity: 3, priceVnd: 250_001, name: expect.stringContaining('Hộp quà Tết') })
    expect(line.stars).toBe(4)
  }
  const numbers = Map.groupBy(order.lines, ({ packId }) => packId)
  expect([...numbers].map(([packId, lines]) => [packId, lines.reduce((sum, { quantity }) => sum + quantity, 0)]).toSorted()).toEqual(
    [
      [shop.jar.packId, 6],
      [shop.tin.packId, 3],
    ].toSorted(),
  )
})

test('what is in an order stays when its seller puts something else into the box, and what is changed is read anew', async () => {
  const shop = await aGiftBox(as)
  const placed = mustBe(await placeOrder(buyer, anOrderForm([{ listingId: shop.boxId, quantity: 1 }])))
  const link = { code: placed.orders[0]!.code, secret: placed.secret }
  const before = (await findOrderByLink(buyer, link)).order.lines
  const parts = [{ packId: shop.tin.packId, quantity: 2 }]
  mustBe(await saveListing(shop.seller, { ...shop.wish, parts }))
  expect((await findOrderByLink(buyer, link)).order.lines).toEqual(before)
  expect((await findOwnOffer(shop.seller, { productId: shop.productId, packId: shop.boxPackId })).listing).toMatchObject({ waits: true })
  const [read] = await listingsToRead(as(aReader), [shop.boxId])
  expect(read!.parts).toMatchObject([{ number: 2, productSlug: expect.any(String) }])
})

test('a part that is not sold any more takes the box from the shelf, and its seller is told which', async () => {
  const shop = await aGiftBox(as)
  const { cartId } = mustBe(await addToCart(buyer, { listingId: shop.boxId, quantity: 1 }))
  mustBe(await pauseListing(shop.seller, { listingId: shop.tinId }))
  expect(await placeOrder(buyer, anOrderForm([{ listingId: shop.boxId, quantity: 1 }]))).toMatchObject({
    refusal: { code: 'not-for-sale' },
  })
  expect((await findCart(buyer, cartId)).sellers[0]!.lines[0]!.problem).toEqual({ code: 'not-for-sale' })
  expect((await listingsFor(db, [shop.productId], buyer.now)).map(({ listingId }) => listingId)).toEqual([shop.listingId])
  const own = await findOwnOffer(shop.seller, { productId: shop.productId, packId: shop.boxPackId })
  expect(own.available).toBe(0)
  expect(own.parts.map(({ problem }) => problem)).toEqual([null, 'part-not-sold'])
  mustBe(await resumeListing(shop.seller, { listingId: shop.tinId }))
  mustBe(await placeOrder(buyer, anOrderForm([{ listingId: shop.boxId, quantity: 1 }])))
})

test('a recalled lot of one part leaves as many boxes as the others give', async () => {
  const shop = await aGiftBox(as)
  expect((await offerOf(buyer, shop.productId))!.listings.find(({ listingId }) => listingId === shop.boxId)).toMatchObject({
    available: 5,
    box: [{ number: 2 }, { number: 1 }],
  })
  await db
    .updateTable('lot')
    .set({ status: 'recalled', recall_reason: 'Kiểm nghiệm không đạt', recalled_at: new Date(now) })
    .where('id', '=', shop.tinLotId)
    .execute()
  expect(await placeOrder(buyer, anOrderForm([{ listingId: shop.boxId, quantity: 1 }]))).toMatchObject({
    refusal: { code: 'sold-out', items: [{ available: 0 }] },
  })
})

test('no box is put together of what is a box, sold ahead, twice in it or another seller’s', async () => {
  const shop = await aGiftBox(as)
  const other = await aShop(as)
  const stranger = await findOwnOffer(as(other.person), { productId: other.productId })
  const { packId } = mustBe(await addPack(shop.seller, { productId: shop.productId, name: 'Hộp lớn', gtin: null }))
  const save = (parts: { packId: typeof packId; quantity: number }[]) => saveListing(shop.seller, { ...shop.wish, packId, parts })
  expect(await save([{ packId: stranger.packId, quantity: 2 }])).toMatchObject({ refusal: { code: 'part-not-sold', row: 0 } })
  expect(await save([{ packId: shop.boxPackId, quantity: 2 }])).toMatchObject({ refusal: { code: 'part-is-box', row: 0 } })
  const terms = { kind: 'made-to-order', offered: 5, pays: 'now', leadLeast: 1, leadMost: 2, period: 'week' } as const
  expect(await openAhead(shop.seller, { listingId: shop.boxId, ...terms })).toMatchObject({ refusal: { code: 'ahead-box' } })
  mustBe(await openAhead(shop.seller, { listingId: shop.tinId, ...terms }))
  expect(await save([{ packId: shop.tin.packId, quantity: 2 }])).toMatchObject({ refusal: { code: 'part-ahead', row: 0 } })
  // What was promised is not on the shelf: the box that has it in it rests meanwhile.
  expect(await placeOrder(buyer, anOrderForm([{ listingId: shop.boxId, quantity: 1 }]))).toMatchObject({
    refusal: { code: 'not-for-sale' },
  })
})

test('a box is given to several receivers whole, each with its lots, and none of them has a jar of another', async () => {
  const shop = await aGiftBox(as)
  const receiver = (name: string, boxes: number) => ({
    name,
    phone: '0913000900',
    address: 'Ấp Chợ, xã Cầu Kè, Vĩnh Long',
    gift: true,
    card: 'Chúc mừng năm mới',
    counts: { [shop.boxId]: boxes },
  })
  const form = anOrderForm([{ listingId: shop.boxId, quantity: 3 }], {
    receivers: [receiver('Cô Ba', 1), receiver('Chú Tư', 2)],
    seenVnd: 750_000,
  })
  const placed = mustBe(await placeOrder(buyer, form))
  const orders = await Promise.all(placed.orders.map(({ code }) => findOrderByLink(buyer, { code, secret: placed.secret })))
  expect(orders.map(({ order }) => [order.totalVnd, order.lines[0]!.box!.quantity]).toSorted()).toEqual(
    [
      [250_000, 1],
      [500_000, 2],
    ].toSorted(),
  )
  expect(await reserved([shop.lotId, shop.tinLotId])).toEqual([6, 3])
})

test('boxes that nobody paid for in time are found and given back when a loose jar is asked for, and opened again only while there is enough', async () => {
  const shop = await aGiftBox(as, { first: 4 })
  const placed = mustBe(await placeOrder(buyer, anOrderForm([{ listingId: shop.boxId, quantity: 2 }])))
  const later = as(visitor, '2026-11-23T12:00:00+07:00')
  mustBe(await placeOrder(later, anOrderForm([{ listingId: shop.listingId, quantity: 1 }])))
  expect(await reserved([shop.lotId, shop.tinLotId])).toEqual([1, 0])
  // Late money: of four jars three are there, and two boxes want four.
  const [order] = placed.orders
  const money = { orderId: order!.id, amountVnd: 500_000, reference: '', note: '', requestKey: newId('key') }
  mustBe(await confirmPayment(as(shop.person, '2026-11-23T12:10:00+07:00'), money))
  expect(await reserved([shop.lotId, shop.tinLotId])).toEqual([1, 0])
})

test('catalogues of others, the price list for shops and the forms of marketplaces leave a box out', async () => {
  const shop = await aGiftBox(as)
  const feed = await findFeed(buyer, { product: (slug) => slug, photo: (hash) => hash })
  const told = [...feed.items.map(({ title }) => title), ...feed.leftOut.map(({ title }) => title)]
  expect(told.some((title) => title.includes('200 g'))).toBe(true)
  expect(told.some((title) => title.includes('Hộp quà'))).toBe(false)
  expect((await findPriceList(shop.seller)).rows.map(({ packId }) => packId)).not.toContain(shop.boxPackId)
  expect((await findReadiness(shop.seller)).map(({ packs }) => packs)).toEqual([1, 1])
})

test('a buyer takes out whole boxes, and never a part of one', async () => {
  const shop = await aGiftBox(as)
  const placed = mustBe(
    await placeOrder(
      buyer,
      anOrderForm([
        { listingId: shop.boxId, quantity: 3 },
        { listingId: shop.listingId, quantity: 1 },
      ]),
    ),
  )
  const link = { code: placed.orders[0]!.code, secret: placed.secret }
  const inBox = (await findOrderByLink(buyer, link)).order.lines.filter(({ box }) => box !== null)
  expect(await cutGoods(buyer, link, { left: { [inBox[0]!.id]: 0 }, boxes: {} })).toMatchObject({ refusal: { code: 'cut-box' } })
  expect(await cutGoods(buyer, link, { left: {}, boxes: { [shop.boxId]: 4 } })).toMatchObject({ refusal: { code: 'cut-is-more' } })
  mustBe(await cutGoods(buyer, link, { left: {}, boxes: { [shop.boxId]: 1 } }))
  const { order } = await findOrderByLink(buyer, link)
  expect(order.facts.owedVnd).toBe(250_000 + 85_000)
  expect(await reserved([shop.lotId, shop.tinLotId])).toEqual([3, 1])
})

test('the packing list says what lies in each box, with the lot of each jar, and the labels and picking list add up', async () => {
  const shop = await aGiftBox(as)
  const placed = mustBe(
    await placeOrder(
      buyer,
      anOrderForm([
        { listingId: shop.boxId, quantity: 2 },
        { listingId: shop.listingId, quantity: 1 },
      ]),
    ),
  )
  const [{ id: orderId }] = placed.orders as [{ id: OrderId; code: string }, ...unknown[]]
  const money = { orderId, amountVnd: 585_000, reference: '', note: '', requestKey: newId('key') }
  mustBe(await confirmPayment(shop.seller, money))
  const { orders } = await findPacking(shop.seller)
  const groups = byBox(orders[0]!.lines)
  expect(groups.map(({ box, lines }) => [box?.quantity ?? null, lines.reduce((sum, { quantity }) => sum + quantity, 0)])).toEqual([
    [null, 1],
    [2, 6],
  ])
  const [box] = groups.filter((group) => group.box !== null)
  expect(
    contentsOf(box!.box!, box!.lines)
      .map(({ each, packId }) => [packId, each])
      .toSorted(),
  ).toEqual(
    [
      [shop.jar.packId, 2],
      [shop.tin.packId, 1],
    ].toSorted(),
  )
  const papers = await Promise.all([printPackingLists(shop.seller, [orderId]), printPickingList(shop.seller, [orderId])])
  for (const paper of papers) expect(mustBe(paper).length).toBeGreaterThan(1000)
  const picks = picksOf(orders)
  expect(picks.map(({ packId, lotId, quantity }) => [packId, lotId, quantity]).toSorted()).toEqual(
    [
      [shop.jar.packId, shop.lotId, 5],
      [shop.tin.packId, shop.tinLotId, 2],
    ].toSorted(),
  )
})

test('an order with a box is cancelled as a whole, and each pack goes back to its lot', async () => {
  const shop = await aGiftBox(as)
  const placed = mustBe(await placeOrder(buyer, anOrderForm([{ listingId: shop.boxId, quantity: 2 }])))
  mustBe(await cancelOrder(shop.seller, { orderId: placed.orders[0]!.id, note: 'Khách đổi ý' }))
  expect(await reserved([shop.lotId, shop.tinLotId])).toEqual([0, 0])
})
