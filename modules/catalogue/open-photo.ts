import type { Readable } from 'node:stream'
import { NotFound } from '@dacsan/decisions'
import type { Ctx } from '../context.ts'
import { findProduct } from './find-product.ts'
import { isShownInRegister, selectMainPhoto } from './photo.store.ts'
import type { ProductId } from './rules/ids.ts'
import type { MainPhoto } from './rules/photos.ts'

type Drawing = { stream: Readable; size: number }

/** The bytes of a drawing, WebP, that a product of the register shows; of any other photo nobody is told that it is there. */
export async function openPublicPhoto({ db, files }: Pick<Ctx, 'db' | 'files'>, hash: string): Promise<Drawing> {
  const opened = (await isShownInRegister(db, hash)) ? await files.open(hash) : null
  if (!opened) throw new NotFound('No such photo')
  return opened
}

/** The same of a product that is perhaps not public yet, for those who may see it. */
export async function openPhotoOfProduct(ctx: Pick<Ctx, 'db' | 'actor' | 'files'>, productId: ProductId, hash: string): Promise<Drawing> {
  const { photos } = await findProduct(ctx, productId)
  const opened = photos.some(({ sizes }) => sizes.some((size) => size.hash === hash)) ? await ctx.files.open(hash) : null
  if (!opened) throw new NotFound('No such photo')
  return opened
}

/** The main photo of a product in the register at its smallest; null where there is none to show. */
export function findMainPhoto(db: Ctx['db'], productId: ProductId): Promise<MainPhoto | null> {
  return selectMainPhoto(db, productId)
}
