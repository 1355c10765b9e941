import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { isHmac } from './hmac.ts'
import type { MarketplaceName } from './marketplace-names.ts'

/** What came: the bytes of the body as they came, never read and written anew, and the header `Authorization`. */
export type Push = { body: Uint8Array; authorization: string | undefined }

/** `appKey` goes before the body at TikTok Shop and Lazada; `url` is the address that was registered at Shopee, not the one behind a proxy. */
export type PushKeys = { secret: string; appKey: string; url: string }

/** `not-set-up`: without a secret nothing is believed. Each of the three is answered with 401. */
export type PushRefusal = { code: 'not-set-up' | 'not-signed' | 'wrong-signature' }

const signedParts: Readonly<Record<MarketplaceName, (keys: PushKeys, body: Uint8Array) => readonly (string | Uint8Array)[]>> = {
  shopee: ({ url }, body) => [url, '|', body],
  'tiktok-shop': ({ appKey }, body) => [appKey, body],
  lazada: ({ appKey }, body) => [appKey, body],
}

/**
 * Whether a push is from the marketplace. A push is a hint: who hears it keeps it, answers, and then asks for the order.
 *
 * @example
 * const keys = { secret: '', appKey: '6abc123', url: 'https://dacsan.example.vn/webhooks/tiktok-shop' }
 * await verifyPush('tiktok-shop', keys, { body: new Uint8Array(), authorization: '' }) // { ok: false, refusal: { code: 'not-set-up' } }
 */
export async function verifyPush(from: MarketplaceName, keys: PushKeys, push: Push): Promise<Outcome<null, PushRefusal>> {
  if (keys.secret === '') return refuse('not-set-up')
  const given = push.authorization?.trim()
  if (!given) return refuse('not-signed')
  return (await isHmac(keys.secret, given, ...signedParts[from](keys, push.body))) ? done(null) : refuse('wrong-signature')
}
