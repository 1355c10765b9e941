import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { checkDigit, formatScanData, parseElementString, parseScanData } from './index.ts'
import type { Element } from './index.ts'
import type { Modules } from './modules-svg.ts'
import { dataMatrixModules, dataMatrixSvg, gs1128Bars, gs1128Svg } from './symbols.ts'

const elementsIn = (bracketed: string): Element[] => {
  const read = parseElementString(bracketed)
  if (!read.ok) throw new Error(read.refusal.code)
  return read.value
}

/** What a decoder that is not ours reads in a picture of the modules: identifier and text, as a scanner sends them. */
async function scan(modules: Modules): Promise<string> {
  const scale = 4
  const quiet = 12
  const width = (modules[0]!.length + 2 * quiet) * scale
  const height = (modules.length + 2 * quiet) * scale
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if (modules[Math.floor(y / scale) - quiet]?.[Math.floor(x / scale) - quiet])
        data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3)
  const [found] = await readBarcodes({ data, width, height, colorSpace: 'srgb' } as Parameters<typeof readBarcodes>[0], {
    textMode: 'Plain',
  })
  if (!found) throw new Error('nothing was read')
  return found.symbologyIdentifier + found.text
}

const barsAsModules = (elements: readonly Element[]): Modules => {
  const row = gs1128Bars(elements).flatMap((width, place) => Array.from({ length: width }, () => place % 2 === 0))
  return Array.from({ length: 40 }, () => row)
}

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  await prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer as ArrayBuffer }, fireImmediately: true })
})

describe('a symbol with elements', () => {
  const lot = elementsIn('(01)08938501234568(10)L\\(7)(21)A/1%')

  test('a GS1 DataMatrix symbol is read back by an independent decoder', async () => {
    expect(await scan(dataMatrixModules(lot))).toBe(formatScanData(lot, ']d2'))
  })

  test('a GS1-128 symbol is read back by an independent decoder', async () => {
    expect(await scan(barsAsModules(lot))).toBe(formatScanData(lot, ']C1'))
  })

  test('GS1 DataMatrix and GS1-128 symbols carry any lot and any serial number', async () => {
    const text = fc.string({ unit: fc.constantFrom(...'!"%&\'()*+,-./019:;<=>?AZ_az'), minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(fc.nat(9_999_999), text, text, async (number, batch, serial) => {
        const body = `0893850${String(number).padStart(6, '0').slice(0, 6)}`
        const elements = [
          { ai: '01', value: `${body}${checkDigit(body)}` },
          { ai: '10', value: batch },
          { ai: '21', value: serial },
        ]
        for (const modules of [dataMatrixModules(elements), barsAsModules(elements)])
          expect(parseScanData(await scan(modules))).toEqual({ ok: true, value: elements })
      }),
      { numRuns: 15 },
    )
  })

  test('GS1 DataMatrix and GS1-128 symbols are drawn with the quiet zone of their standard', () => {
    const side = dataMatrixModules(lot).length
    expect(dataMatrixSvg(lot)).toContain(`viewBox="0 0 ${side + 2} ${side + 2}"`)
    const width = gs1128Bars(lot).reduce((sum, bar) => sum + bar, 0)
    expect(gs1128Svg(lot, { height: 50 })).toContain(`viewBox="0 0 ${width + 20} 50"`)
    expect(gs1128Svg(lot)).toContain('M10 0h2v64h-2z')
  })

  test('a GS1-128 symbol that would be too long is not drawn', () => {
    const long = elementsIn(`(01)08938501234568(10)${'x'.repeat(20)}(21)${'x'.repeat(20)}`)
    expect(() => gs1128Bars(long)).toThrow(RangeError)
    expect(dataMatrixModules(long).length).toBeGreaterThan(20)
  })
})
