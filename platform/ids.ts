import { randomFillSync } from 'node:crypto'
import { NotFound } from '@dacsan/decisions'
import { z } from 'zod'

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

/**
 * An id out of an address. What begins otherwise names nothing.
 *
 * @example readId('dos', 'dos_01k') // 'dos_01k'; readId('dos', 'rnd_01k') throws NotFound
 */
export function readId<Prefix extends string>(prefix: Prefix, text: string): Id<Prefix> {
  if (!isId(prefix, text)) throw new NotFound('No thing has this id', { prefix, text })
  return text
}

/**
 * The same out of a form, as part of the schema of an input. `says`: what the form says beside a field that was left open or is broken; the
 * platform has no words of its own.
 *
 * @example z.object({ councilId: idInput('cnc', 'Chọn Hội đồng.') })
 */
export const idInput = <Prefix extends string>(prefix: Prefix, says?: string) =>
  z.custom<Id<Prefix>>((value) => typeof value === 'string' && isId(prefix, value), says)

const isId = <Prefix extends string>(prefix: Prefix, text: string): text is Id<Prefix> => text.startsWith(`${prefix}_`)

function timePart(at: number): string {
  let text = ''
  for (let rest = at, place = 0; place < 10; place++, rest = Math.floor(rest / 32)) text = alphabet.charAt(rest % 32) + text
  return text
}

const length = 16
// Fetched in stock: asking the system for sixteen bytes costs nearly as much as asking for thousands.
const stock = new Uint8Array(256 * length)
let used = stock.length

function randomPart(): string {
  if (used === stock.length) {
    randomFillSync(stock)
    used = 0
  }
  let text = ''
  for (const end = used + length; used < end; used++) text += alphabet.charAt(stock[used]! % 32)
  return text
}
