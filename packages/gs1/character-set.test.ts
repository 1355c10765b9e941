import { describe, expect, test } from 'vitest'
import { parseLot, parseSerial } from './index.ts'

// GS1 General Specifications, figure 7.11-1.
const set82 = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'

describe('a lot or serial number', () => {
  test('a lot or serial number accepts every character of set 82 and nothing else', () => {
    for (const character of set82) expect(parseLot(character)).toEqual({ ok: true, value: character })
    expect(parseLot('DS-2611/A')).toEqual({ ok: true, value: 'DS-2611/A' })
    expect(parseLot('Lô 1')).toEqual({ ok: false, refusal: { code: 'element-characters', character: 'ô', position: 1 } })
    expect(parseLot('A 1')).toEqual({ ok: false, refusal: { code: 'element-characters', character: ' ', position: 1 } })
    expect(parseLot('A#1')).toEqual({ ok: false, refusal: { code: 'element-characters', character: '#', position: 1 } })
  })

  test('a lot or serial number has one to twenty characters', () => {
    expect(parseSerial('000123')).toEqual({ ok: true, value: '000123' })
    expect(parseLot('x'.repeat(20)).ok).toBe(true)
    expect(parseLot('x'.repeat(21))).toEqual({ ok: false, refusal: { code: 'element-too-long', limit: 20, length: 21 } })
    expect(parseSerial('')).toEqual({ ok: false, refusal: { code: 'element-empty' } })
  })
})
