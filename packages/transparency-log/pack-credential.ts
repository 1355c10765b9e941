import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { readBase64Url } from './base64.ts'
import { concat } from './bytes.ts'
import { squeeze, unsqueeze } from './squeeze.ts'

/** The text is no packed credential. */
export type PackedRefusal = { code: 'malformed-packed-credential' }

/** Ed25519 and ES256 alike. */
const SIGNATURE_BYTES = 64
/** What stands before the rest: a later form has another. */
const FORM = 1
/** A credential in a symbol has a few kilobytes; what unpacks to more was made to fill a memory. */
const MAX_BYTES = 64 * 1024
const MAX_DIGITS = 20_000

/**
 * A `vc+jwt` for a symbol on paper, in a third of the room: one long number of a form byte, the signature, and header and payload deflated (RFC 1951) with
 * a line feed between, which no JSON text of one line holds. A QR symbol sets three digits in ten bits, and base64 in thirteen to the same content
 * (SMART Health Cards do likewise). Nothing is lost: {@link unpackCredential} gives the same token back. Throws for what is none.
 *
 * @example (await unpackCredential(await packCredential((await issueCredential(whole, { kid: 'k1', privateKey })).value))).ok // true
 */
export async function packCredential(jwt: string): Promise<string> {
  const [header, payload, signature] = jwt.split('.').map(readBase64Url)
  if (!header || !payload || signature?.length !== SIGNATURE_BYTES || header.includes(10)) throw new TypeError('only a vc+jwt is packed')
  const packed = concat([Uint8Array.of(FORM), signature, await squeeze('deflate-raw', concat([header, Uint8Array.of(10), payload]))])
  return BigInt(`0x${packed.toHex()}`).toString()
}

/**
 * The token that was packed. Whether it is anybody's word, `verifyCredential` says.
 *
 * @example unpackCredential('42') // { ok: false, refusal: { code: 'malformed-packed-credential' } }
 */
export async function unpackCredential(text: string): Promise<Outcome<string, PackedRefusal>> {
  const packed = text.length <= MAX_DIGITS && /^[1-9]\d*$/.test(text) ? bytesOf(BigInt(text)) : undefined
  if (!packed || packed[0] !== FORM || packed.length <= 1 + SIGNATURE_BYTES) return refuse('malformed-packed-credential')
  const whole = await unsqueeze('deflate-raw', packed.subarray(1 + SIGNATURE_BYTES), MAX_BYTES)
  const end = whole.ok ? whole.value.indexOf(10) : -1
  if (!whole.ok || end < 0) return refuse('malformed-packed-credential')
  const parts = [whole.value.subarray(0, end), whole.value.subarray(end + 1), packed.subarray(1, 1 + SIGNATURE_BYTES)]
  return done(parts.map(base64Url).join('.'))
}

const bytesOf = (number: bigint) => {
  const hex = number.toString(16)
  return Uint8Array.fromHex(hex.padStart(hex.length + (hex.length % 2), '0'))
}
const base64Url = (bytes: Uint8Array) => bytes.toBase64({ alphabet: 'base64url', omitPadding: true })
