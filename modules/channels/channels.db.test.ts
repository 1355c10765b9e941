import { testDatabase } from '@dacsan/platform/testing'
import { readXlsx } from 'hucre/xlsx'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { pagesOfPdf } from '../../packages/papers/test-reading.ts'
import { visitor } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { anOrderForm, aListing, aShop, mustBe, stockMustBeIntact, withLaw } from '../shop/fixtures.ts'
import { placeOrder } from '../shop/index.ts'
import { shopeeIncome, shopeeOrders } from './fixtures.ts'
import {
  answerGoods,
  answerSettlement,
  channelSalesOf,
  findChannelFile,
  findChannelOrder,
  findChannelQueue,
  nameGoods,
  netPricesOf,
  openShop,
  printWithChannels,
  readChannelFile,
  takeChannelFile,
} from './index.ts'
import { channelsIntegrityChecks } from './integrity-checks.ts'

const { db, as: asAt } = await testDatabase<Tables>()
const as = (actor: Actor, moment = '2026-11-23T10:00:00+07:00') => asAt(actor, moment)

beforeAll(() => withLaw(as))

/** A seller with goods on the own shelf and a shop on Shopee. */
async function world({ stock = 10 } = {}) {
  const shop = await aShop(as, { stock })
  const seller: Ctx = as(shop.person)
  const { shopId } = mustBe(await openShop(seller, { channel: 'shopee', name: 'Dừa sáp', goodsFrom: '2026-11-20' }))
  const { id: packId } = await db.selectFrom('pack_card').where('product_id', '=', shop.productId).select('id').executeTakeFirstOrThrow()
  const read = async (kind: 'orders' | 'settlement', file: { name: string; bytes: Uint8Array }) =>
    mustBe(await readChannelFile(seller, { shopId, kind }, file)).fileId
  const take = async (kind: 'orders' | 'settlement', file: { name: string; bytes: Uint8Array }) =>
    mustBe(await takeChannelFile(seller, { fileId: await read(kind, file) }))
  const shelf = async () => {
    const rows = await db.selectFrom('stock_balance_card').where('pack_id', '=', packId).select('on_hand').execute()
    return rows.reduce((sum, row) => sum + row.on_hand, 0)
  }
  const orderOf = (number: string) =>
    db.selectFrom('channel_order').where('number', '=', number).where('shop_id', '=', shopId).selectAll().executeTakeFirstOrThrow()
  return {
    ...shop,
    seller,
    shopId,
    packId,
    read,
    take,
    shelf,
    orderOf,
    name: () => nameGoods(seller, { shopId, sku: 'HU-200', packId, packsEach: 1 }),
  }
}
const isIntact = async () => {
  await stockMustBeIntact(db)
  expect((await channelsIntegrityChecks!['channel-goods']!.check({ db } as never)).faults).toEqual([])
}

