import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import jsqr from 'jsqr'
import { describe, expect, test } from 'vitest'
import {
  buildDigitalLink,
  checkDigit,
  formatGtin,
  hasCheckDigit,
  isGtin,
  isTraceCode,
  isVietnamese,
  newTraceCode,
  parseDigitalLink,
  parseGtin,
  parseLot,
  parseSerial,
  readTraceCode,
} from './index.ts'
import type { Gtin } from './index.ts'
import { qrModules, qrSvg } from './qr.ts'

type Vector = { id: string; input: string; valid: boolean; elementString?: string; canonicalDigitalLink?: string; error?: string }
const vectors = readFileSync(new URL('./vectors/digital-link-01.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line): Vector => JSON.parse(line))

const set82 = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'
const element = fc.string({ unit: fc.constantFrom(...set82), minLength: 1, maxLength: 20 })
const anyGtin = fc
  .string({ unit: fc.constantFrom(...'0123456789'), minLength: 13, maxLength: 13 })
  .map((digits) => `${digits}${checkDigit(digits)}` as Gtin)

describe('a GTIN', () => {
  test('has the check digit of the GS1 General Specifications', () => {
    // 6291041500213 and 629104150021: the worked example of section 7.9.1.
    expect(checkDigit('629104150021')).toBe(3)
    expect(checkDigit('893850123456')).toBe(8)
    expect(() => checkDigit('12a')).toThrow(RangeError)
    expect(() => checkDigit('')).toThrow(RangeError)
  })

  test('is read in all four lengths and kept in fourteen digits', () => {
    expect(parseGtin('893 850123456 8')).toEqual({ ok: true, value: '08938501234568' })
    expect(parseGtin('036000291452')).toEqual({ ok: true, value: '00036000291452' })
    expect(parseGtin('96385074')).toEqual({ ok: true, value: '00000096385074' })
    expect(parseGtin('08938501234568')).toEqual({ ok: true, value: '08938501234568' })
  })

  test('is refused with the reason', () => {
    expect(parseGtin('8938501234567')).toEqual({ ok: false, refusal: { code: 'gtin-check-digit', given: 7, expected: 8 } })
    expect(parseGtin('893850123456')).toMatchObject({ ok: false, refusal: { code: 'gtin-check-digit' } })
    expect(parseGtin('89385012345')).toEqual({ ok: false, refusal: { code: 'gtin-length', length: 11 } })
    expect(parseGtin('')).toEqual({ ok: false, refusal: { code: 'gtin-not-digits' } })
    expect(parseGtin('893850123456x')).toEqual({ ok: false, refusal: { code: 'gtin-not-digits' } })
    expect(parseGtin('٨٩٣٨٥٠١٢٣٤٥٦٨')).toEqual({ ok: false, refusal: { code: 'gtin-not-digits' } })
    const inStoreOnly = `200000000000${checkDigit('200000000000')}`
    expect(parseGtin(inStoreOnly)).toEqual({ ok: false, refusal: { code: 'gtin-restricted' } })
  })

  test('printed and read again is the same', () => {
    expect(formatGtin('08938501234568' as Gtin)).toBe('8938501234568')
    fc.assert(
      fc.property(anyGtin, (gtin) => {
        const read = parseGtin(formatGtin(gtin))
        expect(read.ok ? read.value : read.refusal.code).toBe(read.ok ? gtin : 'gtin-restricted')
      }),
    )
  })

  test('with one wrong digit is always caught', () => {
    fc.assert(
      fc.property(anyGtin, fc.nat(13), fc.integer({ min: 1, max: 9 }), (gtin, place, shift) => {
        const wrong = (Number(gtin[place]) + shift) % 10
        expect(hasCheckDigit(gtin.slice(0, place) + wrong + gtin.slice(place + 1))).toBe(false)
      }),
    )
  })

  test('tells whether GS1 Vietnam gave it out', () => {
    expect(isVietnamese('08938501234568' as Gtin)).toBe(true)
    expect(isVietnamese('00036000291452' as Gtin)).toBe(false)
    expect(isGtin('08938501234568')).toBe(true)
    expect(isGtin('8938501234568')).toBe(false)
  })
})

describe('a lot or serial number', () => {
  test('takes every character of set 82 and nothing else', () => {
    for (const character of set82) expect(parseLot(character)).toEqual({ ok: true, value: character })
    expect(parseLot('DS-2611/A')).toEqual({ ok: true, value: 'DS-2611/A' })
    expect(parseLot('Lô 1')).toEqual({ ok: false, refusal: { code: 'element-characters', character: 'ô' } })
    expect(parseLot('A 1')).toEqual({ ok: false, refusal: { code: 'element-characters', character: ' ' } })
    expect(parseLot('A#1')).toEqual({ ok: false, refusal: { code: 'element-characters', character: '#' } })
  })

  test('has one to twenty characters', () => {
    expect(parseSerial('000123')).toEqual({ ok: true, value: '000123' })
    expect(parseLot('x'.repeat(20)).ok).toBe(true)
    expect(parseLot('x'.repeat(21))).toEqual({ ok: false, refusal: { code: 'element-too-long', limit: 20, length: 21 } })
    expect(parseSerial('')).toEqual({ ok: false, refusal: { code: 'element-empty' } })
  })
})

describe('a Digital Link', () => {
  test('has vectors to be judged by, good and bad', () => {
    expect(vectors.filter(({ valid }) => valid).length).toBeGreaterThan(100)
    expect(vectors.filter(({ valid }) => !valid).length).toBeGreaterThan(20)
  })

  test.each(vectors)('$id: $input is judged as the GS1 engine judges it', ({ input, valid, canonicalDigitalLink }) => {
    const read = parseDigitalLink(input)
    expect(read.ok, JSON.stringify(read)).toBe(valid)
    if (!read.ok) return
    // The canonical form keeps the key, its qualifiers and the attributes, and drops what is no AI.
    expect(buildDigitalLink({ domain: 'https://id.gs1.org', ...read.value })).toBe(canonicalDigitalLink)
  })

  test('keeps attributes apart from parameters that are no AI', () => {
    expect(parseDigitalLink('https://id.example.vn/01/08938501234568/10/A1%2FB?17=271231&linkType=gs1:pip')).toEqual({
      ok: true,
      value: { gtin: '08938501234568', lot: 'A1/B', attributes: [['17', '271231']], parameters: [['linkType', 'gs1:pip']] },
    })
  })

  test('written and read again is the same', () => {
    expect(buildDigitalLink({ domain: 'id.example.vn', gtin: '08938501234568' as Gtin, lot: 'A1/B' })).toBe(
      'https://id.example.vn/01/08938501234568/10/A1%2FB',
    )
    const optional = fc.option(element, { nil: undefined })
    fc.assert(
      fc.property(anyGtin, optional, optional, optional, (gtin, variant, lot, serial) => {
        const given = { gtin, ...(variant && { variant }), ...(lot && { lot }), ...(serial && { serial }) }
        expect(parseDigitalLink(buildDigitalLink({ domain: 'https://id.example.vn/stem/', ...given }))).toEqual({
          ok: true,
          value: { ...given, attributes: [], parameters: [] },
        })
      }),
    )
  })

  test('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string(), (tail) => {
        expect(typeof parseDigitalLink(`https://a/01/08938501234568${tail}`).ok).toBe('boolean')
        expect(typeof parseDigitalLink(tail).ok).toBe('boolean')
      }),
    )
  })

  test('of another key is told from no link at all', () => {
    expect(parseDigitalLink('https://a/414/8938501234568')).toEqual({ ok: false, refusal: { code: 'link-key-not-covered', key: '414' } })
    expect(parseDigitalLink('https://a/b/c')).toEqual({ ok: false, refusal: { code: 'link-no-key' } })
    expect(() => buildDigitalLink({ domain: 'a', gtin: '1' as Gtin })).toThrow(RangeError)
  })
})

