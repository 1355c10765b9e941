import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPush, signLazadaCall, signShopeeCall, signTiktokCall, verifyPush } from './index.ts'
import type { MarketplaceName, PushKeys } from './index.ts'

const { bodies, signatures } = JSON.parse(readFileSync(new URL('vectors/signatures.json', import.meta.url), 'utf8')) as {
  bodies: Readonly<Record<'A' | 'B' | 'C', string>>
  signatures: Readonly<Record<string, string>>
}
const bytes = (text: string) => new TextEncoder().encode(text)

describe('calls', () => {
  test('the sample of Lazada’s own documentation has its signature, in upper digits', async () => {
    const values = { access_token: 'test', app_key: '123456', order_id: '1234', sign_method: 'sha256', timestamp: 1517820392000 }
    expect(await signLazadaCall('helloworld', { path: '/order/get', values })).toBe(signatures['lazada call'])
  })

  test('Lazada signs values as they are, not as they stand in an address', async () => {
    const values = {
      limit: 10,
      created_after: '2026-01-01T00:00:00+07:00',
      access_token: '50000abc',
      app_key: '123456',
      sign_method: 'sha256',
      timestamp: 1767225600000,
      sign: 'left out',
    }
    expect(await signLazadaCall('lz-secret-0001', { path: '/orders/get', values })).toBe(signatures['lazada call, values not encoded'])
  })

  test('Shopee signs the token and the number of a shop, and neither before there is a shop', async () => {
    const call = { partnerId: 1000001, timestamp: 1767225600 }
    const key = 'test-partner-key-0001'
    const shop = { accessToken: 'tok_abc', shopId: 55512345 }
    expect(await signShopeeCall(key, { ...call, path: '/api/v2/order/get_order_list', shop })).toBe(signatures['shopee shop call'])
    expect(await signShopeeCall(key, { ...call, path: '/api/v2/shop/auth_partner', shop: null })).toBe(signatures['shopee public call'])
  })

  test('TikTok Shop leaves its sign and the token of the query out, whatever the order of the query', async () => {
    const query = { timestamp: 1767225600, sign: 'x', shop_cipher: 'C1', access_token: 'y', app_key: '6abc123' }
    const body = '{"order_status":"AWAITING_SHIPMENT"}'
    const path = '/order/202309/orders/search'
    expect(await signTiktokCall('tts-secret-0001', { path, query, body })).toBe(signatures['tiktok call'])
    expect(await signTiktokCall('tts-secret-0001', { path, query, body: null })).not.toBe(signatures['tiktok call'])
  })
})

const pushes: readonly [MarketplaceName, string, string, PushKeys][] = [
  ['lazada', bodies.A, 'lazada push', { secret: 'lz-secret-0001', appKey: '123456', url: '' }],
  ['shopee', bodies.B, 'shopee push', { secret: 'test-partner-key-0001', appKey: '', url: 'https://dacsan.example.vn/hooks/shopee' }],
  ['tiktok-shop', bodies.C, 'tiktok push', { secret: 'tts-secret-0001', appKey: '6abc123', url: '' }],
]

describe.each(pushes)('a push of %s', (from, body, name, keys) => {
  const authorization = signatures[name]!
  const asked = (push: { body?: string; authorization?: string | undefined }, other: Partial<PushKeys> = {}) =>
    verifyPush(
      from,
      { ...keys, ...other },
      { body: bytes(push.body ?? body), authorization: 'authorization' in push ? push.authorization : authorization },
    )

  test('is believed with its signature over the bytes as they came', async () => {
    expect(await asked({})).toEqual({ ok: true, value: null })
    expect(await asked({ authorization: ` ${authorization.toUpperCase()} ` })).toEqual({ ok: true, value: null })
  })

  test('is not believed once a byte changed, or when it was read and written anew', async () => {
    const refused = { ok: false, refusal: { code: 'wrong-signature' } }
    expect(await asked({ body: `${body.slice(0, -1)} ` })).toEqual(refused)
    expect(await asked({ body: JSON.stringify(JSON.parse(body), null, 2) })).toEqual(refused)
    expect(await asked({ authorization: 'not hexadecimal' })).toEqual(refused)
  })

  test('is not believed without a signature, and nothing is believed without a secret', async () => {
    expect(await asked({ authorization: undefined })).toEqual({ ok: false, refusal: { code: 'not-signed' } })
    expect(await asked({ authorization: '  ' })).toEqual({ ok: false, refusal: { code: 'not-signed' } })
    expect(await asked({}, { secret: '' })).toEqual({ ok: false, refusal: { code: 'not-set-up' } })
  })

  test('is no other one’s: the address or the key that goes along is signed too', async () => {
    expect(await asked({}, { appKey: 'another', url: 'http://10.0.0.7:3000/hooks/shopee' })).toEqual({
      ok: false,
      refusal: { code: 'wrong-signature' },
    })
  })

  test('has the same key when it comes again, and another one with another status', () => {
    const first = readPush(from, bytes(body))
    expect(readPush(from, bytes(JSON.stringify(JSON.parse(body), null, 2)))).toEqual(first)
    const other = body.replace(/pending|READY_TO_SHIP|AWAITING_SHIPMENT/, 'DELIVERED').replace('7327112393057371910', '7327112393057371911')
    const second = readPush(from, bytes(other))
    expect(first.ok && second.ok && first.value.key !== second.value.key).toBe(true)
  })
})

test('a push about an order says its number, its status and since when', () => {
  expect(pushes.map(([from, body]) => readPush(from, bytes(body))).map((read) => read.ok && read.value.order)).toEqual([
    { number: '260422900198363', status: 'pending', at: 1767225600 },
    { number: '260101ABCDEF', status: 'READY_TO_SHIP', at: 1767225600 },
    { number: '576461413038785752', status: 'AWAITING_SHIPMENT', at: 1767225600 },
  ])
})

test('a push about something else is read and about no order', () => {
  expect(readPush('shopee', bytes('{"code":6,"shop_id":5,"timestamp":1,"data":{"item_id":9}}'))).toMatchObject({
    ok: true,
    value: { order: null },
  })
  expect(readPush('lazada', bytes('{"seller_id":"1","message_type":3}'))).toMatchObject({ ok: true, value: { order: null } })
})

test('no bytes make reading throw', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<MarketplaceName>('shopee', 'tiktok-shop', 'lazada'),
      fc.oneof(fc.json().map(bytes), fc.uint8Array()),
      (from, body) => {
        const read = readPush(from, body)
        expect(read.ok || read.refusal.code === 'unreadable').toBe(true)
      },
    ),
  )
})
