import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { readBase64Url } from './base64.ts'
import { squeeze, unsqueeze } from './squeeze.ts'

// W3C Bitstring Status List 1.0: one entry of `size` bits for each credential, entry 0 in the highest bits of the first byte.

/** Fewer entries would tell which credential is asked about (Bitstring Status List, 2.2 and 3.2). */
export const MIN_STATUS_ENTRIES = 131_072

/** What a list may take once it is unpacked: 134 million entries of one bit. A few kilobytes of gzip could hold gigabytes. */
const MAX_STATUS_BYTES = 16 * 1024 * 1024

/** `status-list-too-large` and `-short` are about the unpacked list, `no-such-status` about the index. */
export type StatusListRefusal = { code: 'malformed-status-list' | 'status-list-too-large' | 'status-list-too-short' | 'no-such-status' }

/**
 * A list on which nothing is revoked yet. Throws for fewer entries than the standard asks for.
 *
 * @example emptyStatusList().length // 16384
 */
export function emptyStatusList(entries: number = MIN_STATUS_ENTRIES, size = 1): Uint8Array<ArrayBuffer> {
  if (!(entries >= MIN_STATUS_ENTRIES)) throw new RangeError(`a status list has at least ${MIN_STATUS_ENTRIES} entries`)
  return new Uint8Array(Math.ceil((entries * size) / 8))
}

/**
 * The status at an index: 0 or 1, or more with entries of several bits. Refuses an index that the list does not have.
 *
 * @example statusAt(Uint8Array.of(0b0100_0000), 1) // { ok: true, value: 1 }
 * @example statusAt(Uint8Array.of(0b0100_0000), 8) // { ok: false, refusal: { code: 'no-such-status' } }
 */
export function statusAt(list: Uint8Array, index: number, size = 1): Outcome<number, { code: 'no-such-status' }> {
  if (!hasEntry(list, index, size)) return refuse('no-such-status')
  let status = 0
  for (let bit = index * size; bit < (index + 1) * size; bit += 1)
    status = status * 2 + ((list[Math.floor(bit / 8)]! >> (7 - (bit % 8))) & 1)
  return done(status)
}

/**
 * The list with another status at an index; the list given stays as it was. Throws for an index or a status that does not fit.
 *
 * @example withStatus(emptyStatusList(), 3, 1)[0] // 16
 */
export function withStatus(list: Uint8Array, index: number, status: number, size = 1): Uint8Array<ArrayBuffer> {
  const fits = Number.isInteger(status) && status >= 0 && status < 2 ** size
  if (!hasEntry(list, index, size) || !fits) throw new RangeError(`status ${status} at ${index} does not fit the list`)
  const changed = Uint8Array.from(list)
  for (let place = 0; place < size; place += 1) {
    const bit = index * size + place
    const mask = 0x80 >> (bit % 8)
    const set = Math.floor(status / 2 ** (size - 1 - place)) % 2 === 1
    changed[Math.floor(bit / 8)] = set ? changed[Math.floor(bit / 8)]! | mask : changed[Math.floor(bit / 8)]! & ~mask
  }
  return changed
}

function hasEntry(list: Uint8Array, index: number, size: number): boolean {
  const isSize = Number.isInteger(size) && size >= 1 && size <= 32
  return isSize && Number.isSafeInteger(index) && index >= 0 && (index + 1) * size <= list.length * 8
}

/**
 * Packs a list as `encodedList`: gzip, then base64url behind the multibase letter `u` (3.3).
 *
 * @example (await encodeStatusList(emptyStatusList())).startsWith('uH4sI') // true
 */
export async function encodeStatusList(list: Uint8Array<ArrayBuffer>): Promise<string> {
  const packed = await squeeze('gzip', list)
  return `u${packed.toBase64({ alphabet: 'base64url', omitPadding: true })}`
}

/**
 * Unpacks an `encodedList` (3.4). Refuses a list without the multibase letter `u`, what is not gzip in base64url, what is more than 16 MiB, and what
 * is shorter than the standard allows. Stops unpacking as soon as it is too much.
 *
 * @example (await decodeStatusList(await encodeStatusList(emptyStatusList()))).value.length // 16384
 * @example decodeStatusList('uAAAA') // { ok: false, refusal: { code: 'malformed-status-list' } }
 */
export async function decodeStatusList(encodedList: string, size = 1): Promise<Outcome<Uint8Array<ArrayBuffer>, StatusListRefusal>> {
  if (encodedList.length > 2 * MAX_STATUS_BYTES) return refuse('status-list-too-large')
  const packed = encodedList.startsWith('u') ? readBase64Url(encodedList.slice(1)) : undefined
  if (!packed) return refuse('malformed-status-list')
  const list = await unsqueeze('gzip', packed, MAX_STATUS_BYTES)
  if (!list.ok) return refuse(list.refusal.code === 'too-large' ? 'status-list-too-large' : 'malformed-status-list')
  return (list.value.length * 8) / size < MIN_STATUS_ENTRIES ? refuse('status-list-too-short') : list
}

/**
 * The status at an index of a packed list: 0 is "nothing against it".
 *
 * @example checkStatus(await encodeStatusList(withStatus(emptyStatusList(), 42, 1)), 42) // { ok: true, value: 1 }
 */
export async function checkStatus(encodedList: string, index: number, size = 1): Promise<Outcome<number, StatusListRefusal>> {
  const list = await decodeStatusList(encodedList, size)
  return list.ok ? statusAt(list.value, index, size) : list
}
