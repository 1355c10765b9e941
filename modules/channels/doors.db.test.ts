import { startCounterpart } from '@dacsan/marketplaces/counterpart'
import { testDatabase } from '@dacsan/platform/testing'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addProductPhoto } from '../catalogue/index.ts'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { system, visitor } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { anOrderForm, aShop, mustBe, stockMustBeIntact, withLaw } from '../shop/fixtures.ts'
import { placeOrder } from '../shop/index.ts'
import { askChanged } from './doors/take-orders.ts'
import { tellStock } from './doors/tell-stock.ts'
import { doorKeys, shopeeOrders } from './fixtures.ts'
import {
  findChannelShops,
  hearChannelPush,
  nameGoods,
  openShop,
  putUp,
  readChannelFile,
  switchOff,
  switchOn,
  takeChannelFile,
} from './index.ts'
import { processPush } from './pushes/process-push.ts'
import { selectStoredPushes } from './pushes/push.store.ts'
import type { ChannelShopId } from './rules/ids.ts'
import type { MarketplaceName } from './rules/kinds.ts'

const { db, as: asAt } = await testDatabase<Tables>()
// The doors sign the moment of this machine: orders are of today there.
const as = (actor: Actor, moment = new Date().toISOString()) => asAt(actor, moment)
const counterpart = await startCounterpart()
afterAll(() => counterpart.stop())
const lines = { marketplacesUrl: counterpart.url }
const machine = (): Ctx => as(system('channels'))
/** Orders are changed by the second there: what two seconds did is asked for after them. */
const machineSoon = (): Ctx => as(system('channels'), new Date(Date.now() + 2_000).toISOString())
const channels = ['shopee', 'tiktok-shop', 'lazada'] as const
const soon = () => new Date(Date.now() + 400 * 86_400_000).toISOString().slice(0, 10)

let world: Awaited<ReturnType<typeof aWorld>>
async function aWorld() {
  await withLaw((actor) => as(actor))
  const shop = await aShop((actor) => as(actor), { name: 'HTX Ba Sàn', stock: 10 })
  for (const [width, height] of [
    [900, 700],
    [280, 280],
  ] as const) {
    const content = await sharp({ create: { width, height, channels: 3, background: 'teal' } }).jpeg().toBuffer() // prettier-ignore
    mustBe(await addProductPhoto(as(shop.person), { productId: shop.productId, caption: null }, { name: 'anh.jpg', content }))
  }
  const seller = () => as(shop.person)
  await db.updateTable('product').set({ certified_until: soon() }).where('id', '=', shop.productId).execute()
  await db.updateTable('listing').set({ weight_grams: 450 }).where('id', '=', shop.listingId).execute()
  const { id: packId } = await db.selectFrom('pack_card').where('product_id', '=', shop.productId).select('id').executeTakeFirstOrThrow()
  const shops = {} as Record<MarketplaceName, ChannelShopId>
  for (const channel of channels)
    shops[channel] = mustBe(await openShop(seller(), { channel, name: 'Gian', goodsFrom: '2020-01-01' })).shopId
  return { ...shop, seller, packId, shops }
}
beforeAll(async () => {
  world = await aWorld()
})

const told = (name: MarketplaceName) => counterpart.stockOf(name, world.packId)
const shelf = async () => {
  const rows = await db.selectFrom('stock_balance_card').where('pack_id', '=', world.packId).select(['on_hand', 'reserved']).execute()
  return rows.reduce((sum, row) => sum + row.on_hand - row.reserved, 0)
}

