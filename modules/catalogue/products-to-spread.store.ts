import { sql } from 'kysely'
import type { ReadDb } from '../context.ts'
import { ofSample } from './product.store.ts'
import type { ProductId } from './rules/ids.ts'
import type { MainPhoto } from './rules/photos.ts'

/** A product as catalogues of others show it; each photo at its largest, the main one first. */
export type ProductToSpread = {
  id: ProductId
  name: string
  slug: string
  brand: string | null
  description: string | null
  isSample: boolean
  producerName: string
  photos: Omit<MainPhoto, 'caption'>[]
}

const largestPhotos = sql<Omit<MainPhoto, 'caption'>[]>`coalesce((
  select json_agg(json_build_object('hash', largest.hash, 'width', largest.width, 'height', largest.height) order by largest.position)
  from (
    select distinct on (product_photo.position) product_photo.position, drawing.hash, drawing.width, drawing.height
    from product_photo
    join photo_size on photo_size.photo_hash = product_photo.file_hash
    join stored_file_card as drawing on drawing.hash = photo_size.file_hash
    where product_photo.product_id = product.id
    order by product_photo.position, photo_size.side desc
  ) as largest
), '[]')`.as('photos')

/** Those of the products that stand in the register. */
export async function selectProductsToSpread(db: ReadDb, ids: readonly ProductId[]): Promise<ProductToSpread[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('product')
    .innerJoin('producer', 'producer.id', 'product.producer_id')
    .where('product.id', 'in', [...ids])
    .where('product.in_register', '=', true)
    .select(['product.id', 'product.name', 'product.slug', 'product.brand', 'product.description', 'producer.name as producerName'])
    .select([ofSample.as('isSample'), largestPhotos])
    .execute()
}
