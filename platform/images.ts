import { type Outcome, done, refuse } from '@dacsan/decisions'
import sharp from 'sharp'

/** `incomplete`: the picture was cut off or damaged on its way, and shows only what came. */
export type DrawnImage = { bytes: Buffer; mediaType: 'image/jpeg' | 'image/webp'; width: number; height: number; incomplete: boolean }
export type ImageRefusal = { code: 'image-broken' } | { code: 'image-too-many-pixels'; limit: number }

// No picture is decoded twice: what the library would keep of the last ones is memory that nobody asks for.
sharp.cache(false)

// A few bytes can claim to be a picture of gigabytes. The photo of a phone (50, 108, 200 megapixels) is made small while it is decoded, line by
// line; every other kind is held as a whole, at 64 megapixels some 200 MB.
const mostPixels = { byLines: 210_000_000, asWhole: 64_000_000 }
/** Above this a picture that is held as a whole waits until no other is. */
const large = 16_000_000
const longestSide = 2000
let lastLarge: Promise<unknown> = Promise.resolve()

/**
 * Decodes a picture and draws it anew: upright, at most 2,000 pixels a side, without camera data, place or anything hidden behind it. One that
 * was cut off on a bad line is drawn as far as it goes. `onWhite`: as a page has it, a JPEG without anything to see through.
 */
export async function shrinkImage(bytes: Uint8Array, { onWhite = false } = {}): Promise<Outcome<DrawnImage, ImageRefusal>> {
  const about = await sharp(bytes, { limitInputPixels: false, failOn: 'none' })
    .metadata()
    .catch(() => null)
  if (!about) return refuse('image-broken')
  const pixels = about.width * about.height
  const byLines = about.format === 'jpeg' && !about.isProgressive
  const limit = mostPixels[byLines ? 'byLines' : 'asWhole']
  if (pixels > limit) return refuse('image-too-many-pixels', { limit })
  const seenThrough = about.hasAlpha && !onWhite
  const draw = async () => (await drawAnew(bytes, seenThrough, 'error')) ?? (await drawAnew(bytes, seenThrough, 'none'))
  const drawn = await (byLines || pixels < large ? draw() : alone(draw))
  return drawn ? done(drawn) : refuse('image-broken')
}

function alone<T>(work: () => Promise<T>): Promise<T> {
  const turn = lastLarge.then(work, work)
  lastLarge = turn
  return turn
}

async function drawAnew(bytes: Uint8Array, hasAlpha: boolean, failOn: 'error' | 'none'): Promise<DrawnImage | null> {
  try {
    const upright = sharp(bytes, { limitInputPixels: false, failOn }).autoOrient()
    const small = upright.resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    const drawn = hasAlpha ? small.webp({ quality: 84 }) : small.flatten({ background: '#fff' }).jpeg({ quality: 84, mozjpeg: true })
    const { data, info } = await drawn.toBuffer({ resolveWithObject: true })
    const mediaType = hasAlpha ? 'image/webp' : 'image/jpeg'
    return { bytes: data, mediaType, width: info.width, height: info.height, incomplete: failOn === 'none' }
  } catch {
    return null
  }
}

const qualities = [80, 68, 56, 44, 32, 20]

/**
 * Draws a picture of ours for a page: WebP, at most `side` pixels on its longest side and at most `most` bytes. It has the best quality that
 * fits; a picture so restless that none does becomes smaller.
 */
export async function drawForPage(
  bytes: Uint8Array,
  { side, most }: { side: number; most: number },
): Promise<{ bytes: Buffer; width: number; height: number }> {
  for (let longest = side; ; longest = Math.ceil(longest * 0.75)) {
    const small = sharp(bytes).resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
    // Decoded and made small once, however many qualities are tried.
    const { data: pixels, info: raw } = await small.raw().toBuffer({ resolveWithObject: true })
    for (const quality of qualities) {
      const { data, info } = await sharp(pixels, { raw }).webp({ quality }).toBuffer({ resolveWithObject: true })
      if (data.length <= most || longest === 1) return { bytes: data, width: info.width, height: info.height }
    }
  }
}
