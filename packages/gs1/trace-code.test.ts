import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isTraceCode, newTraceCode, readTraceCode } from './index.ts'

describe('a trace code', () => {
  const code = fc.uint8Array({ minLength: 13, maxLength: 13 }).map((bytes) => newTraceCode(() => bytes))

  test('a trace code carries 65 random bits in fourteen symbols', () => {
    expect(newTraceCode(() => new Uint8Array(13))).toBe('00000000000000')
    fc.assert(
      fc.property(code, (made) => {
        expect(made).toMatch(/^[0-9A-HJKMNP-TV-Z]{14}$/)
        expect(isTraceCode(made)).toBe(true)
      }),
    )
    expect(() => newTraceCode(() => new Uint8Array(4))).toThrow(RangeError)
  })

  test('a trace code with one wrong symbol, or two exchanged, is always detected', () => {
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

  test('a trace code is read as people type it', () => {
    expect(readTraceCode('ooooooo-ooooooo')).toBe('00000000000000')
    expect(readTraceCode(' 0000 0000 0000 00')).toBe('00000000000000')
    expect(readTraceCode('00000000000001')).toBeUndefined()
    expect(isTraceCode('00000000000001')).toBe(false)
    expect(isTraceCode('0000000000000')).toBe(false)
  })
})
