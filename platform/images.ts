import { type Outcome, done, refuse } from '@dacsan/decisions'
import sharp from 'sharp'

export type DrawnImage = { bytes: Buffer; mediaType: 'image/jpeg' | 'image/webp'; width: number; height: number }
export type ImageRefusal = { code: 'image-broken' } | { code: 'image-too-many-pixels'; limit: number }

const mostPixels = 50_000_000 // a few bytes can claim to be a picture of gigabytes
const longestSide = 2000

/** Decodes a picture and draws it anew: upright, at most 2,000 pixels a side, without camera data, place or anything hidden behind it. */
export async function shrinkImage(bytes: Uint8Array): Promise<Outcome<DrawnImage, ImageRefusal>> {
  try {
    const picture = sharp(bytes, { limitInputPixels: false, failOn: 'error' })
    const { width, height, hasAlpha } = await picture.metadata()
    if (width * height > mostPixels) return refuse('image-too-many-pixels', { limit: mostPixels })
    const small = picture.autoOrient().resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    const drawn = hasAlpha ? small.webp({ quality: 84 }) : small.jpeg({ quality: 84, mozjpeg: true })
    const { data, info } = await drawn.toBuffer({ resolveWithObject: true })
    return done({ bytes: data, mediaType: hasAlpha ? 'image/webp' : 'image/jpeg', width: info.width, height: info.height })
  } catch {
    return refuse('image-broken')
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
