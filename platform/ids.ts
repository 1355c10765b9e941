import { randomBytes } from 'node:crypto'

/** An id that says what it names: `dos_01k…`. */
export type Id<Prefix extends string> = `${Prefix}_${string}`

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz' // Crockford base 32: no i, l, o, u

/**
 * A new id: the prefix, then 26 characters, of which 10 are the time in milliseconds and 16 are random (80 bits).
 * Ids of later milliseconds sort later.
 *
 * @example newId('dos') // 'dos_01kaqz…'
 */
export function newId<Prefix extends string>(prefix: Prefix, at: number = Date.now()): Id<Prefix> {
  return `${prefix}_${timePart(at)}${randomPart()}`
}

function timePart(at: number): string {
  let text = ''
  for (let rest = at, place = 0; place < 10; place++, rest = Math.floor(rest / 32)) text = alphabet.charAt(rest % 32) + text
  return text
}

const randomPart = () => Array.from(randomBytes(16), (byte) => alphabet.charAt(byte % 32)).join('')
