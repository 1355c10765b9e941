import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'
import type { Sharp } from 'sharp'

/** A page of a paper as a picture to read on a screen, and of how many pages the paper is; null where there is no such page. */
export type PageImage = { webp: Uint8Array; pages: number } | null

/** Wide enough for the small print of a certificate on a screen of the office, and some 100 KB. */
const width = 1240
/** A page may claim to be a hundred metres long. */
const mostSide = 4000

let library: Promise<PDFiumLibrary> | undefined

/**
 * Draws one page (from 1) of a PDF, or a photo, which is a paper of one page. PDFium runs as WebAssembly, which reaches nothing outside; still call it in
 * a process of its own (`process-pool.ts`), which can be ended.
 *
 * @example await pictureOfPage(pdf, 1) // { webp: Uint8Array, pages: 3 }
 */
export async function pictureOfPage(bytes: Uint8Array, page: number): Promise<PageImage> {
  if (!isPdf(bytes))
    return page === 1 ? { webp: await asPicture(sharp(bytes, { limitInputPixels: 64_000_000 }).autoOrient()), pages: 1 } : null
  library ??= PDFiumLibrary.init()
  const paper = await (await library).loadDocument(bytes)
  try {
    const pages = paper.getPageCount()
    if (page < 1 || page > pages) return null
    const sheet = paper.getPage(page - 1)
    const { originalWidth, originalHeight } = sheet.getOriginalSize()
    const scale = Math.min(width / originalWidth, mostSide / originalHeight)
    const { data } = await sheet.render({ scale, render: async ({ data: raw, width: w, height: h }) => asPicture(pixels(raw, w, h)) })
    return { webp: data, pages }
  } finally {
    paper.destroy()
  }
}

const isPdf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')

const pixels = (data: Uint8Array, wide: number, high: number) => sharp(data, { raw: { width: wide, height: high, channels: 4 } })

const asPicture = (picture: Sharp): Promise<Uint8Array> =>
  picture
    .resize({ width, height: mostSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .webp({ quality: 72 })
    .toBuffer()
