import { idInput } from '@dacsan/platform/ids'
import { buffer } from 'node:stream/consumers'
import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import type { KeptFile } from '@dacsan/platform/files'
import { drawForPage } from '@dacsan/platform/images'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { actorId, record, requireAct, takeUpload } from '../identity/index.ts'
import { productActs, tiesOf } from './acts.ts'
import { insertPhoto, insertPhotoSize, touchProduct } from './photo.store.ts'
import { lockProduct, selectProduct } from './product.store.ts'
import type { OwnedProduct } from './product.store.ts'
import { optionalText } from '../optional-fields.ts'
import { decideAddPhoto, photoSizes } from './rules/photos.ts'
import type { PhotoRefusal } from './rules/photos.ts'

export const photoCaption = optionalText(120)
export const addProductPhotoInput = z.object({ productId: idInput('prd'), caption: photoCaption })
export type AddProductPhotoInput = z.infer<typeof addProductPhotoInput>

/** The producer shows its own product. What is kept was drawn anew, without the place and camera that a telephone writes into a photo. */
export async function addProductPhoto(
  ctx: Ctx,
  { productId, caption }: AddProductPhotoInput,
  upload: { content: Blob | Uint8Array; name: string } | null,
): Promise<Outcome<{ fileHash: string; incomplete: boolean }, PhotoRefusal>> {
  // Before the file is kept: whoever may not add it fills no disk.
  requirePhotoAct(ctx, await selectProduct(ctx.db, 'id', productId))
  if (!upload) return refuse('photo-missing')
  const photo = await takeUpload(ctx, upload, ['photo'])
  if (!photo.ok) return photo
  const drawn = await drawSizes(ctx, photo.value)
  return inTransaction(ctx, async (tx) => {
    const owned = requirePhotoAct(ctx, await lockProduct(tx, productId))
    const kept = owned.product.photos.map(({ fileHash }) => fileHash)
    const fileHash = photo.value.hash
    const decision = decideAddPhoto(kept, fileHash)
    if (!decision.ok) return decision
    const made = { by: actorId(ctx.actor), at: ctx.now }
    await recordFile(tx, photo.value, made)
    for (const { side, file } of drawn) {
      await recordFile(tx, file, made)
      await insertPhotoSize(tx, { photoHash: fileHash, side, fileHash: file.hash })
    }
    await insertPhoto(tx, { productId, fileHash, position: kept.length + 1, caption })
    await touchProduct(tx, productId, ctx.now)
    await record(tx, ctx, productActs['add-photo'], { subjectId: productId, detail: { fileHash } })
    return done({ fileHash, incomplete: photo.value.incomplete === true })
  })
}

function requirePhotoAct(ctx: Pick<Ctx, 'actor'>, owned: OwnedProduct | undefined): OwnedProduct {
  if (!owned) throw new NotFound('No such product')
  requireAct(ctx.actor, productActs['add-photo'], tiesOf(owned))
  return owned
}

/** A drawing for each size that still makes the photo smaller, and one that shows all of it. */
async function drawSizes({ files }: Pick<Ctx, 'files'>, photo: KeptFile): Promise<{ side: number; file: KeptFile }[]> {
  const opened = await files.open(photo.hash)
  if (!opened) throw new Error(`the photo ${photo.hash} was kept and is not there`)
  const bytes = await buffer(opened.stream)
  const longest = Math.max(photo.width ?? 0, photo.height ?? 0)
  const drawn = []
  for (const [index, { side, most }] of photoSizes.entries()) {
    if (longest <= (photoSizes[index - 1]?.side ?? 0)) break
    const { bytes: light, width, height } = await drawForPage(bytes, { side, most })
    const file = await files.keepOwn(light, { name: `${photo.originalName}-${side}.webp`, mediaType: 'image/webp' })
    drawn.push({ side, file: { ...file, width, height } })
  }
  return drawn
}
