import { createCipheriv, createECDH, createPrivateKey, hkdfSync, randomBytes, sign } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import type { Sent } from './channels.ts'
import { isLocal } from './config.ts'
import { postOutside } from './post-outside.ts'
import { isPublicAddress } from './public-address.ts'

/** Where a browser takes messages, as it says itself (W3C Push API, `PushSubscription.toJSON()`). */
export type PushSubscription = { endpoint: string; p256dh: string; auth: string }
export type Push = { id: string; to: PushSubscription; content: string }
export type PushSender = { publicKey: string; send(push: Push): Promise<Sent> }

type Options = { patience?: number; /** Only a test talks to a push service of its own machine. */ withLocal?: boolean; now?: () => number }

/** Seconds that a push service keeps what a telephone without a signal has not taken. */
const keptFor = 2 * 86_400

/** Whether an address may be that of a push service: a public one, so that nobody makes this server ask its neighbours. */
export function isPushEndpoint(endpoint: string): boolean {
  if (!URL.canParse(endpoint) || endpoint.length > 1000 || isLocal(endpoint)) return false
  const { protocol, hostname } = new URL(endpoint)
  const host = hostname.replace(/^\[|\]$/g, '')
  return protocol === 'https:' && (isIP(host) === 0 || isPublicAddress(host))
}

/** Sends Web Push messages (RFC 8030), encrypted for the browser alone (RFC 8291), signed by this installation (VAPID, RFC 8292). */
export function openPush({ secret, contact }: { secret: string; contact: string }, options: Options = {}): PushSender {
  const { patience = 20_000, withLocal = false, now = Date.now } = options
  const own = createECDH('prime256v1')
  own.setPrivateKey(Buffer.from(secret, 'base64url'))
  const publicKey = own.getPublicKey().toString('base64url')
  const signer = privateKeyOf(own.getPrivateKey(), own.getPublicKey())
  return {
    publicKey,
    async send({ id, to, content }) {
      if (!withLocal && !isPushEndpoint(to.endpoint)) return { outcome: 'refused', why: 'not-a-push-service', badAddress: true }
      let body: Buffer
      try {
        body = encrypt(Buffer.from(content), to)
      } catch {
        return { outcome: 'refused', why: 'keys-broken', badAddress: true }
      }
      const token = jwt(signer, { aud: new URL(to.endpoint).origin, exp: Math.floor(now() / 1000) + 12 * 3600, sub: contact })
      try {
        const headers = {
          authorization: `vapid t=${token}, k=${publicKey}`,
          'content-encoding': 'aes128gcm',
          'content-type': 'application/octet-stream',
          ttl: String(keptFor),
          urgency: 'normal',
          // What waits at the service under one topic is replaced: sent again, it is shown once.
          topic: topicOf(id),
        }
        return judge(await postOutside(to.endpoint, { headers, body, patience, isAllowed: () => withLocal }))
      } catch {
        return { outcome: 'later', why: 'no-answer' }
      }
    },
  }
}

/** At most 32 letters of base64url (RFC 8030, 5.4). */
const topicOf = (id: string) => id.replace(/[^\w-]/g, '').slice(-32)

function judge({ statusCode: status = 0, headers }: IncomingMessage): Sent {
  if (status >= 200 && status < 300) return { outcome: 'taken', providerId: headers.location ?? null }
  const why = `http-${status}`
  // Gone: the person took the permission back, or the browser made another subscription.
  if (status === 404 || status === 410) return { outcome: 'refused', why, badAddress: true }
  if (status === 413) return { outcome: 'refused', why, badAddress: false }
  return { outcome: 'later', why }
}

/** One record of the content encoding aes128gcm (RFC 8188) with the keys of RFC 8291. Salt and key of the sender are given by tests alone. */
export function encrypt(
  content: Buffer,
  { p256dh, auth }: Pick<PushSubscription, 'p256dh' | 'auth'>,
  { salt = randomBytes(16), senderKey }: { salt?: Buffer; senderKey?: Buffer } = {},
): Buffer {
  const sender = createECDH('prime256v1')
  if (senderKey) sender.setPrivateKey(senderKey)
  else sender.generateKeys()
  const receiver = Buffer.from(p256dh, 'base64url')
  const senderPublic = sender.getPublicKey()
  const shared = sender.computeSecret(receiver)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), receiver, senderPublic])
  const ikm = hkdfSync('sha256', shared, Buffer.from(auth, 'base64url'), info, 32)
  const key = Buffer.from(hkdfSync('sha256', ikm, salt, 'Content-Encoding: aes128gcm\0', 16))
  const nonce = Buffer.from(hkdfSync('sha256', ikm, salt, 'Content-Encoding: nonce\0', 12))
  const cipher = createCipheriv('aes-128-gcm', key, nonce)
  // 2 ends the last record.
  const record = Buffer.concat([cipher.update(Buffer.concat([content, Buffer.from([2])])), cipher.final(), cipher.getAuthTag()])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(4096)
  return Buffer.concat([salt, size, Buffer.from([senderPublic.length]), senderPublic, record])
}

function privateKeyOf(d: Buffer, point: Buffer) {
  const text = (part: Buffer) => part.toString('base64url')
  const padded = Buffer.concat([Buffer.alloc(32 - d.length), d])
  return createPrivateKey({
    key: { kty: 'EC', crv: 'P-256', d: text(padded), x: text(point.subarray(1, 33)), y: text(point.subarray(33, 65)) },
    format: 'jwk',
  })
}

function jwt(key: ReturnType<typeof privateKeyOf>, claims: object): string {
  const part = (what: object) => Buffer.from(JSON.stringify(what)).toString('base64url')
  const signed = `${part({ typ: 'JWT', alg: 'ES256' })}.${part(claims)}`
  return `${signed}.${sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
}