describe('a file of orders', () => {
  test('takes goods out of the one stock, once its codes are known, and remembers the codes', async () => {
    const it = await world()
    const fileId = await it.read('orders', shopeeOrders([{ number: '26A', quantity: 2 }, { number: '26B' }]))
    expect(await findChannelFile(it.seller, fileId)).toMatchObject({ counts: { fresh: 2, known: 0 }, unnamed: 1 })
    expect(mustBe(await takeChannelFile(it.seller, { fileId }))).toMatchObject({ fresh: 2, waiting: 2 })
    expect(await it.shelf()).toBe(10)
    expect((await findChannelQueue(it.seller)).skus).toMatchObject([{ sku: 'HU-200', orders: 2 }])
    expect(mustBe(await it.name())).toEqual({ left: 2 })
    expect(await it.shelf()).toBe(7)
    expect(await it.take('orders', shopeeOrders([{ number: '26C', quantity: 3 }]))).toMatchObject({ fresh: 1, waiting: 0 })
    expect(await it.shelf()).toBe(4)
    // What is sold elsewhere is not sold here any more.
    expect(await placeOrder(as(visitor), anOrderForm([{ listingId: it.listingId, quantity: 5 }]))).toMatchObject({ ok: false })
    mustBe(await placeOrder(as(visitor), anOrderForm([{ listingId: it.listingId, quantity: 4 }])))
    // And what buyers hold here is not sold there.
    expect(await it.take('orders', shopeeOrders([{ number: '26D' }]))).toMatchObject({ waiting: 1 })
    await isIntact()
  })

  test('sent twice, at once, or overlapping another one books nothing twice', async () => {
    const it = await world()
    mustBe(await it.name())
    const file = shopeeOrders([{ number: '26A' }, { number: '26B' }])
    const drafts = await Promise.all([it.read('orders', file), it.read('orders', file), it.read('orders', file)])
    const taken = await Promise.all(drafts.map((fileId) => takeChannelFile(it.seller, { fileId })))
    expect(taken.map((one) => (one.ok ? 'taken' : one.refusal.code)).toSorted()).toEqual(['file-known', 'file-known', 'taken'])
    expect(await readChannelFile(it.seller, { shopId: it.shopId, kind: 'orders' }, file)).toMatchObject({ refusal: { code: 'file-known' } })
    const overlapping = shopeeOrders([{ number: '26B', status: 'Đang giao' }, { number: '26A' }, { number: '26C' }])
    expect(await it.take('orders', overlapping)).toMatchObject({ fresh: 1, changed: 1, known: 1 })
    expect(await it.shelf()).toBe(7)
    // An older file that comes later leads nothing back.
    expect(await it.take('orders', shopeeOrders([{ number: '26B', status: 'Chờ giao hàng' }]))).toMatchObject({ known: 1, changed: 0 })
    expect(await it.orderOf('26B')).toMatchObject({ state: 'shipped' })
    await isIntact()
  })

  test('of two at the same time takes the last piece once', async () => {
    const it = await world({ stock: 1 })
    mustBe(await it.name())
    const other = mustBe(await openShop(it.seller, { channel: 'lazada', name: 'Dừa sáp', goodsFrom: '2026-11-20' }))
    mustBe(await nameGoods(it.seller, { shopId: other.shopId, sku: 'HU-200', packId: it.packId, packsEach: 1 }))
    const lazada = 'orderNumber;status;createTime;sellerSku;itemName;unitPrice\n26042290;pending;23 Nov 2026;HU-200;Mứt;85000.00'
    const second = mustBe(
      await readChannelFile(
        it.seller,
        { shopId: other.shopId, kind: 'orders' },
        { name: 'l.csv', bytes: new TextEncoder().encode(lazada) },
      ),
    )
    const first = await it.read('orders', shopeeOrders([{ number: '26A' }]))
    const taken = await Promise.all([first, second.fileId].map(async (fileId) => mustBe(await takeChannelFile(it.seller, { fileId }))))
    expect(taken.map(({ waiting }) => waiting).toSorted()).toEqual([0, 1])
    expect(await it.shelf()).toBe(0)
    await isIntact()
  })

  test('keeps no name, telephone or address of a buyer, only what was masked', async () => {
    const it = await world()
    await it.take(
      'orders',
      shopeeOrders([
        { number: '26A', buyer: 'n***a' },
        { number: '26B', buyer: 'nguyenvanan' },
      ]),
    )
    expect([(await it.orderOf('26A')).buyer_masked, (await it.orderOf('26B')).buyer_masked]).toEqual(['n***a', null])
    const kept = JSON.stringify(
      await Promise.all([db.selectFrom('channel_order').selectAll().execute(), db.selectFrom('channel_file').selectAll().execute()]),
    )
    expect(kept).not.toMatch(/Nguyễn Văn An|0912345678|nguyenvanan/)
  })

  test('of before the shop counts here is kept and moves nothing', async () => {
    const it = await world()
    mustBe(await it.name())
    await it.take('orders', shopeeOrders([{ number: '26A', on: '2026-11-19 23:00', status: 'Hoàn thành' }]))
    expect([await it.shelf(), (await it.orderOf('26A')).goods]).toEqual([10, 'outside'])
  })

  test('tells each fault by its place, and the other orders are taken', async () => {
    const it = await world()
    const fileId = await it.read('orders', shopeeOrders([{ number: '26A' }, { number: '26B', status: 'Đang suy nghĩ' }]))
    expect((await findChannelFile(it.seller, fileId)).faults).toEqual({
      faults: [{ code: 'status-unknown', row: 3, column: 'Trạng Thái Đơn Hàng', value: 'Đang suy nghĩ' }],
      unread: ['Tên Người nhận', 'Số điện thoại'],
    })
    expect(mustBe(await takeChannelFile(it.seller, { fileId }))).toMatchObject({ fresh: 1 })
    const none = await readChannelFile(
      it.seller,
      { shopId: it.shopId, kind: 'orders' },
      { name: 'x.csv', bytes: new TextEncoder().encode('a;b\n1;2') },
    )
    expect(none).toMatchObject({ refusal: { code: 'file-unknown', faults: [{ code: 'no-headings' }] } })
  })

  test('whose goods are too few waits in the queue, nothing goes below zero, and goods that are packed later leave at one tap', async () => {
    const it = await world({ stock: 2 })
    mustBe(await it.name())
    await it.take('orders', shopeeOrders([{ number: '26A', quantity: 3 }]))
    const [order] = (await findChannelQueue(it.seller)).orders
    expect([order!.why, await it.shelf()]).toEqual(['short', 2])
    expect(await answerGoods(it.seller, { orderId: order!.id, answer: 'again', note: '' })).toMatchObject({
      refusal: { code: 'goods-short', missing: 1 },
    })
    mustBe(await answerGoods(it.seller, { orderId: order!.id, answer: 'outside', note: 'Lấy từ vườn' }))
    expect((await findChannelQueue(it.seller)).orders).toEqual([])
    expect(await answerGoods(it.seller, { orderId: order!.id, answer: 'again', note: '' })).toMatchObject({
      refusal: { code: 'goods-answered' },
    })
    await isIntact()
  })

  test('that was cancelled before it was sent lies on the shelf again; one that comes back later is asked about', async () => {
    const it = await world()
    mustBe(await it.name())
    await it.take(
      'orders',
      shopeeOrders([{ number: '26A' }, { number: '26B', status: 'Đang giao' }, { number: '26C', status: 'Đang giao' }]),
    )
    expect(await it.shelf()).toBe(7)
    await it.take(
      'orders',
      shopeeOrders([
        { number: '26A', status: 'Đã hủy' },
        { number: '26B', status: 'Trả hàng/Hoàn tiền' },
        { number: '26C', status: 'Đã hủy' },
      ]),
    )
    expect([await it.shelf(), (await it.orderOf('26A')).goods]).toEqual([8, 'back'])
    const queue = await findChannelQueue(it.seller)
    expect(queue.orders.map(({ number, why }) => [number, why])).toEqual([['26B', 'asked'], ['26C', 'asked']]) // prettier-ignore
    mustBe(await answerGoods(it.seller, { orderId: queue.orders[0]!.id, answer: 'back', note: '' }))
    mustBe(await answerGoods(it.seller, { orderId: queue.orders[1]!.id, answer: 'kept', note: '' }))
    expect(await it.shelf()).toBe(9)
    expect((await findChannelOrder(it.seller, queue.orders[0]!.id)).goodsMoved.map(({ direction, quantity }) => [direction, quantity])).toEqual([['out', 1], ['back', 1]]) // prettier-ignore
    await isIntact()
  })

  test('of another seller is not there', async () => {
    const [one, other] = [await world(), await world()]
    const fileId = await one.read('orders', shopeeOrders([{ number: '26A' }]))
    await expect(findChannelFile(other.seller, fileId)).rejects.toThrow()
    await expect(takeChannelFile(other.seller, { fileId })).rejects.toThrow()
    await expect(readChannelFile(other.seller, { shopId: one.shopId, kind: 'orders' }, shopeeOrders([]))).rejects.toThrow()
    await expect(nameGoods(other.seller, { shopId: one.shopId, sku: 'HU-200', packId: other.packId, packsEach: 1 })).rejects.toThrow()
    expect(await nameGoods(one.seller, { shopId: one.shopId, sku: 'HU-200', packId: other.packId, packsEach: 1 })).toMatchObject({
      refusal: { code: 'pack-unknown' },
    })
  })

  test('takes so many packs as one piece of the marketplace holds, first those that expire first', async () => {
    const it = await world({ stock: 5 })
    mustBe(await nameGoods(it.seller, { shopId: it.shopId, sku: 'COMBO-2', packId: it.packId, packsEach: 2 }))
    await it.take('orders', shopeeOrders([{ number: '26A', sku: 'COMBO-2', quantity: 2 }]))
    expect(await it.shelf()).toBe(1)
    expect(await nameGoods(it.seller, { shopId: it.shopId, sku: 'COMBO-2', packId: it.packId, packsEach: 3 })).toMatchObject({
      refusal: { code: 'sku-named' },
    })
    // Our own files write a pack by its id.
    await aListing(as, { person: it.person, producerId: it.producerId })
    await it.take('orders', shopeeOrders([{ number: '26B', sku: it.packId }]))
    expect(await it.shelf()).toBe(0)
    await isIntact()
  })
})

