import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { unzipSync } from 'fflate'
import jsqr from 'jsqr'
import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { aLabel } from './fixtures.ts'
import { besideModule, labelLayouts, labelModule, labelsPng, labelsZpl, thermalDpis } from './index.ts'
import type { Label, LabelLayout, SecondSymbol, ThermalDpi } from './index.ts'

const createdAt = new Date('2026-11-20T08:00:00+07:00')
const tills = { least: 0.396, most: 0.99 }
const bars = { least: 0.249, most: 0.66 }
const gtin = '08938501234568'
const url = `https://dacsan.vn/01/${gtin}/10/261120-77/21/0012ABCDEFGHJKMN`

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  await prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer as ArrayBuffer }, fireImmediately: true })
})

const rollAt = (id: string, dpi: ThermalDpi): LabelLayout => ({ ...labelLayouts.find((one) => one.id === id)!, dot: 25.4 / dpi })

function labelOn(layout: LabelLayout, symbol?: SecondSymbol): Label {
  const module = symbol && besideModule(layout, symbol, symbol.kind === 'ean-13' ? bars : tills)
  const label = aLabel({ url, lot: '261120-77', ...(symbol && module && { beside: { symbol, module } }) })
  return { ...label, module: labelModule(layout, label, tills)! }
}

async function pictureOf(layout: LabelLayout, label: Label, dpi: ThermalDpi): Promise<Buffer> {
  const [picture] = Object.values(unzipSync(await labelsPng({ labels: [label], layout, createdAt }, dpi)))
  return Buffer.from(picture!)
}

/** As a camera sees a label: with paper around it, each dot some pixels wide. */
const photo = (picture: Buffer) =>
  sharp(picture)
    .extend({ top: 30, bottom: 30, left: 30, right: 30, background: '#fff' })
    .toBuffer()
    .then(async (framed) => sharp(framed).resize({ width: (await sharp(framed).metadata()).width * 3, kernel: 'nearest' }))

async function readings(seen: Sharp): Promise<{ zxing: string[]; jsqr: string | undefined }> {
  const { data, info } = await seen.flatten({ background: '#fff' }).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const pixels = { data: new Uint8ClampedArray(data), width: info.width, height: info.height }
  const found = await readBarcodes(pixels as never, { formats: ['QRCode', 'EAN13', 'DataMatrix'], tryHarder: true, tryRotate: true })
  return { zxing: found.map(({ text }) => text), jsqr: jsqr.default(pixels.data, pixels.width, pixels.height)?.data }
}

describe('labels of a roll as dots', () => {
  test.each(thermalDpis.flatMap((dpi) => ['roll-50x30', 'roll-60x40', 'roll-75x50', 'roll-100x50'].map((id) => [id, dpi] as const)))(
    '%s at %i dpi is read by two readers that are not ours, also blurred, turned and in part covered',
    async (id, dpi) => {
      const layout = rollAt(id, dpi)
      const picture = await pictureOf(layout, labelOn(layout), dpi)
      const both = await readings(await photo(picture))
      expect(both).toEqual({ zxing: [url], jsqr: url })
      const seen = await (await photo(picture)).png().toBuffer()
      const { width = 0, height = 0 } = await sharp(seen).metadata()
      const scratch = Buffer.from(
        `<svg width="${width}" height="${height}"><rect x="${width * 0.2}" y="${height * 0.4}" width="14" height="14" fill="#fff"/></svg>`,
      )
      for (const worse of [
        sharp(seen).blur(2.2),
        sharp(seen).rotate(17, { background: '#fff' }),
        sharp(seen).rotate(180),
        sharp(seen).composite([{ input: scratch, left: 0, top: 0 }]),
      ])
        expect((await readings(worse)).zxing).toEqual([url])
    },
  )

  test.each(thermalDpis)(
    'at %i dpi a second symbol beside it is read too: the number for tills, or all that the first one says',
    async (dpi) => {
      const layout = rollAt('roll-60x40', dpi)
      const ean = await readings(await photo(await pictureOf(layout, labelOn(layout, { kind: 'ean-13', gtin }), dpi)))
      expect(ean.zxing.toSorted()).toEqual([gtin.slice(1), url].toSorted())
      const elements = [
        { ai: '01', value: gtin },
        { ai: '17', value: '270520' },
        { ai: '10', value: '261120-77' },
        { ai: '21', value: '0012ABCDEFGHJKMN' },
      ]
      const matrix = await readings(await photo(await pictureOf(layout, labelOn(layout, { kind: 'datamatrix', elements }), dpi)))
      expect(matrix.zxing.map((text) => text.replaceAll(/[\u001d()]/g, '')).toSorted()).toEqual(
        ['01089385012345681727052010261120-77210012ABCDEFGHJKMN', url].toSorted(),
      )
    },
  )

  test('a program in ZPL carries the same dots as the picture, and says width, height and how often', async () => {
    const layout = rollAt('roll-50x30', 203)
    const label = labelOn(layout)
    const zpl = new TextDecoder().decode(
      await labelsZpl({ labels: [label, { ...label, url: `${url.slice(0, -1)}P` }], copies: 3, layout, createdAt }, 203),
    )
    // 50 and 30 mm at 203 dots to the inch, by hand.
    const programs = [...zpl.matchAll(/\^XA\^PW400\^LL240\^LH0,0\^FO0,0\^GFA,12000,12000,50,([^^]*)\^FS\^PQ3\^XZ\n/g)]
    expect(programs).toHaveLength(2)
    const rows = unpacked(programs[0]![1]!, 50)
    const { data } = await sharp(await pictureOf(layout, label, 203))
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const expected = Array.from({ length: 240 }, (_, row) =>
      [...data.subarray(row * 400, (row + 1) * 400)].map((grey) => (grey < 128 ? 1 : 0)).join(''),
    )
    expect(rows).toEqual(expected)
  })

  test('a sheet of A4 is no roll', async () => {
    await expect(labelsZpl({ labels: [aLabel()], layout: labelLayouts[0], createdAt }, 203)).rejects.toThrow(RangeError)
  })
})

/** Zebra's packing of graphics, read by another way than it is written: sign by sign. */
function unpacked(text: string, rowBytes: number): string[] {
  const rows: string[] = []
  let [row, count] = ['', 0]
  const end = () => {
    rows.push([...row].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join(''))
    row = ''
  }
  for (const sign of text) {
    if (sign === ':') rows.push(rows.at(-1)!)
    else if (sign === ',') {
      row = row.padEnd(rowBytes * 2, '0')
      end()
    } else if (sign >= 'G' && sign <= 'Y') count += sign.charCodeAt(0) - 70
    else if (sign >= 'g' && sign <= 'z') count += (sign.charCodeAt(0) - 102) * 20
    else {
      row += sign.repeat(count || 1)
      count = 0
      if (row.length === rowBytes * 2) end()
    }
  }
  return rows
}
