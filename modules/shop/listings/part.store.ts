import { prepare } from '@dacsan/platform/prepare'
import type { Slots } from '@dacsan/platform/prepare'
import type { PackId, ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { WantedPart } from '../rules.ts'
import type { ListingId } from '../rules/ids.ts'

const partsOf = prepare((db: ReadDb, { ids }: Slots<{ ids: ListingId[] }>) =>
  db
    .selectFrom('listing_part as part')
    .innerJoin('listing as box', 'box.id', 'part.listing_id')
    .innerJoin('pack_card as pack', 'pack.id', 'part.pack_id')
    .innerJoin('product_card as product', 'product.id', 'pack.product_id')
    .where('part.listing_id', 'in', ids)
    .select([
      'part.listing_id as boxId',
      'part.pack_id as packId',
      'part.quantity as number',
      'box.producer_id as producerId',
      'pack.product_id as productId',
      'pack.name as netContent',
      'product.name as productName',
      'product.slug as productSlug',
    ])
    .orderBy('part.listing_id')
    .orderBy('part.position'),
)

/** What lies in these boxes, as whoever put them together ordered it. */
export async function selectParts(db: ReadDb, ids: readonly ListingId[]) {
  return ids.length === 0 ? [] : partsOf(db, { ids: [...ids] })
}

/** In which boxes of a seller which packs lie. */
export async function selectPartsOfProducer(db: ReadDb, producerId: ProducerId) {
  const boxes = await db
    .selectFrom('listing_part as part')
    .innerJoin('listing', 'listing.id', 'part.listing_id')
    .where('listing.producer_id', '=', producerId)
    .select('listing.id')
    .distinct()
    .execute()
  return selectParts(
    db,
    boxes.map(({ id }) => id),
  )
}

export async function isInBox(db: ReadDb, packId: PackId): Promise<boolean> {
  const row = await db.selectFrom('listing_part').where('pack_id', '=', packId).select('listing_id').limit(1).executeTakeFirst()
  return row !== undefined
}

/** What lies in a box from now on; the listing is held by the caller. */
export async function replaceParts(tx: Tx, listingId: ListingId, parts: readonly WantedPart[]): Promise<void> {
  await tx.deleteFrom('listing_part').where('listing_id', '=', listingId).execute()
  if (parts.length === 0) return
  const rows = parts.map(({ packId, quantity }, position) => ({ listing_id: listingId, pack_id: packId, quantity, position }))
  await tx.insertInto('listing_part').values(rows).execute()
}
