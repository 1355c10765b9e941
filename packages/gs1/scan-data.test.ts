import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDigit, formatFnc1, formatScanData, parseElementString, parseScanData } from './index.ts'
import type { ElementCarrier } from './index.ts'

const elementsIn = (bracketed: string) => {
  const read = parseElementString(bracketed)
  if (!read.ok) throw new Error(`${bracketed}: ${read.refusal.code}`)
  return read.value
}

describe('scan data', () => {
  // Message and bracketed form as the unit tests of the GS1 Barcode Syntax Engine pair them (src/c-lib/ai.c, dl.c).
  test.each([
    ['^0112345678901231', '(01)12345678901231'],
    ['^01123456789012311012345', '(01)12345678901231(10)12345'],
    ['^011231231231233322TEST^10ABC^21XYZ', '(01)12312312312333(22)TEST(10)ABC(21)XYZ'],
    ['^8018123456789012345675^8019123', '(8018)123456789012345675(8019)123'],
    ['^0109520123456788310300019539220299^17201225', '(01)09520123456788(3103)000195(3922)0299(17)201225'],
    ['^0095201234567891234502095201234567883725^10ABC123', '(00)952012345678912345(02)09520123456788(37)25(10)ABC123'],
  ])('the scan data %s hold %s, with either separator and after every symbology identifier for elements', (fnc1, bracketed) => {
    const expected = { ok: true, value: elementsIn(bracketed) }
    expect(parseScanData(fnc1)).toEqual(expected)
    const sent = fnc1.replaceAll('^', '\u001d')
    expect(parseScanData(sent)).toEqual(expected)
    for (const carrier of [']C1', ']e0', ']d2', ']Q3', ']J1'] as const) {
      expect(parseScanData(carrier + sent.slice(1))).toEqual(expected)
      expect(parseScanData(carrier + sent)).toEqual(expected)
      expect(formatScanData(expected.value, carrier)).toBe(carrier + sent.slice(1))
    }
    expect(formatFnc1(expected.value)).toBe(fnc1)
  })

  test('scan data may have a separator after a value of predefined length, and at the end', () => {
    expect(parseScanData('^0112345678901231^1012345^')).toEqual({ ok: true, value: elementsIn('(01)12345678901231(10)12345') })
  })

  test('scan data of a symbol with plain text are read as a Digital Link', () => {
    for (const carrier of [']Q1', ']d1', ']J0'])
      expect(parseScanData(`${carrier}https://id.example.vn/01/08938501234568/10/L7`)).toEqual({
        ok: true,
        value: elementsIn('(01)08938501234568(10)L7'),
      })
    expect(parseScanData(']Q1hello')).toEqual({ ok: false, refusal: { code: 'link-scheme' } })
  })

  test('scan data of a retail symbol are read as a GTIN of fourteen digits', () => {
    expect(parseScanData(']E08938501234568')).toEqual({ ok: true, value: elementsIn('(01)08938501234568') })
    expect(parseScanData(']E496385074')).toEqual({ ok: true, value: elementsIn('(01)00000096385074') })
    expect(parseScanData(']I118938501234565')).toEqual({ ok: true, value: elementsIn('(01)18938501234565') })
    expect(parseScanData(']E0893850123456')).toEqual({ ok: false, refusal: { code: 'scan-number', expected: 13 } })
    expect(parseScanData(']E08938501234567')).toMatchObject({ ok: false, refusal: { code: 'string-value', ai: '01' } })
  })

  test('scan data without meaning are refused with the reason and the position', () => {
    expect(parseScanData('0112345678901231')).toEqual({ ok: false, refusal: { code: 'scan-start' } })
    expect(parseScanData('')).toEqual({ ok: false, refusal: { code: 'scan-start' } })
    expect(parseScanData(']X0123')).toEqual({ ok: false, refusal: { code: 'scan-symbology', given: ']X0' } })
    expect(parseScanData('^')).toEqual({ ok: false, refusal: { code: 'string-unknown-ai', ai: '', position: 1 } })
    expect(parseScanData('^011234567890123189X')).toEqual({ ok: false, refusal: { code: 'string-unknown-ai', ai: '89X', position: 17 } })
    expect(parseScanData(']d21012345')).toEqual({
      ok: false,
      refusal: { code: 'elements-required', ai: '10', anyOf: '01,02,03,8006,8026' },
    })
    // A separator that is missing makes one value of two: the engine says that it is too long.
    expect(parseScanData('^011234567890123110ABCDEFGHIJKLMNOPQRSTU')).toMatchObject({
      ok: false,
      refusal: { code: 'string-value', ai: '10' },
    })
  })

  test('scan data written and read again are the same', () => {
    const set82 = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'
    const text = fc.string({ unit: fc.constantFrom(...set82), minLength: 1, maxLength: 20 })
    const body = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 13, maxLength: 13 })
    const carrier = fc.constantFrom<ElementCarrier>(']C1', ']e0', ']d2', ']Q3', ']J1')
    fc.assert(
      fc.property(
        body,
        text,
        text,
        carrier,
        fc.shuffledSubarray(['10', '21', '01', '17'], { minLength: 4 }),
        (digits, lot, serial, sent, order) => {
          const values: Record<string, string> = { '01': `${digits}${checkDigit(digits)}`, '10': lot, '21': serial, '17': '271200' }
          const elements = order.map((ai) => ({ ai, value: values[ai]! }))
          expect(parseScanData(formatScanData(elements, sent))).toEqual({ ok: true, value: elements })
          expect(parseScanData(formatFnc1(elements))).toEqual({ ok: true, value: elements })
        },
      ),
    )
  })

  test('C44: the parser of scan data never throws on any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', '^', ']C1', ']Q1', ']E0', '^0108938501234568', ']d2'),
        (tail, start) => {
          expect(typeof parseScanData(start + tail).ok).toBe('boolean')
        },
      ),
    )
  })
})
