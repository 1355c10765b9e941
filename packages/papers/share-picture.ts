import { qrModules } from '@dacsan/gs1/qr'
import sharp from 'sharp'
import type { SharePicture } from './share-picture-model.ts'
import { typstSvg } from './typst.ts'

type Place = { x: number; y: number; width: number; height: number }
type Layout = { width: number; height: number; photo: Place; words: Place; foot: Place; symbol?: Place }

/** The sizes are those that Facebook, Zalo and X ask for previews of links, and that stories and posts are cut to. */
const layouts: Readonly<Record<SharePicture['shape'], Layout>> = {
  wide: {
    width: 1200,
    height: 630,
    photo: { x: 0, y: 0, width: 560, height: 620 },
    words: { x: 604, y: 56, width: 552, height: 450 },
    foot: { x: 604, y: 536, width: 552, height: 50 },
  },
  square: {
    width: 1080,
    height: 1080,
    photo: { x: 0, y: 0, width: 1080, height: 600 },
    words: { x: 48, y: 636, width: 640, height: 340 },
    foot: { x: 48, y: 990, width: 984, height: 50 },
    symbol: { x: 728, y: 636, width: 312, height: 340 },
  },
}

/** No picture is larger, in bytes: it is fetched by telephones, and by machines that give up. */
export const mostOfSharePicture = 150 * 1024

/** A restless photo keeps fewer colours and at last its outlines alone; the words stay sharp. */
const attempts = [
  { quality: 95, blur: 0 },
  { quality: 60, blur: 0.8 },
  { quality: 50, blur: 3 },
  { quality: 50, blur: 10 },
  { quality: 50, blur: 40 },
] as const

/**
 * A picture of a product as PNG, at most 150 KB: words in the fonts of papers, the photo cut to its place, a QR symbol (error correction M, quiet
 * zone of 4 modules) in the square one. A photo that cannot be read is an error; a square without an address throws a RangeError.
 *
 * @example text(await sharePicturePng({ shape: 'wide', name: 'Mứt dừa sáp', by: 'HTX Dừa sáp', site: 'dacsan.vn', noPhoto: 'Chưa có ảnh' })).slice(1, 4) // 'PNG'
 */
export async function sharePicturePng(picture: SharePicture): Promise<Uint8Array> {
  const layout = layouts[picture.shape]
  const { photo, noPhoto, url, ...words } = picture
  const drawn = typstSvg('share-picture', { ...words, ...layout, ...(!photo && { noPhoto, initial: [...picture.name.trim()][0] ?? '' }) })
  const page = await sharp(Buffer.from(drawn), { density: 72 }).resize(layout.width, layout.height, { fit: 'fill' }).flatten({ background: '#fff' }).png().toBuffer() // prettier-ignore
  const symbol = layout.symbol && (await symbolOn(layout.symbol, url))
  // Without dither: it would sow the grain of a photo over the paper beside it.
  for (let index = 0; ;) {
    const { quality, blur } = attempts[index]!
    const laid = [...(photo ? [await cut(photo, layout.photo, blur)] : []), ...(symbol ? [symbol] : [])]
    const png = await sharp(page).composite(laid).png({ palette: true, quality, dither: 0, effort: 3, compressionLevel: 9 }).toBuffer()
    if (png.length <= mostOfSharePicture || index === attempts.length - 1) return new Uint8Array(png)
    // What is far too large is not made a little smaller first.
    index = Math.min(attempts.length - 1, index + (png.length > 2 * mostOfSharePicture ? 2 : 1))
  }
}

async function cut(photo: string, { x, y, width, height }: Place, blur: number) {
  const small = sharp(Buffer.from(photo, 'base64')).autoOrient().resize(width, height, { fit: 'cover', position: 'attention' })
  return { input: await (blur > 0 ? small.blur(blur) : small).flatten({ background: '#fff' }).png().toBuffer(), left: x, top: y }
}

/** Each module is as many whole pixels as there is room for: none is blurred. */
async function symbolOn({ x, y, width, height }: Place, url: string | undefined) {
  if (!url) throw new RangeError('a square picture leads somewhere')
  const rows = qrModules(url)
  const quiet = 4
  const side = rows.length + 2 * quiet
  const scale = Math.floor(Math.min(width, height) / side)
  if (scale < 3) throw new RangeError('the address is too long for the symbol')
  const pixels = Buffer.alloc(side * side, 255)
  for (const [row, modules] of rows.entries())
    for (const [column, dark] of modules.entries()) if (dark) pixels[(row + quiet) * side + column + quiet] = 0
  const input = await sharp(pixels, { raw: { width: side, height: side, channels: 1 } })
    .resize(side * scale, side * scale, { kernel: 'nearest' })
    .png()
    .toBuffer()
  return { input, left: x + width - side * scale, top: y }
}
