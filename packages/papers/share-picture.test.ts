import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { mostOfSharePicture, sharePicturePng } from './share-picture.ts'
import { qrOfPicture } from './test-reading.ts'

const words = { name: 'Kẹo dừa sáp Cầu Kè hộp giấy', by: 'HTX Dừa sáp Cầu Kè, Xã Cầu Kè', site: 'dacsan.vn', noPhoto: 'Chưa có ảnh' }
const full = { ...words, stars: { count: 4, says: 'OCOP 4 sao' }, price: 'Từ 85.000 đ' }
const url = 'https://dacsan.example.vn/san-pham/keo-dua-sap-cau-ke-hop-giay'

const noise = async (side = 700) => {
  const pixels = Buffer.alloc(side * side * 3)
  let seed = 7
  for (let at = 0; at < pixels.length; at++) pixels[at] = (seed = (seed * 48271) % 2147483647) & 255
  const jpeg = await sharp(pixels, { raw: { width: side, height: side, channels: 3 } }).jpeg().toBuffer() // prettier-ignore
  return jpeg.toString('base64')
}

describe('a picture to share', () => {
  test('is 1200 × 630 or 1080 × 1080, and at most 150 KB, with the most restless photo too', async () => {
    for (const photo of [undefined, await noise()]) {
      for (const [shape, size] of [
        ['wide', { width: 1200, height: 630 }],
        ['square', { width: 1080, height: 1080 }],
      ] as const) {
        // prettier-ignore
        const png = await sharePicturePng({ ...full, shape, url, photo })
        expect(await sharp(png).metadata()).toMatchObject({ format: 'png', ...size })
        expect(png.length).toBeLessThanOrEqual(mostOfSharePicture)
      }
    }
  })

  test('has a symbol that a reader that is not ours reads, on whatever photo lies above it', async () => {
    expect(await qrOfPicture(await sharePicturePng({ ...full, shape: 'square', url, photo: await noise() }))).toBe(url)
    await expect(sharePicturePng({ ...full, shape: 'square' })).rejects.toThrow(RangeError)
  })

  test('is the same bytes for the same facts, and another picture without the stars', async () => {
    const [one, again, without] = await Promise.all([full, full, words].map((given) => sharePicturePng({ ...given, shape: 'wide' })))
    expect(Buffer.compare(one!, again!)).toBe(0)
    expect(Buffer.compare(one!, without!)).not.toBe(0)
  })

  test('keeps a name of two hundred signs, or in Khmer, inside its place', async () => {
    for (const name of ['Mứtdừasápsợisấydẻo'.repeat(11), 'ស្ករគ្រាប់ដូងខ្ទិះ កុមារ', 'Ế Ị '.repeat(40)]) {
      const png = await sharePicturePng({ ...full, name, shape: 'wide' })
      // To the right of the words there is nothing but paper.
      const edge = await sharp(png).extract({ left: 1165, top: 20, width: 35, height: 580 }).removeAlpha().raw().toBuffer()
      expect(edge.every((value) => value > 225)).toBe(true)
    }
  })
})
