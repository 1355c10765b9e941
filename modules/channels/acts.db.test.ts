import { startCounterpart } from '@dacsan/marketplaces/counterpart'
import { testDatabase } from '@dacsan/platform/testing'
import { afterAll } from 'vitest'
import type { DB as Tables } from '../database.tables.ts'
import { system } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { mustBe } from '../shop/fixtures.ts'
import { shopWorld, worldDay } from '../shop/test-world.ts'
import { tryActs } from '../test-acts.ts'
import { channelActTables } from './acts.ts'
import { doorKeys, shopeeIncome, shopeeOrders } from './fixtures.ts'
import { takeOrder } from './doors/take-orders.ts'
import {
  answerGoods,
  answerSettlement,
  findChannelQueue,
  nameGoods,
  openShop,
  putUp,
  readChannelFile,
  switchOff,
  switchOn,
  takeChannelFile,
} from './index.ts'

const counterpart = await startCounterpart()
afterAll(() => counterpart.stop())
const lines = { marketplacesUrl: counterpart.url }
const { db, as: asAt } = await testDatabase<Tables>()
const world = await shopWorld((actor: Actor, moment) => asAt(actor, moment))
const { people } = world
const base = asAt(system('trial'), worldDay)
const seller = asAt(people.seller, worldDay)
const [shops, files, orders, settlements] = channelActTables

const { shopId } = mustBe(await openShop(seller, { channel: 'shopee', name: 'Gian thử', goodsFrom: '2026-11-01' }))
const { id: packId } = await db.selectFrom('pack_card').where('product_id', '=', world.productId).select('id').executeTakeFirstOrThrow()
mustBe(await switchOn(seller, lines, doorKeys('shopee', shopId)))
await db.updateTable('listing').set({ weight_grams: 450 }).where('id', '=', world.listingId).execute()
mustBe(await putUp(seller, lines, { shopId, packId, categoryId: '100629' }))
const first = mustBe(await readChannelFile(seller, { shopId, kind: 'orders' }, shopeeOrders([{ number: '26A' }])))
mustBe(await takeChannelFile(seller, first))
const orderId = (await findChannelQueue(seller)).orders[0]!.id
const paid = mustBe(await readChannelFile(seller, { shopId, kind: 'settlement' }, shopeeIncome([{ number: '26X' }])))
mustBe(await takeChannelFile(seller, paid))
const settlementId = (await findChannelQueue(seller)).settlements[0]!.id
const { fileId } = mustBe(await readChannelFile(seller, { shopId, kind: 'orders' }, shopeeOrders([{ number: '26B' }])))
const draft = JSON.stringify({ kind: 'orders', orders: [] })

// Every producer may have shops elsewhere; what their codes mean only it says.
tryActs(shops, {
  base,
  people,
  attempts: {
    open: (ctx) => openShop(ctx, { channel: 'lazada', name: 'Gian khác', goodsFrom: undefined }),
    'switch-on': (ctx) => switchOn(ctx, lines, doorKeys('shopee', shopId)),
    'switch-off': (ctx) => switchOff(ctx, { shopId }),
    'put-up': (ctx) => putUp(ctx, lines, { shopId, packId, categoryId: '100629' }),
    'hear-order': async (ctx) => takeOrder(ctx, lines, shopId, (await counterpart.order('shopee', packId, 1)).number),
    'name-goods': (ctx) => nameGoods(ctx, { shopId, sku: 'KHAC', packId, packsEach: 1 }),
  },
  expected: {
    open: { by: ['seller', 'rival'] },
    'switch-on': { by: ['seller'] },
    'switch-off': { by: ['seller'] },
    'put-up': { by: ['seller'] },
    'hear-order': { by: ['system'] },
    'name-goods': { by: ['seller'] },
  },
})

tryActs(files, {
  base,
  people,
  put: (tx, status) =>
    tx
      .updateTable('channel_file')
      .set(status === 'taken' ? { status, draft: null, taken_at: base.now } : { status, draft, taken_at: null })
      .where('id', '=', fileId)
      .execute(),
  state: async (tx) => (await tx.selectFrom('channel_file').select('status').where('id', '=', fileId).executeTakeFirstOrThrow()).status,
  attempts: {
    read: (ctx) => readChannelFile(ctx, { shopId, kind: 'orders' }, shopeeOrders([{ number: '26C' }])),
    take: (ctx) => takeChannelFile(ctx, { fileId }),
  },
  expected: { read: { by: ['seller'] }, take: { from: ['read'], to: 'taken', by: ['seller'] } },
})

// What is with the goods of an order only its seller says, and only where the books could not follow.
tryActs(orders, {
  base,
  people,
  put: (tx, goods) => tx.updateTable('channel_order').set({ goods }).where('id', '=', orderId).execute(),
  attempts: {
    answer: async (ctx) => {
      const { goods } = await ctx.db.selectFrom('channel_order').select('goods').where('id', '=', orderId).executeTakeFirstOrThrow()
      return answerGoods(ctx, { orderId, answer: goods === 'asked' ? 'kept' : 'outside', note: '' })
    },
  },
  expected: { answer: { from: ['waiting', 'asked'], by: ['seller'] } },
})

tryActs(settlements, {
  base,
  people,
  put: async (tx, status) => {
    if (status === 'open') return
    const answer = { settlement_id: settlementId, answer: 'set-aside' as const, at: base.now, by_name: 'thử' }
    await tx.insertInto('channel_settlement_answer').values(answer).execute()
  },
  attempts: { answer: (ctx) => answerSettlement(ctx, { settlementId, answer: 'set-aside', note: 'Không phải của tôi' }) },
  expected: { answer: { from: ['open'], by: ['seller'] } },
})
