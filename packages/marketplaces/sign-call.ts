import { hmacHex } from './hmac.ts'

type Values = Readonly<Record<string, string | number>>

/** Keys in the order of their bytes, each with its value behind it, nothing encoded: what Lazada and TikTok Shop sign. */
const keysAndValues = (values: Values): string =>
  Object.keys(values)
    .toSorted((one, other) => (one < other ? -1 : 1))
    .map((key) => `${key}${values[key]}`)
    .join('')

/** `timestamp` in seconds; a call of a shop has its token and number, one before there is a shop (the address of consent) has neither. */
export type ShopeeCall = { partnerId: number; path: string; timestamp: number; shop: { accessToken: string; shopId: number } | null }

/**
 * The `sign` of a call to Shopee Open Platform v2. The clock of whoever calls may differ by five minutes.
 *
 * @example (await signShopeeCall('test-partner-key-0001', { partnerId: 1000001, path: '/api/v2/shop/auth_partner', timestamp: 1767225600, shop: null })).slice(0, 8) // 'e2419b9e'
 */
export const signShopeeCall = (partnerKey: string, { partnerId, path, timestamp, shop }: ShopeeCall): Promise<string> =>
  hmacHex(partnerKey, `${partnerId}${path}${timestamp}${shop ? `${shop.accessToken}${shop.shopId}` : ''}`)

/** `body` as it is sent, byte by byte; null for a form with files, which is not signed. */
export type TiktokCall = { path: string; query: Values; body: string | null }

/**
 * The `sign` of a call to TikTok Shop 202309. `sign` and `access_token` stand in the query and are not signed.
 *
 * @example (await signTiktokCall('tts-secret-0001', { path: '/order/202309/orders/search', query: { app_key: '6abc123', shop_cipher: 'C1', timestamp: 1767225600 }, body: '{"order_status":"AWAITING_SHIPMENT"}' })).slice(0, 8) // '2eefa8f5'
 */
export function signTiktokCall(appSecret: string, { path, query, body }: TiktokCall): Promise<string> {
  const { sign: _sign, access_token: _token, ...signed } = query
  return hmacHex(appSecret, `${appSecret}${path}${keysAndValues(signed)}${body ?? ''}${appSecret}`)
}

/** `values` are those of the query and of the form, before they are encoded. */
export type LazadaCall = { path: string; values: Values }

/**
 * The `sign` of a call to Lazada Open Platform, in upper digits. Its clock allows two hours.
 *
 * @example (await signLazadaCall('helloworld', { path: '/order/get', values: { access_token: 'test', app_key: '123456', order_id: 1234, sign_method: 'sha256', timestamp: 1517820392000 } })).slice(0, 8) // '4190D323'
 */
export async function signLazadaCall(appSecret: string, { path, values }: LazadaCall): Promise<string> {
  const { sign: _sign, ...signed } = values
  return (await hmacHex(appSecret, `${path}${keysAndValues(signed)}`)).toUpperCase()
}
