import { prepare } from '@dacsan/platform/prepare'
import type { Slots } from '@dacsan/platform/prepare'
import { sql } from 'kysely'
import type { ReadDb, Tx } from '../context.ts'
import type { ProductId } from './rules/ids.ts'
import type { MainPhoto, PhotoSize, ProductPhoto } from './rules/photos.ts'

const drawings = (db: ReadDb) =>
  db
    .selectFrom('product_photo')
    .innerJoin('photo_size', 'photo_size.photo_hash', 'product_photo.file_hash')
    .innerJoin('stored_file_card as drawing', 'drawing.hash', 'photo_size.file_hash')

const sizesOf = prepare((db: ReadDb, { productId }: Slots<{ productId: ProductId }>) =>
  drawings(db)
    .where('product_photo.product_id', '=', productId)
    .select(['product_photo.file_hash as fileHash', 'product_photo.caption'])
    .select((eb) => [
      'drawing.hash',
      eb.fn.coalesce('drawing.width', sql<number>`0`).as('width'),
      eb.fn.coalesce('drawing.height', sql<number>`0`).as('height'),
    ])
    .orderBy('product_photo.position')
    .orderBy('photo_size.side'),
)

/** The photos of a product, the main one first. */
export async function selectPhotos(db: ReadDb, productId: ProductId): Promise<ProductPhoto[]> {
  const rows = await sizesOf(db, { productId })
  return [...Map.groupBy(rows, ({ fileHash }) => fileHash)].map(([fileHash, sizes]) => ({
    fileHash,
    caption: sizes[0]?.caption ?? null,
    sizes: sizes.map(({ hash, width, height }): PhotoSize => ({ hash, width, height })),
  }))
}

/** The main photo of a row of `product`, at its smallest. */
export const mainPhoto = sql<MainPhoto | null>`(
  select json_build_object('hash', drawing.hash, 'width', drawing.width, 'height', drawing.height, 'caption', product_photo.caption)
  from product_photo
  join photo_size on photo_size.photo_hash = product_photo.file_hash
  join stored_file_card as drawing on drawing.hash = photo_size.file_hash
  where product_photo.product_id = product.id
  order by product_photo.position, photo_size.side
  limit 1
)`.as('photo')

export async function selectMainPhoto(db: ReadDb, productId: ProductId): Promise<MainPhoto | null> {
  const row = await db
    .selectFrom('product')
    .where('product.id', '=', productId)
    .where('product.in_register', '=', true)
    .select(mainPhoto)
    .executeTakeFirst()
  return row?.photo ?? null
}

/** Whether these bytes are a drawing of a photo that some product of the register shows today. */
export async function isShownInRegister(db: ReadDb, drawingHash: string): Promise<boolean> {
  const row = await drawings(db)
    .innerJoin('product', 'product.id', 'product_photo.product_id')
    .where('drawing.hash', '=', drawingHash)
    .where('product.in_register', '=', true)
    .select('product.id')
    .executeTakeFirst()
  return row !== undefined
}

export async function insertPhoto(
  tx: Tx,
  { productId, fileHash, position, caption }: { productId: ProductId; fileHash: string; position: number; caption: string | null },
): Promise<void> {
  await tx.insertInto('product_photo').values({ product_id: productId, file_hash: fileHash, position, caption }).execute()
}

export async function insertPhotoSize(tx: Tx, size: { photoHash: string; side: number; fileHash: string }): Promise<void> {
  await tx
    .insertInto('photo_size')
    .values({ photo_hash: size.photoHash, side: size.side, file_hash: size.fileHash })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deletePhoto(tx: Tx, productId: ProductId, fileHash: string): Promise<void> {
  await tx.deleteFrom('product_photo').where('product_id', '=', productId).where('file_hash', '=', fileHash).execute()
}

export async function updateCaption(tx: Tx, productId: ProductId, fileHash: string, caption: string | null): Promise<void> {
  await tx.updateTable('product_photo').set({ caption }).where('product_id', '=', productId).where('file_hash', '=', fileHash).execute()
}

export async function updateOrder(tx: Tx, productId: ProductId, fileHashes: readonly string[]): Promise<void> {
  await tx
    .updateTable('product_photo')
    .set({ position: sql<number>`array_position(${fileHashes}::text[], file_hash)` })
    .where('product_id', '=', productId)
    .execute()
}

/** The public page changed, and with it what search engines should read again. */
export async function touchProduct(tx: Tx, productId: ProductId, at: Date): Promise<void> {
  await tx.updateTable('product').set({ updated_at: at }).where('id', '=', productId).execute()
}

/** Forgets the drawings of photos that no product shows any more, so that nothing names their files; a photo that comes again is drawn again. */
export async function deleteUnusedPhotoSizes(tx: Tx): Promise<number> {
  // Whoever adds a photo writes its sizes first: they end, or wait.
  await sql`lock table photo_size in share row exclusive mode`.execute(tx)
  const { numDeletedRows } = await tx
    .deleteFrom('photo_size')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('product_photo').select('product_id').whereRef('product_photo.file_hash', '=', 'photo_size.photo_hash'))),
    )
    .executeTakeFirst()
  return Number(numDeletedRows)
}
