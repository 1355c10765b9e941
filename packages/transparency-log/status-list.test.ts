import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkStatus, decodeStatusList, emptyStatusList, encodeStatusList, statusAt, withStatus } from './status-list.ts'

const packed = (bytes: Uint8Array, prefix = 'u', change = (gzip: Buffer) => gzip) => prefix + change(gzipSync(bytes)).toString('base64url')
const list = (...set: number[]) => set.reduce((bits, index) => withStatus(bits, index, 1), emptyStatusList())

test('entry 0 of a status list is the highest bit of the first byte', () => {
  // Bitstring Status List 1.0, 2.2: "the first index, with a value of zero (0), is located at the left-most bit".
  expect([...list(0, 7, 8, 131_071).subarray(0, 2)]).toEqual([0b1000_0001, 0b1000_0000])
  expect(list(131_071).at(-1)).toBe(1)
})

test('the encoded example list of the W3C recommendation has no revoked entry', async () => {
  // Bitstring Status List 1.0, example 3.
  const encodedList = 'uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA'
  expect(await decodeStatusList(encodedList)).toEqual({ ok: true, value: emptyStatusList() })
  expect(await checkStatus(encodedList, 94_567)).toEqual({ ok: true, value: 0 })
})

test('a list that another program compressed is read', async () => {
  expect(await checkStatus(packed(list(42)), 42)).toEqual({ ok: true, value: 1 })
  expect(await checkStatus(packed(list(42)), 41)).toEqual({ ok: true, value: 0 })
})

test('a status list with entries of several bits holds numbers', async () => {
  const bits = withStatus(withStatus(emptyStatusList(131_072, 4), 5, 0b1011, 4), 6, 0b0110, 4)
  expect(bits).toHaveLength(65_536)
  expect([statusAt(bits, 4, 4), statusAt(bits, 5, 4), statusAt(bits, 6, 4)]).toMatchObject([{ value: 0 }, { value: 11 }, { value: 6 }])
  expect(withStatus(bits, 5, 0, 4)[2]).toBe(0)
  expect(await checkStatus(await encodeStatusList(bits), 6, 4)).toEqual({ ok: true, value: 6 })
  expect(await checkStatus(await encodeStatusList(emptyStatusList()), 6, 4)).toEqual({
    ok: false,
    refusal: { code: 'status-list-too-short' },
  })
})

describe('refused', () => {
  test.each([
    ['an index after the end', packed(list()), 131_072, 'no-such-status'],
    ['an index before the beginning', packed(list()), -1, 'no-such-status'],
    ['a fractional index', packed(list()), 0.5, 'no-such-status'],
    ['an index that is not a number', packed(list()), Number.NaN, 'no-such-status'],
    ['a list one byte too short', packed(new Uint8Array(16_383)), 0, 'status-list-too-short'],
    ['an empty list', packed(new Uint8Array()), 0, 'status-list-too-short'],
    ['an empty text', '', 0, 'malformed-status-list'],
    ['a list that is not compressed', `u${list().toBase64({ alphabet: 'base64url' })}`, 0, 'malformed-status-list'],
    ['base64 with padding', `u${gzipSync(list()).toString('base64')}`, 0, 'malformed-status-list'],
    ['no multibase letter (Bitstring Status List 1.0, 2.2: a list is multibase base64url)', packed(list(), ''), 0, 'malformed-status-list'],
    ['another multibase letter', `z${packed(list()).slice(1)}`, 0, 'malformed-status-list'],
    ['a truncated list', packed(list()).slice(0, -12), 0, 'malformed-status-list'],
    ['a wrong checksum', packed(list(), 'u', (gzip) => gzip.fill(0, gzip.length - 8, gzip.length - 4)), 0, 'malformed-status-list'],
    ['data after the list', packed(list(), 'u', (gzip) => Buffer.concat([gzip, Buffer.from('more')])), 0, 'malformed-status-list'],
  ])('a status lookup with %s is refused', async (_, encodedList, index, code) => {
    expect(await checkStatus(encodedList, index)).toEqual({ ok: false, refusal: { code } })
  })

  test('a compressed list of 128 MiB in 130 KB is refused before it is decompressed', { timeout: 30_000 }, async () => {
    const bomb = packed(new Uint8Array(128 * 1024 * 1024))
    expect(bomb.length).toBeLessThan(200_000)
    const before = process.memoryUsage().arrayBuffers
    expect(await decodeStatusList(bomb)).toEqual({ ok: false, refusal: { code: 'status-list-too-large' } })
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024)
    expect(await decodeStatusList('A'.repeat(40_000_000))).toEqual({ ok: false, refusal: { code: 'status-list-too-large' } })
  })

  test('a list size, index or value out of range makes the writer throw', () => {
    expect(() => emptyStatusList(131_071)).toThrow(RangeError)
    expect(() => withStatus(list(), 131_072, 1)).toThrow(RangeError)
    expect(() => withStatus(list(), 0, 2)).toThrow(RangeError)
    expect(() => withStatus(list(), 0, 1, 0)).toThrow(RangeError)
  })
})

describe('always', () => {
  test('a status that was set is read, and no other entry is changed', async () => {
    const anyIndexes = fc.uniqueArray(fc.nat(131_071), { maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(anyIndexes, fc.nat(131_071), async (indexes, other) => {
        const encoded = await encodeStatusList(list(...indexes))
        for (const index of indexes) expect(await checkStatus(encoded, index)).toEqual({ ok: true, value: 1 })
        expect(await checkStatus(encoded, other)).toEqual({ ok: true, value: indexes.includes(other) ? 1 : 0 })
      }),
      { numRuns: 20 },
    )
  })

  test('the status lookup never throws on any text', async () => {
    await fc.assert(fc.asyncProperty(fc.string(), async (text) => !(await checkStatus(text, 0)).ok))
  })
})
