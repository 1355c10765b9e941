import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { pictureOfPage } from './picture-of-page.ts'

async function aPaper(...colours: readonly [number, number, number][]): Promise<Uint8Array> {
  const paper = await PDFDocument.create()
  const { rgb } = await import('@cantoo/pdf-lib')
  for (const [red, green, blue] of colours) {
    const page = paper.addPage([595, 842])
    page.drawRectangle({ x: 0, y: 0, width: 595, height: 842, color: rgb(red, green, blue) })
  }
  return paper.save()
}

/** The colour in the middle of a picture. */
async function middle(webp: Uint8Array): Promise<number[]> {
  const { data, info } = await sharp(webp).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const at = (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * 3
  return [...data.subarray(at, at + 3)].map((value) => Math.round(value / 16) * 16)
}

test('each page of a PDF becomes a picture of that page, wide enough to read, with the number of pages', async () => {
  const paper = await aPaper([1, 0, 0], [0, 0, 1])
  const first = (await pictureOfPage(paper, 1))!
  const second = (await pictureOfPage(paper, 2))!
  expect([first.pages, second.pages]).toEqual([2, 2])
  expect((await sharp(first.webp).metadata()).width).toBe(1240)
  const [red, , blueOfRed] = await middle(first.webp)
  expect(red).toBeGreaterThan(200)
  expect(blueOfRed).toBeLessThan(50)
  const [redOfBlue, , blue] = await middle(second.webp)
  expect(blue).toBeGreaterThan(200)
  expect(redOfBlue).toBeLessThan(50)
})

test('a paper has no page before its first and none after its last', async () => {
  const paper = await aPaper([1, 1, 1])
  expect(await pictureOfPage(paper, 0)).toBeNull()
  expect(await pictureOfPage(paper, 2)).toBeNull()
})

test('a photo is a paper of one page, drawn no wider than a screen needs', async () => {
  const photo = await sharp({ create: { width: 3000, height: 1500, channels: 3, background: '#00ff00' } })
    .jpeg()
    .toBuffer()
  const drawn = (await pictureOfPage(photo, 1))!
  expect(drawn.pages).toBe(1)
  expect(await sharp(drawn.webp).metadata()).toMatchObject({ width: 1240, height: 620, format: 'webp' })
  expect(await pictureOfPage(photo, 2)).toBeNull()
})

test('what is no paper at all is refused by an error and not by a crash', async () => {
  await expect(pictureOfPage(new TextEncoder().encode('%PDF-1.7 and nothing behind it'), 1)).rejects.toThrow()
})

test('a page of a hundred metres is drawn within bounds', async () => {
  const paper = await PDFDocument.create()
  paper.addPage([595, 283_465])
  const drawn = (await pictureOfPage(await paper.save(), 1))!
  const { width, height } = await sharp(drawn.webp).metadata()
  expect(height).toBeLessThanOrEqual(4000)
  expect(width).toBeLessThanOrEqual(1240)
})
