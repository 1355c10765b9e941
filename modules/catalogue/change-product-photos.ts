import { idInput } from '@dacsan/platform/ids'
import { NotFound } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { z } from 'zod'
import type { Ctx, Tx } from '../context.ts'
import { record, requireAct } from '../identity/index.ts'
import { productActs, tiesOf } from './acts.ts'
import { photoCaption } from './add-product-photo.ts'
import { deletePhoto, touchProduct, updateCaption, updateOrder } from './photo.store.ts'
import { lockProduct } from './product.store.ts'
import { arrangePhotos, photoMoves } from './rules/photos.ts'

export const changePhotoInput = z.object({ productId: idInput('prd'), fileHash: z.string() })
export const captionPhotoInput = changePhotoInput.extend({ caption: photoCaption })
export const movePhotoInput = changePhotoInput.extend({ move: z.enum(photoMoves) })
type PhotoChange = z.infer<typeof changePhotoInput>

/** Says what a photo shows: also what somebody hears who cannot see it. */
export function captionProductPhoto(ctx: Ctx, { caption, ...photo }: z.infer<typeof captionPhotoInput>): Promise<void> {
  return changePhotos(ctx, photo, 'caption-photo', async (tx, kept) => {
    if (!kept.includes(photo.fileHash)) throw new NotFound('No such photo', photo)
    await updateCaption(tx, photo.productId, photo.fileHash, caption)
  })
}

/** Puts a photo elsewhere in the row; the first is the main one. */
export function moveProductPhoto(ctx: Ctx, { move, ...photo }: z.infer<typeof movePhotoInput>): Promise<void> {
  return changePhotos(ctx, photo, 'arrange-photos', async (tx, kept) => {
    if (!kept.includes(photo.fileHash)) throw new NotFound('No such photo', photo)
    await updateOrder(tx, photo.productId, arrangePhotos(kept, photo.fileHash, move))
  })
}

/** Takes a photo off the product: from now on nobody is given it. */
export function removeProductPhoto(ctx: Ctx, photo: PhotoChange): Promise<void> {
  return changePhotos(ctx, photo, 'remove-photo', async (tx, kept) => {
    await deletePhoto(tx, photo.productId, photo.fileHash)
    await updateOrder(
      tx,
      photo.productId,
      kept.filter((hash) => hash !== photo.fileHash),
    )
  })
}

function changePhotos(
  ctx: Ctx,
  { productId, fileHash }: PhotoChange,
  act: 'caption-photo' | 'arrange-photos' | 'remove-photo',
  change: (tx: Tx, kept: string[]) => Promise<void>,
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const owned = await lockProduct(tx, productId)
    if (!owned) throw new NotFound('No such product')
    requireAct(ctx.actor, productActs[act], tiesOf(owned))
    await change(
      tx,
      owned.product.photos.map((photo) => photo.fileHash),
    )
    await touchProduct(tx, productId, ctx.now)
    await record(tx, ctx, productActs[act], { subjectId: productId, detail: { fileHash } })
  })
}
