import { prepare } from '@dacsan/platform/prepare'
import type { Slots } from '@dacsan/platform/prepare'
import { dong } from '@dacsan/vietnam'
import { sql } from 'kysely'
import type { PackId, ProducerId, ProductId } from '../../catalogue/rules.ts'
import type { ReadDb } from '../../context.ts'
import type { ListingStatus } from '../rules.ts'
import type { ListingId } from '../rules/ids.ts'

export type ListedReading = {
  id: ListingId
  productName: string
  packName: string | null
  producerName: string
  status: Exclude<ListingStatus, 'draft'>
  priceVnd: number
  submittedAt: Date | null
  readAt: Date | null
}

/** A product that went over to another producer is not posted by the one before any more. */
const posted = (db: ReadDb) =>
  db
    .selectFrom('listing')
    .innerJoin('product_card as product', (join) =>
      join.onRef('product.id', '=', 'listing.product_id').onRef('product.producer_id', '=', 'listing.producer_id'),
    )
    .innerJoin('pack_card as pack', 'pack.id', 'listing.pack_id')
    .innerJoin('producer_card as producer', 'producer.id', 'listing.producer_id')
    .where('listing.status', '<>', 'draft')

/** What sellers handed in, whatever became of it. */
export const listingsPosted = (db: ReadDb) =>
  sql<ListedReading>`${posted(db).select([
    'listing.id',
    'product.name as productName',
    'pack.name as packName',
    'producer.name as producerName',
    'listing.status',
    'listing.price_vnd as priceVnd',
    'listing.submitted_at as submittedAt',
    'listing.read_at as readAt',
  ])}`

const postedByIds = prepare((db: ReadDb, { ids }: Slots<{ ids: ListingId[] }>) =>
  posted(db)
    .where('listing.id', 'in', ids)
    .select([
      'listing.id',
      'listing.product_id as productId',
      'listing.pack_id as packId',
      'listing.producer_id as producerId',
      'listing.status',
      'listing.version',
      'listing.description',
      'listing.unit',
      'listing.price_vnd as priceVnd',
      'listing.price_steps as steps',
      'listing.least_quantity as leastQuantity',
      'listing.multiple',
      'listing.max_per_order as maxPerOrder',
      'listing.return_reason as returnReason',
      'product.slug as productSlug',
      'product.set_code as setCode',
      'producer.slug as producerSlug',
    ]),
)

export async function selectPosted(db: ReadDb, ids: readonly ListingId[]) {
  if (ids.length === 0) return []
  const rows = await postedByIds(db, { ids: [...ids] })
  return rows.map((row) => ({ ...row, priceVnd: dong(row.priceVnd) }))
}

type ListingToTell = {
  id: ListingId
  productId: ProductId
  packId: PackId
  producerId: ProducerId
  productName: string
  packName: string | null
}

export async function selectListingToTell(db: ReadDb, id: ListingId): Promise<ListingToTell | undefined> {
  return db
    .selectFrom('listing')
    .innerJoin('product_card as product', 'product.id', 'listing.product_id')
    .innerJoin('pack_card as pack', 'pack.id', 'listing.pack_id')
    .where('listing.id', '=', id)
    .select([
      'listing.id',
      'listing.product_id as productId',
      'listing.pack_id as packId',
      'listing.producer_id as producerId',
      'product.name as productName',
      'pack.name as packName',
    ])
    .executeTakeFirst()
}