describe('a settlement', () => {
  test('is matched to its orders to the đồng, and only what differs waits', async () => {
    const it = await world()
    mustBe(await it.name())
    await it.take('orders', shopeeOrders([{ number: '26A' }, { number: '26B' }, { number: '26C' }]))
    const rows = [
      { number: '26A' },
      { number: '26B', gross: 80_000 },
      { number: '26C', net: 70_000 },
      { number: '26X' },
      { number: '26A', on: '2026-11-24' },
      { number: '26B', gross: 0, fee: 5000 },
    ]
    const fileId = await it.read('settlement', shopeeIncome(rows))
    expect((await findChannelFile(it.seller, fileId)).settlements.map(({ state }) => state)).toEqual([
      'exact',
      'differs',
      'unexplained',
      'unknown',
      'twice',
      'fees',
    ])
    expect(mustBe(await takeChannelFile(it.seller, { fileId }))).toEqual({ fresh: 6, known: 0 })
    const { settlements } = await findChannelQueue(it.seller)
    expect(settlements.find(({ state }) => state === 'unexplained')!.fees).toEqual([{ name: 'Phí cố định', vnd: 10_200 }])
    expect(Object.fromEntries(settlements.map(({ state, number }) => [state, number]))).toEqual({
      differs: '26B',
      unexplained: '26C',
      unknown: '26X',
      twice: '26A',
    })
    const [differs, , unknown] = ['differs', 'unexplained', 'unknown'].map((state) => settlements.find((row) => row.state === state)!)
    expect(await answerSettlement(it.seller, { settlementId: differs!.id, answer: 'claimed', note: '' })).toMatchObject({
      refusal: { code: 'reason-missing' },
    })
    expect(await answerSettlement(it.seller, { settlementId: differs!.id, answer: 'set-aside', note: 'x' })).toMatchObject({
      refusal: { code: 'answer-not-offered' },
    })
    mustBe(await answerSettlement(it.seller, { settlementId: differs!.id, answer: 'claimed', note: 'Thiếu 5.000' }))
    expect(await answerSettlement(it.seller, { settlementId: differs!.id, answer: 'accepted', note: '' })).toMatchObject({
      refusal: { code: 'settlement-answered' },
    })
    // The order comes later: the row fits by itself.
    await it.take('orders', shopeeOrders([{ number: '26X' }]))
    expect((await findChannelQueue(it.seller)).settlements.some(({ id }) => id === unknown!.id)).toBe(false)
  })

  test('of an overlapping file is not taken twice, and rows that are alike in one file are two', async () => {
    const it = await world()
    const rows = [{ number: '26A', gross: 0, fee: 1000 }, { number: '26A', gross: 0, fee: 1000 }, { number: '26B' }]
    expect(await it.take('settlement', shopeeIncome(rows))).toEqual({ fresh: 3, known: 0 })
    expect(await it.take('settlement', shopeeIncome([...rows, { number: '26C' }]))).toEqual({ fresh: 1, known: 3 })
  })

  test('stands in the statement of a period apart from what was sold here', async () => {
    const it = await world()
    mustBe(await it.name())
    await it.take(
      'orders',
      shopeeOrders([
        { number: '26A', quantity: 2 },
        { number: '26B', status: 'Đã hủy' },
      ]),
    )
    await it.take('settlement', shopeeIncome([{ number: '26A', gross: 170_000, fee: 20_400 }]))
    expect(await channelSalesOf(it.seller, { from: '2026-11-01', to: '2026-11-30' })).toEqual([
      { channel: 'shopee', shopName: 'Dừa sáp', orders: 1, soldVnd: 170_000, grossVnd: 170_000, feesVnd: 20_400, netVnd: 149_600 },
    ])
    expect(await channelSalesOf(it.seller, { from: '2026-10-01', to: '2026-10-31' })).toMatchObject([{ orders: 0, soldVnd: 0, netVnd: 0 }])
  })

  test('stands on the statement that is printed and in its workbook, shop by shop, to the đồng, and in none of its sums', async () => {
    const it = await world()
    mustBe(await it.name())
    mustBe(await openShop(it.seller, { channel: 'lazada', name: 'Dừa sáp Cầu Kè', goodsFrom: '2026-11-20' }))
    await it.take('orders', shopeeOrders([{ number: '26A', quantity: 2 }]))
    await it.take('settlement', shopeeIncome([{ number: '26A', gross: 170_000, fee: 20_401 }]))
    const november = { from: '2026-11-01', to: '2026-11-30' }
    const pages = (await pagesOfPdf(mustBe(await printWithChannels(it.seller, november, 'pdf')))).join(' ')
    for (const said of ['Bán trên sàn khác', 'Shopee', 'Dừa sáp Cầu Kè', '170.000', '20.401', '149.599']) expect(pages).toContain(said)
    const { sheets } = await readXlsx(mustBe(await printWithChannels(it.seller, november, 'xlsx')))
    const [orders, sales] = [
      sheets.find(({ name }) => name === 'Bảng kê bán hàng')!,
      sheets.find(({ name }) => name === 'Bán trên sàn khác')!,
    ]
    expect(orders.rows.flat()).not.toContain(170_000)
    const [lazada, shopee] = sales.rows.slice(1, -1).toSorted((a, b) => String(a[0]).localeCompare(String(b[0])))
    expect(lazada).toEqual(['Lazada', 'Dừa sáp Cầu Kè', 0, 0, 0, 0, 0])
    expect(shopee).toEqual(['Shopee', 'Dừa sáp', 1, 170_000, 170_000, 20_401, 149_599])
    expect(sales.rows.at(-1)!.slice(2)).toEqual([1, 170_000, 170_000, 20_401, 149_599])
    // Whoever sells nowhere else has the statement as it was.
    const { person } = await aShop(as)
    const { sheets: plain } = await readXlsx(mustBe(await printWithChannels(as(person), november, 'xlsx')))
    expect(plain.map(({ name }) => name)).not.toContain('Bán trên sàn khác')
  })
})

test('the price that is left on a marketplace is that of the fees of the day, and says that they are inferred', () => {
  expect(netPricesOf(100_000, '2026-11-30').map(({ channel, netVnd, isInferred }) => [channel, netVnd, isInferred])).toEqual([
    ['shopee', 79_090, true],
    ['tiktok-shop', 83_000, true],
    ['lazada', 84_000, true],
  ])
  expect(netPricesOf(100_000, '2025-01-01').map(({ netVnd }) => netVnd)).toEqual([100_000, 100_000, 100_000])
})
