import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { PDFDocument, PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib'
import { refuse } from '@dacsan/decisions'
import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { openFileStore } from './files.ts'
import type { Upload } from './files.ts'
import { watchTurns } from './watch-turns.ts'

const root = await mkdtemp(join(tmpdir(), 'dacsan-pages-'))
afterAll(() => rm(root, { recursive: true }))
const files = openFileStore({ dataDir: root })
const about = { name: 'Hợp đồng.pdf', person: null }

const photo = (width: number, height: number, colour = '#a33') => sharp({ create: { width, height, channels: 3, background: colour } })
const named = async (name: string, image: Sharp): Promise<Upload> => ({ name, content: await image.jpeg().toBuffer() })
async function aPdf(sizes: [number, number][]): Promise<Uint8Array> {
  const made = await PDFDocument.create()
  for (const size of sizes) made.addPage(size)
  return made.save({ useObjectStreams: false })
}

/** The size of each page, and of the picture on it where there is one. */
async function pagesOf(hash: string) {
  const bytes = await buffer((await files.open(hash))!.stream)
  const paper = await PDFDocument.load(bytes)
  const pages = paper.getPages().map((page) => {
    const { width, height } = page.getSize()
    const pictures = page.node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict)
    const [key] = pictures?.keys() ?? []
    const picture = key && (pictures!.lookup(key) as unknown as { dict: PDFDict }).dict
    const number = (name: string) => (picture ? picture.lookup(PDFName.of(name), PDFNumber).asNumber() : null)
    return { page: [Math.round(width), Math.round(height)], picture: picture ? [number('Width'), number('Height')] : null }
  })
  return { bytes, pages }
}

test('several photos and a PDF become one paper in their order, each photo upright on an A4 page of its own', async () => {
  const turned = photo(60, 40).withExif({ IFD0: { Copyright: 'Kim Thị Sa Rin' }, IFD3: { GPSLatitude: '9/1 56/1 0/1' } })
  const kept = await files.keepPages(
    [
      // Taken with the telephone on its side: 60 × 40 as stored, 40 × 60 as seen.
      { name: 'một.jpg', content: await turned.withMetadata({ orientation: 6 }).jpeg().toBuffer() },
      {
        name: 'hai.pdf',
        content: await aPdf([
          [300, 400],
          [200, 100],
        ]),
      },
      {
        name: 'ba.png',
        content: await sharp({ create: { width: 80, height: 30, channels: 4, background: '#0000' } })
          .png()
          .toBuffer(),
      },
    ],
    about,
  )
  if (!kept.ok) throw new Error(JSON.stringify(kept.refusal))
  expect(kept.value).toMatchObject({ mediaType: 'application/pdf', originalName: 'Hợp đồng.pdf' })
  const { bytes, pages } = await pagesOf(kept.value.hash)
  expect(pages).toEqual([
    { page: [595, 842], picture: [40, 60] },
    { page: [300, 400], picture: null },
    { page: [200, 100], picture: null },
    { page: [842, 595], picture: [80, 30] },
  ])
  for (const hidden of ['Exif', 'GPS', 'Kim Th']) expect(bytes.includes(hidden)).toBe(false)
})

test('where one of the files is not taken the others are named, each fault stands at its file, and nothing is kept', async () => {
  const before = await readdir(join(root, 'files'))
  const script = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n%%EOF\n')
  const broken = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(400, 'x'), Buffer.from('\n%%EOF\n')])
  const refused = await files.keepPages(
    [
      await named('một.jpg', photo(20, 20)),
      { name: 'lệnh.pdf', content: script },
      { name: 'trống.jpg', content: Buffer.alloc(0) },
      { name: 'chương trình.jpg', content: Buffer.from('MZ\x90\x00 program') },
      await named('năm.jpg', photo(20, 20)),
    ],
    about,
  )
  expect(refused).toEqual({
    ok: false,
    refusal: {
      code: 'pages-refused',
      faults: [
        { place: 2, name: 'lệnh.pdf', refusal: { code: 'pdf-refused', why: 'active' } },
        { place: 3, name: 'trống.jpg', refusal: { code: 'file-empty' } },
        { place: 4, name: 'chương trình.jpg', refusal: { code: 'file-type-refused', found: 'application/x-msdownload' } },
      ],
      good: ['một.jpg', 'năm.jpg'],
    },
  })
  expect(await files.keepPages([await named('một.jpg', photo(20, 20)), { name: 'hỏng.pdf', content: broken }], about)).toMatchObject({
    refusal: {
      code: 'pages-refused',
      faults: [{ place: 2, name: 'hỏng.pdf', refusal: { code: 'pdf-refused', why: 'unread' } }],
      good: ['một.jpg'],
    },
  })
  const clean = { ...about, check: () => Promise.resolve(refuse('file-infected', { found: 'Eicar', hash: 'ab' })) }
  expect(await files.keepPages([await named('một.jpg', photo(20, 20))], clean)).toMatchObject({
    refusal: { faults: [{ place: 1, name: 'một.jpg', refusal: { code: 'file-infected' } }], good: [] },
  })
  expect(await readdir(join(root, 'files'))).toEqual(before)
})

test('more files than one paper may have, and more pages, are refused before they are read and joined', async () => {
  const one = await named('trang.jpg', photo(20, 20))
  expect(
    await files.keepPages(
      Array.from({ length: 13 }, () => one),
      about,
    ),
  ).toEqual({
    ok: false,
    refusal: { code: 'too-many-files', count: 13, limit: 12 },
  })
  const long = { name: 'dài.pdf', content: await aPdf(Array.from({ length: 101 }, () => [100, 100])) }
  expect(await files.keepPages([one, long], about)).toMatchObject({ refusal: { code: 'too-many-pages', limit: 100 } })
})

test('C43: a dozen photos of 12 megapixels are joined within bounded memory while the process answers others', async () => {
  const restless = sharp({
    create: { width: 4000, height: 3000, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 12 } },
  })
  const content = await restless.jpeg({ quality: 80 }).toBuffer()
  const uploads = Array.from({ length: 12 }, (_, page) => ({ name: `trang ${page + 1}.jpg`, content }))
  // The process that joins, and the code that draws, are there from the first time on.
  await files.keepPages(uploads.slice(0, 2), about)
  const memory = process.memoryUsage.rss()
  let most = memory
  const stop = watchTurns()
  const looking = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20)
  const kept = await files.keepPages(uploads, about)
  clearInterval(looking)
  const longest = stop()
  if (!kept.ok) throw new Error(JSON.stringify(kept.refusal))
  expect((await pagesOf(kept.value.hash)).pages).toHaveLength(12)
  expect(longest).toBeLessThan(100)
  expect((most - memory) / 1024 / 1024).toBeLessThan(300)
})
