import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { crc32 } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import jsqr from 'jsqr'
import sharp from 'sharp'
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { aDecision, aLabel, someMinutes } from './fixtures.ts'
import { draw, drawingVersion, labelLayouts, labelSheetPdf, officialDocumentDocx, workbookXlsx } from './index.ts'
import type { LabelLayout } from './index.ts'
import { repeatPages } from './repeat-pages.ts'

const createdAt = new Date(0)

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  await prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer as ArrayBuffer }, fireImmediately: true })
})
type Page = { words: string[]; symbols: string[] }

/** What stands on a page: each text with its place, and each symbol as a reader that is not ours reads it, with its place. */
async function pageOf(pdf: Uint8Array, number: number): Promise<Page> {
  const { OPS } = await getResolvedPDFJS()
  const page = await (await getDocumentProxy(pdf.slice())).getPage(number)
  const { items } = await page.getTextContent()
  const words = items.flatMap((item) =>
    'str' in item ? [`${item.str} @ ${item.transform.map((n: number) => n.toFixed(3)).join(' ')}`] : [],
  )
  const { fnArray, argsArray } = await page.getOperatorList()
  const symbols: string[] = []
  let [color, place] = ['', '']
  for (const [index, operation] of fnArray.entries()) {
    if (operation === OPS.setFillRGBColor) color = String(argsArray[index][0])
    if (operation === OPS.transform) place = [...argsArray[index]].map((n: number) => n.toFixed(3)).join(' ')
    if (operation !== OPS.constructPath || argsArray[index][0] !== OPS.fill || color !== '#000000') continue
    const path = pathOf([...(argsArray[index][1][0] as Float32Array)])
    const side = 4 + (argsArray[index][2] as Float32Array)[2]!
    const read = path.length > 2000 ? await readSymbol(path, side) : crc32(path).toString(16)
    symbols.push(`${read} @ ${place}`)
  }
  return { words, symbols }
}

function pathOf(steps: number[]): string {
  let path = ''
  while (steps.length > 0) {
    const step = steps.shift()
    path += step === 4 ? 'Z' : `${step === 0 ? 'M' : 'L'}${steps.shift()} ${steps.shift()}`
  }
  return path
}

const read = new Map<string, string>()