test('a door is switched on by keys that its marketplace takes, which lie locked and are shown to nobody', async () => {
  const wrong = doorKeys('shopee', world.shops.shopee)
  expect(await switchOn(world.seller(), lines, { ...wrong, keys: { ...wrong.keys, partnerKey: 'falsch' } })).toMatchObject({
    refusal: { code: 'channel-refuses', says: 'Wrong sign.' },
  })
  expect(await switchOn(world.seller(), lines, { ...wrong, keys: { ...wrong.keys, refreshToken: '' } })).toMatchObject({
    refusal: { code: 'keys-missing', fields: ['refreshToken'] },
  })
  for (const channel of channels) mustBe(await switchOn(world.seller(), lines, doorKeys(channel, world.shops[channel])))
  const rows = await db.selectFrom('channel_shop').select('keys').execute()
  expect(rows.map(({ keys }) => String(keys).startsWith('locked:'))).toEqual([true, true, true])
  expect(JSON.stringify(await findChannelShops(world.seller()))).not.toContain('test-partner-key-0001')
  // One door is one shop's.
  const twin = mustBe(await openShop(world.seller(), { channel: 'shopee', name: 'Gian thứ hai', goodsFrom: undefined }))
  expect(await switchOn(world.seller(), lines, doorKeys('shopee', twin.shopId))).toMatchObject({ refusal: { code: 'door-taken' } })
})

test('one product is on three channels with one stock: what is sold on one goes down on the others', async () => {
  const titleOk = await db.selectFrom('product').select('name').where('id', '=', world.productId).executeTakeFirstOrThrow()
  await db
    .updateTable('product')
    .set({ name: `${titleOk.name} hũ thủy tinh cỡ lớn` })
    .where('id', '=', world.productId)
    .execute()
  for (const channel of channels) {
    expect(await putUp(world.seller(), lines, { shopId: world.shops[channel], packId: world.packId, categoryId: '' })).toMatchObject({
      refusal: { code: 'category-missing' },
    })
    mustBe(await putUp(world.seller(), lines, { shopId: world.shops[channel], packId: world.packId, categoryId: '100629' }))
    // With the photo that is large enough there, and with what its category asks and is known here.
    const [draft] = counterpart.shops[channel].items
    expect([channel, draft!.photos.length]).toEqual([channel, 1])
    expect(draft!.photos).toEqual(counterpart.shops[channel].photos)
    expect(draft!.attributes).toEqual({ '100037': 'Việt Nam', '100999': 'HTX Ba Sàn', '101029': '200 g' })
  }
  await tellStock(machine(), lines)
  expect(channels.map(told)).toEqual([10, 10, 10])

  // Sold on Shopee; its push is a hint, and the order is asked for.
  const { number } = await counterpart.order('shopee', world.packId, 3)
  await askChanged(machine(), lines)
  expect(await shelf()).toBe(7)
  await tellStock(machine(), lines)
  expect(channels.map(told)).toEqual([7, 7, 7])

  // Sold here.
  mustBe(await placeOrder(as(visitor), anOrderForm([{ listingId: world.listingId, quantity: 2 }])))
  await tellStock(machine(), lines)
  expect(channels.map(told)).toEqual([5, 5, 5])

  // The same order by a file is the same order.
  const file = shopeeOrders([{ number, sku: world.packId, quantity: 3, on: new Date().toISOString().slice(0, 10) }])
  const read = mustBe(await readChannelFile(world.seller(), { shopId: world.shops.shopee, kind: 'orders' }, file))
  expect(mustBe(await takeChannelFile(world.seller(), read))).toMatchObject({ fresh: 0, known: 1 })
  expect(await shelf()).toBe(5)

  // Cancelled there before it was sent: it lies here again, and everywhere.
  await counterpart.move('shopee', number, 'CANCELLED')
  await askChanged(machineSoon(), lines)
  await tellStock(machine(), lines)
  expect([await shelf(), ...channels.map(told)]).toEqual([8, 8, 8, 8])
  expect(await tellStock(machine(), lines)).toBe(0)
  await stockMustBeIntact(db)
})

