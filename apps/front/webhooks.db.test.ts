import { createHmac } from 'node:crypto'
import { startCounterpart } from '@dacsan/carriers/counterpart'
import { counterpartKeys, startCounterpart as startMarketplaces } from '@dacsan/marketplaces/counterpart'
import { openShop, switchOn } from '@dacsan/modules/channels'
import { connectAccount, findAccounts } from '@dacsan/modules/carriers'
import { system } from '@dacsan/modules/identity'
import { connectSource } from '@dacsan/modules/payments'
import type { OpenInstallation } from '@dacsan/modules/runtime'
import { readConfig } from '@dacsan/platform/config'
import { createLog } from '@dacsan/platform/log'
import { testDatabase } from '@dacsan/platform/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DB as Tables } from '../../modules/database.tables.ts'
import { anAccountForm } from '../../modules/carriers/fixtures.ts'
import { doorKeys } from '../../modules/channels/fixtures.ts'
import { loadTerms } from '../../modules/identity/fixtures.ts'
import { ordersOf, sepayMessage } from '../../modules/payments/fixtures.ts'
import { processEvents } from '../../modules/payments/webhooks/process-events.ts'
import { withLaw } from '../../modules/shop/fixtures.ts'
import { findSellerOrder } from '@dacsan/modules/shop'
import { startFront } from './index.ts'
import type { Front } from './index.ts'

const { as, db, pool, files, connect, role, dataDir } = await testDatabase<Tables>()
const secret = 'sepay-secret-0001'
let front: Front
let world: Awaited<ReturnType<typeof ordersOf>>

beforeAll(async () => {
  await loadTerms(db)
  await withLaw((actor) => as(actor))
  world = await ordersOf((actor) => as(actor), 1)
  const config = { ...readConfig({ DATA_DIR: dataDir }), port: 0 }
  const installation: OpenInstallation = { config, log: createLog('silent'), db, pool, files, connect, role, close: async () => {} }
  front = await startFront(installation, { only: 'machines' })
})
afterAll(() => front.close())

const post = (provider: string, { body, headers }: { body: Uint8Array<ArrayBuffer>; headers: Record<string, string> }) =>
  fetch(`http://127.0.0.1:${front.port}/webhooks/${provider}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  })

test('a provider that nobody connected, that is not known or that is only asked for is not there', async () => {
  const message = sepayMessage({ id: 1 }, { secret, now: new Date() })
  for (const provider of ['sepay', 'casso', 'ghn', 'lazada', 'toString']) expect((await post(provider, message)).status).toBe(404)
  expect((await fetch(`http://127.0.0.1:${front.port}/webhooks/sepay`)).status).toBe(404)
})

test('C12: a signed message is judged by its bytes, stored and answered, and worked on later', async () => {
  const connected = await connectSource(world.seller, { provider: 'sepay', secret })
  expect(connected.ok).toBe(true)
  const [order] = world.orders
  const event = { id: 92_704, accountNumber: '0011001932418', transferType: 'in', transferAmount: 170_000, content: order!.code }
  const message = sepayMessage(event, { secret, now: new Date() })
  const answer = await post('sepay', message)
  expect([answer.status, await answer.json()]).toEqual([200, { success: true }])
  expect((await findSellerOrder(world.seller, order!.id)).payment).toBe('awaiting')
  await processEvents(as(system('payments')), world.shop.producerId)
  expect((await findSellerOrder(world.seller, order!.id)).payment).toBe('paid')

  const spaced = { ...message, body: new TextEncoder().encode(JSON.stringify(event, null, 2)) }
  expect((await post('sepay', spaced)).status).toBe(401)
  expect((await post('sepay', { ...message, headers: {} })).status).toBe(401)
  expect((await post('sepay', { ...message, body: new Uint8Array(300_000) })).status).toBe(413)
})

test('a message of a carrier is stored for the seller whose secret stands in its address, and turned away without it', async () => {
  const counterpart = await startCounterpart()
  try {
    const connected = await connectAccount(world.seller, { carriersUrl: counterpart.url }, anAccountForm('ghn'))
    expect(connected.ok).toBe(true)
    const { pushSecret } = (await findAccounts(world.seller)).accounts[0]!
    const message = { body: new TextEncoder().encode(JSON.stringify({ OrderCode: 'GHN123', Status: 'picked' })), headers: {} }
    expect((await post('ghn', message)).status).toBe(401)
    expect((await post('ghn?hash=sai', message)).status).toBe(401)
    expect((await post(`ghn?hash=${pushSecret}&hash=${pushSecret}`, message)).status).toBe(401)
    expect((await post(`ghn?hash=${pushSecret}`, message)).status).toBe(200)
    expect(await db.selectFrom('carrier_push').select('state').execute()).toEqual([{ state: 'stored' }])
  } finally {
    await counterpart.stop()
  }
})

test('a push of a marketplace is judged by its bytes, stored once, and answered without words', async () => {
  const marketplaces = await startMarketplaces()
  try {
    const opened = await openShop(world.seller, { channel: 'lazada', name: 'Gian', goodsFrom: undefined })
    if (!opened.ok) throw new Error(opened.refusal.code)
    const on = await switchOn(world.seller, { marketplacesUrl: marketplaces.url }, doorKeys('lazada', opened.value.shopId))
    expect(on.ok).toBe(true)
    const { appKey, appSecret, sellerId } = counterpartKeys.lazada
    const said = { seller_id: sellerId, message_type: 0, data: { order_status: 'pending', trade_order_id: '26042290', trade_order_line_id: '1', status_update_time: 1767225600 } } // prettier-ignore
    const signed = (text: string) => ({
      body: new TextEncoder().encode(text),
      headers: { authorization: createHmac('sha256', appSecret).update(appKey + text, 'utf8').digest('hex') }, // prettier-ignore
    })
    const push = signed(JSON.stringify(said))
    expect((await post('lazada', { ...push, headers: {} })).status).toBe(401)
    expect((await post('lazada', { ...push, body: new TextEncoder().encode(JSON.stringify(said, null, 2)) })).status).toBe(401)
    // Of another shop than the one that is connected.
    expect((await post('lazada', signed(JSON.stringify({ ...said, seller_id: '7' })))).status).toBe(401)
    for (let time = 0; time < 2; time++) {
      const answer = await post('lazada', push)
      expect([answer.status, await answer.text()]).toEqual([200, ''])
    }
    expect(await db.selectFrom('channel_push').select(['state', 'number']).execute()).toEqual([{ state: 'stored', number: '26042290' }])
  } finally {
    await marketplaces.stop()
  }
})
