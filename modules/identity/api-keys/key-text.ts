import { createHash, randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { apiKeyPrefix } from './rules.ts'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz' // Crockford base 32: no i, l, o, u
/** 36 characters of five bits: 180, of which the shown beginning gives away 20. */
const secretLength = 36
const shownLength = 4
/** 32 bits in characters of five. */
const checkLength = 7

/** The beginning of a key by which people tell it from others. */
export const shownOf = (key: string): string => key.slice(0, apiKeyPrefix.length + shownLength)

/**
 * A new key: the prefix, 180 random bits, and a check (CRC-32) over both, by which a typing mistake is told from a key that is not known.
 *
 * @example newKey() // 'ds_7w3k…'
 */
export function newKey(): string {
  // 256 is a multiple of 32: every character is as likely as any other.
  const secret = [...randomBytes(secretLength)].map((byte) => alphabet.charAt(byte % alphabet.length)).join('')
  const body = `${apiKeyPrefix}${secret}`
  return `${body}${checkOf(body)}`
}

/** Whether a text is written as a key is: what does not fit never was one. */
export function isKeyText(text: string): boolean {
  if (text.length !== apiKeyPrefix.length + secretLength + checkLength || !text.startsWith(apiKeyPrefix)) return false
  const body = text.slice(0, -checkLength)
  return text.slice(-checkLength) === checkOf(body)
}

function checkOf(body: string): string {
  let check = ''
  for (let rest = crc32(body), place = 0; place < checkLength; place++, rest = Math.floor(rest / alphabet.length))
    check = alphabet.charAt(rest % alphabet.length) + check
  return check
}

/**
 * What is kept of a key. A plain SHA-256: a slow hash guards what people choose, and 160 bits of chance that nobody knows are guessed by no
 * machine, while every request has to be hashed. Keys are found by it in the index: how long that takes tells of the digest, and nobody can
 * choose a key by its digest.
 */
export const digestOfKey = (key: string): string => createHash('sha256').update(key).digest('base64url')

/** The key of a header `Authorization: Bearer KEY` (RFC 6750, 2.1); null where there is none. The scheme is the same in any case (RFC 9110, 11.1). */
export function keyOfHeader(authorization: string | undefined): string | null {
  const [, key] = /^bearer +(\S+) *$/i.exec(authorization ?? '') ?? []
  return key ?? null
}
