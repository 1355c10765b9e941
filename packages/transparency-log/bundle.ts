import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'

/** What one entry can hold: its length is a 16-bit number (C2SP tlog-tiles, "Log entries"). */
export const MAX_ENTRY_BYTES = 0xffff

/** The byte at which the entry begins that the bundle does not hold whole. */
export type BundleRefusal = { code: 'broken-bundle'; at: number }

/** Writes entries one behind the other, each behind its length. */
export function writeBundle(entries: readonly Uint8Array[]): Uint8Array {
  const bundle = new Uint8Array(entries.reduce((length, entry) => length + 2 + entry.length, 0))
  let at = 0
  for (const entry of entries) {
    if (entry.length > MAX_ENTRY_BYTES) throw new RangeError(`an entry has at most ${MAX_ENTRY_BYTES} bytes, not ${entry.length}`)
    bundle[at] = entry.length >> 8
    bundle[at + 1] = entry.length & 0xff
    bundle.set(entry, at + 2)
    at += 2 + entry.length
  }
  return bundle
}

/**
 * Reads an entry bundle (C2SP tlog-tiles). Refuses one that ends within an entry and says at which byte that entry begins.
 *
 * @example readBundle(new Uint8Array([0, 1, 97, 0, 0])).value.map((entry) => entry.toHex()) // ['61', '']
 * @example readBundle(new Uint8Array([0, 2, 97])) // { ok: false, refusal: { code: 'broken-bundle', at: 0 } }
 */
export function readBundle(bundle: Uint8Array): Outcome<Uint8Array[], BundleRefusal> {
  const entries: Uint8Array[] = []
  for (let at = 0; at < bundle.length;) {
    const begin = at + 2
    const end = begin + (bundle[at]! << 8) + (bundle[at + 1] ?? 0)
    if (begin > bundle.length || end > bundle.length) return refuse('broken-bundle', { at })
    entries.push(bundle.subarray(begin, end))
    at = end
  }
  return done(entries)
}