test('a push is stored as it came, once, and answered; a forged one changes nothing, and an older status is no news', async () => {
  const bodies: { body: Uint8Array; authorization: string | undefined }[] = []
  const { createServer } = await import('node:http')
  const listener = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      bodies.push({ body: new Uint8Array(Buffer.concat(parts)), authorization: request.headers.authorization })
      response.end()
    })
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(listener.address() as { port: number }).port}/webhooks/lazada`
  counterpart.pushTo.lazada = url
  const before = await shelf()
  const { number } = await counterpart.order('lazada', world.packId, 1)
  const push = bodies.at(-1)!
  const hear = (given: typeof push) => hearChannelPush(machine(), 'lazada', { ...given, url, now: new Date() })
  expect(await hear({ ...push, authorization: undefined })).toBe('rejected')
  expect(
    await hear({ ...push, body: new TextEncoder().encode(JSON.stringify(JSON.parse(new TextDecoder().decode(push.body)), null, 2)) }),
  ).toBe('rejected')
  expect(await selectStoredPushes(db, 10)).toEqual([])
  expect(await hear(push)).toBe('stored')
  expect(await hear(push)).toBe('stored')
  const stored = await selectStoredPushes(db, 10)
  expect(stored).toHaveLength(1)
  expect((await db.selectFrom('channel_push').select('body').executeTakeFirstOrThrow()).body).toMatch(/^locked:/)
  // The line breaks: it stays, and is asked again.
  counterpart.loseAnswers(1, '/order/items/get')
  await processPush(machine(), lines, stored[0]!)
  expect(await selectStoredPushes(db, 10)).toEqual(stored)
  await processPush(machine(), lines, stored[0]!)
  await processPush(machine(), lines, stored[0]!)
  expect(await shelf()).toBe(before - 1)
  expect(await selectStoredPushes(db, 10)).toEqual([])
  await counterpart.move('lazada', number, 'shipped')
  await hear(bodies.at(-1)!)
  await processPush(machine(), lines, (await selectStoredPushes(db, 10))[0]!)
  await counterpart.move('lazada', number, 'pending')
  await askChanged(machine(), lines)
  expect(await db.selectFrom('channel_order').where('number', '=', number).select('state').executeTakeFirstOrThrow()).toEqual({
    state: 'shipped',
  })
  delete counterpart.pushTo.lazada
  await new Promise((resolve) => listener.close(resolve))
})

test('an access token that ran out is renewed once, too many calls are asked again, and a lost answer books nothing twice', async () => {
  for (const channel of channels) counterpart.expire(channel)
  const before = await shelf()
  await counterpart.order('tiktok-shop', world.packId, 1)
  counterpart.limit(2)
  await askChanged(machine(), lines)
  counterpart.loseAnswers(1, '/order/202309/orders')
  await askChanged(machine(), lines)
  await askChanged(machine(), lines)
  await askChanged(machine(), lines)
  expect(await shelf()).toBe(before - 1)
  counterpart.loseAnswers(1, 'update')
  await tellStock(machine(), lines)
  await tellStock(machine(), lines)
  expect(channels.map(told)).toEqual([before - 1, before - 1, before - 1])
  expect((await findChannelShops(world.seller())).filter(({ isOn }) => isOn).map(({ trouble }) => trouble)).toEqual(['', '', ''])
})

test('two jobs that tell the stock at once leave the last number, and a door that is switched off is asked nothing and has no keys', async () => {
  mustBe(await nameGoods(world.seller(), { shopId: world.shops.shopee, sku: 'KHAC', packId: world.packId, packsEach: 1 }))
  await counterpart.order('lazada', world.packId, 1)
  await Promise.all([askChanged(machine(), lines), tellStock(machine(), lines), tellStock(machine(), lines)])
  await tellStock(machine(), lines)
  expect(channels.map(told)).toEqual(Array.from({ length: 3 }, () => counterpart.stockOf('shopee', world.packId)))
  expect(told('shopee')).toBe(await shelf())
  mustBe(await switchOff(world.seller(), { shopId: world.shops.shopee }))
  expect((await db.selectFrom('channel_shop').select('keys').where('id', '=', world.shops.shopee).executeTakeFirstOrThrow()).keys).toBe(
    null,
  )
  const calls = counterpart.calls.length
  await counterpart.order('shopee', world.packId, 1)
  await askChanged(machine(), lines)
  expect(counterpart.calls.slice(calls).some((call) => call.includes('/api/v2/'))).toBe(false)
  expect(await switchOff(world.seller(), { shopId: world.shops.shopee })).toMatchObject({ refusal: { code: 'not-switched-on' } })
})
