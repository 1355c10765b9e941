import { sql } from 'kysely'
import type { ReadDb } from '../context.ts'
import { ofSample } from './product.store.ts'
import type { ProductId } from './rules/ids.ts'
import type { MainPhoto } from './rules/photos.ts'

/** A product as catalogues of others show it; the main photo at its largest. */
export type ProductToSpread = {
  id: ProductId
  name: string
  slug: string
  brand: string | null
  description: string | null
  isSample: boolean
  producerName: string
  photo: Omit<MainPhoto, 'caption'> | null
}

const largestPhoto = sql<Omit<MainPhoto, 'caption'> | null>`(
  select json_build_object('hash', drawing.hash, 'width', drawing.width, 'height', drawing.height)
  from product_photo
  join photo_size on photo_size.photo_hash = product_photo.file_hash
  join stored_file_card as drawing on drawing.hash = photo_size.file_hash
  where product_photo.product_id = product.id
  order by product_photo.position, photo_size.side desc
  limit 1
)`.as('photo')

/** Those of the products that stand in the register. */
export async function selectProductsToSpread(db: ReadDb, ids: readonly ProductId[]): Promise<ProductToSpread[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('product')
    .innerJoin('producer', 'producer.id', 'product.producer_id')
    .where('product.id', 'in', [...ids])
    .where('product.in_register', '=', true)
    .select(['product.id', 'product.name', 'product.slug', 'product.brand', 'product.description', 'producer.name as producerName'])
    .select([ofSample.as('isSample'), largestPhoto])
    .execute()
}
