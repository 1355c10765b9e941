import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import type { Readable } from 'node:stream'
import { NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import type { PageImage } from '@dacsan/platform/picture-of-page'
import { openProcessPool } from '@dacsan/platform/process-pool'
import { drawingLimits, refuseDrawing, whoseWork } from './draw-paper.ts'
import type { DrawingReader } from './draw-paper.ts'
import type { DrawingRefusal } from './rules.ts'

/** Each that waits holds a file of up to 20 MB. */
const limits = { ...drawingLimits, processes: 1, seconds: 20, waiting: 20, perPerson: 6 }
const pool = openProcessPool<{ bytes: Uint8Array; page: number }, PageImage>(new URL('./picture-process.ts', import.meta.url), limits)

/** A page as a picture (WebP), and how many pages its paper has. */
export type PagePicture = { webp: Uint8Array; pages: number }

/** Changes when the pictures do. */
const version = 1

/**
 * A page (from 1) of a file that whoever asks was found to be allowed to read, as a picture: telephones show no PDF in a page, and a browser of the
 * office shows it in a frame that a hostile file could use. Drawn outside this process and remembered by the hash of the file.
 *
 * @throws NotFound where the file has no such page, or cannot be drawn.
 * @example await pagePicture(ctx, { hash, page: 1, open: () => file.stream })
 */
export async function pagePicture(
  ctx: DrawingReader,
  { hash, page, open }: { hash: string; page: number; open: () => Promise<Readable> },
): Promise<Outcome<PagePicture, DrawingRefusal>> {
  if (!Number.isSafeInteger(page) || page < 1) throw new NotFound('No such page', { hash, page })
  const key = createHash('sha256').update(`page-picture ${version} ${hash} ${page}`).digest('hex')
  const known = await ctx.files.drawn.recall(key)
  if (known) return done(unpack(known))
  const bytes = await buffer(await open())
  const drawn = await pool
    .run({ bytes: new Uint8Array(bytes), page }, whoseWork(ctx.actor))
    .catch(() => ({ ok: true as const, value: null }))
  if (!drawn.ok) return refuseDrawing(drawn.refusal)
  if (!drawn.value) throw new NotFound('No such page', { hash, page })
  await ctx.files.drawn.remember(key, pack(drawn.value))
  return done(drawn.value)
}

/** The number of pages in the first four bytes. */
function pack({ webp, pages }: PagePicture): Uint8Array {
  const packed = new Uint8Array(4 + webp.length)
  new DataView(packed.buffer).setUint32(0, pages)
  packed.set(webp, 4)
  return packed
}

const unpack = (packed: Uint8Array): PagePicture => ({
  pages: new DataView(packed.buffer, packed.byteOffset).getUint32(0),
  webp: packed.subarray(4),
})