describe('a trace code', () => {
  const code = fc.uint8Array({ minLength: 13, maxLength: 13 }).map((bytes) => newTraceCode(() => bytes))

  test('carries 65 random bits in fourteen symbols', () => {
    expect(newTraceCode(() => new Uint8Array(13))).toBe('00000000000000')
    fc.assert(
      fc.property(code, (made) => {
        expect(made).toMatch(/^[0-9A-HJKMNP-TV-Z]{14}$/)
        expect(isTraceCode(made)).toBe(true)
      }),
    )
    expect(() => newTraceCode(() => new Uint8Array(4))).toThrow(RangeError)
  })

  test('with one wrong symbol, or two exchanged, is always caught', () => {
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    fc.assert(
      fc.property(code, fc.nat(13), fc.integer({ min: 1, max: 31 }), (made, place, shift) => {
        const wrong = alphabet[(alphabet.indexOf(made[place] ?? '') + shift) % 32]
        expect(isTraceCode(made.slice(0, place) + wrong + made.slice(place + 1))).toBe(false)
      }),
    )
    fc.assert(
      fc.property(code, fc.nat(13), fc.nat(13), (made, one, other) => {
        fc.pre(made[one] !== made[other])
        const symbols = [...made]
        ;[symbols[one], symbols[other]] = [symbols[other] ?? '', symbols[one] ?? '']
        expect(isTraceCode(symbols.join(''))).toBe(false)
      }),
    )
  })

  test('is read as people type it', () => {
    expect(readTraceCode('ooooooo-ooooooo')).toBe('00000000000000')
    expect(readTraceCode(' 0000 0000 0000 00')).toBe('00000000000000')
    expect(readTraceCode('00000000000001')).toBeUndefined()
    expect(isTraceCode('00000000000001')).toBe(false)
    expect(isTraceCode('0000000000000')).toBe(false)
  })
})

describe('a QR symbol', () => {
  const url = 'https://id.example.vn/01/08938501234568/10/A1%2FB/21/000123'

  test('is read back by a decoder that is not ours', () => {
    const modules = qrModules(url)
    const scale = 4
    const quiet = 4
    const side = (modules.length + 2 * quiet) * scale
    const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
    modules.forEach((row, y) =>
      row.forEach((dark, x) => {
        if (!dark) return
        for (let dy = 0; dy < scale; dy += 1)
          for (let dx = 0; dx < scale; dx += 1)
            pixels.fill(
              0,
              (((y + quiet) * scale + dy) * side + (x + quiet) * scale + dx) * 4,
              (((y + quiet) * scale + dy) * side + (x + quiet) * scale + dx) * 4 + 3,
            )
      }),
    )
    expect(jsqr.default(pixels, side, side)?.data).toBe(url)
  })

  test('is drawn with a quiet zone of four modules around it', () => {
    const side = qrModules(url).length + 8
    expect(qrSvg(url)).toContain(`viewBox="0 0 ${side} ${side}"`)
    const places = [...qrSvg(url).matchAll(/M(\d+) (\d+)h(\d+)v1/g)].map(([, x, y, length]) => ({
      x: Number(x),
      y: Number(y),
      end: Number(x) + Number(length),
    }))
    expect(Math.min(...places.map(({ x }) => x), ...places.map(({ y }) => y))).toBe(4)
    expect(Math.max(...places.map(({ end }) => end))).toBe(side - 4)
  })
})