async function readSymbol(path: string, side: number): Promise<string> {
  const known = read.get(path)
  if (known !== undefined) return known
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side * 8}" height="${side * 8}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>`
  const { data, info } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const pixels = { data: new Uint8ClampedArray(data), width: info.width, height: info.height }
  const byOne = jsqr.default(pixels.data, pixels.width, pixels.height)?.data ?? 'unreadable'
  const [byOther] = await readBarcodes(pixels as never, { formats: ['QRCode'] })
  expect(byOther?.text).toBe(byOne)
  read.set(path, byOne)
  return byOne
}

const pagesIn = async (pdf: Uint8Array) => (await getDocumentProxy(pdf.slice())).numPages

describe('a sheet of many copies', () => {
  test.each<LabelLayout>([...labelLayouts])(
    '$name: 2,000 labels after used places are as large as a few pages, and every page shows what it shows drawn alone',
    async (layout) => {
      const places = layout.columns * layout.rows
      const skip = Math.min(3, places - 1)
      const label = aLabel()
      const all = labelSheetPdf({ labels: [label], copies: 2000, skip, layout, createdAt })
      const pages = Math.ceil((2000 + skip) / places)
      expect(await pagesIn(all)).toBe(pages)
      const first = labelSheetPdf({ labels: [label], copies: places - skip, skip, layout, createdAt })
      const full = labelSheetPdf({ labels: [label], copies: places, layout, createdAt })
      const last = labelSheetPdf({ labels: [label], copies: 2000 + skip - (pages - 1) * places, layout, createdAt })
      expect(all.length).toBeLessThan(first.length + full.length + last.length + pages * 400)
      const [inTheMiddle, atTheEnd] = [await pageOf(all, pages - 1), await pageOf(all, pages)]
      expect(await pageOf(all, 1)).toEqual(await pageOf(first, 1))
      expect(inTheMiddle).toEqual(await pageOf(full, 1))
      expect(atTheEnd).toEqual(await pageOf(last, 1))
      expect(inTheMiddle.symbols.filter((symbol) => symbol.startsWith(`${label.url} @`))).toHaveLength(places)
    },
  )

  test('labels that differ stand in their order, each as often as was asked, also where a page repeats', async () => {
    const [layout] = labelLayouts
    const urls = ['https://dacsan.example.vn/t/1', 'https://dacsan.example.vn/t/2']
    const labels = urls.map((url) => aLabel({ url }))
    const pdf = labelSheetPdf({ labels, copies: 60, skip: 2, layout, createdAt })
    const onPages = await Promise.all([1, 2, 3, 4, 5, 6].map(async (number) => (await pageOf(pdf, number)).symbols))
    const counts = onPages.map((symbols) => urls.map((url) => symbols.filter((symbol) => symbol.startsWith(`${url} @`)).length))
    expect(counts).toEqual([
      [22, 0],
      [24, 0],
      [14, 10],
      [0, 24],
      [0, 24],
      [0, 2],
    ])
  })

  test('copies that cannot be counted are refused', () => {
    for (const copies of [0, -1, 1.5, Number.NaN])
      expect(() => labelSheetPdf({ labels: [aLabel()], copies, layout: labelLayouts[0], createdAt })).toThrow(RangeError)
  })
})

describe('a PDF whose pages repeat', () => {
  const [layout] = labelLayouts
  const pdf = labelSheetPdf({ labels: [aLabel()], copies: 100, layout, createdAt })
  const text = Buffer.from(pdf).toString('latin1')

  test('stays one PDF/A-2b: its table names the place of every object, its tree every page once, and nothing is left from before', () => {
    expect(text).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(text).toContain('<pdfaid:conformance>B</pdfaid:conformance>')
    expect(text.match(/startxref/g)).toHaveLength(1)
    const table = Number(/startxref\s+(\d+)/.exec(text)![1])
    const [, size] = /^xref\n0 (\d+)\n/.exec(text.slice(table))!
    expect(text).toContain(`/Size ${size}`)
    const entries = text
      .slice(table + `xref\n0 ${size}\n`.length)
      .match(/\d{10} \d{5} [nf]\r\n/g)!
      .map((entry) => entry.slice(0, 10))
    expect(entries).toHaveLength(Number(size))
    for (const [id, start] of entries.entries()) if (id > 0) expect(text.slice(Number(start))).toMatch(new RegExp(`^${id} 0 obj\\n`))
    const kids = /\/Count 5\s+\/Kids \[([^\]]*)\]/.exec(text)![1]!.match(/\d+(?= 0 R)/g)!
    expect(new Set(kids).size).toBe(5)
    for (const id of kids) expect(text).toMatch(new RegExp(`\\n${id} 0 obj\\n<<\\s+/Type /Page\\n[^>]*>>[^]*?/Parent \\d+ 0 R`))
    expect(text).not.toMatch(/StructParents/)
  })

  test('has a name of its own for each count of pages', () => {
    const other = labelSheetPdf({ labels: [aLabel()], copies: 124, layout, createdAt })
    const idOf = (bytes: Uint8Array) => /\/ID \[.*\]/.exec(Buffer.from(bytes).toString('latin1'))![0]
    expect(idOf(other)).not.toBe(idOf(pdf))
    expect(Buffer.from(labelSheetPdf({ labels: [aLabel()], copies: 100, layout, createdAt })).equals(pdf)).toBe(true)
  })

  test('a page that there is not, or a file that is no such PDF, is refused', () => {
    const one = labelSheetPdf({ labels: [aLabel()], layout, createdAt })
    expect(() => repeatPages(one, [0, 1])).toThrow(RangeError)
    expect(() => repeatPages(new TextEncoder().encode('%PDF-1.7 nothing'), [0, 0])).toThrow(RangeError)
  })
})

describe('a drawing', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  test.each([
    ['a DOCX', () => officialDocumentDocx(someMinutes())],
    [
      'a workbook',
      () =>
        workbookXlsx({
          sheets: [{ name: 'Sổ', columns: [{ key: 'a', header: 'A', kind: 'text' as const }], rows: [{ a: 'x' }] }],
          source: { title: 'Sổ', query: 'q', version: '1', producedAt: createdAt },
        }),
    ],
    ['a decision', () => draw({ kind: 'document-pdf', document: aDecision() })],
  ])('%s is the same bytes when it is drawn again at another hour', async (_, drawn) => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T08:00:00+07:00') })
    const first = await drawn()
    vi.setSystemTime(new Date('2027-02-01T21:34:56+07:00'))
    expect(Buffer.from(await drawn()).equals(Buffer.from(first))).toBe(true)
  })

  test('a DOCX says when the paper was made, not when its file was', async () => {
    const core = strFromU8(unzipSync(await officialDocumentDocx(someMinutes()))['docProps/core.xml']!)
    const at = someMinutes().createdAt.toISOString()
    expect([...core.matchAll(/<dcterms:(created|modified)[^>]*>([^<]*)/g)].map(([, name, said]) => [name, said])).toEqual([
      ['created', at],
      ['modified', at],
    ])
  })

  test('the version of drawings is one for as long as code, templates and fonts are the same', () => {
    expect(drawingVersion()).toMatch(/^[0-9a-f]{64}$/)
    expect(drawingVersion()).toBe(drawingVersion())
  })
})
