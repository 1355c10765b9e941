import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import { sql } from 'kysely'
import type { ProducerId, ProductId } from '../catalogue/rules.ts'
import type { ReadDb } from '../context.ts'
import type { LotId, PlaceId } from '../traceability/rules.ts'
import type { Kind, LotStock, Position } from './rules.ts'

export async function selectOwnedPlace(db: ReadDb, placeId: PlaceId) {
  return db
    .selectFrom('place_card as place')
    .innerJoin('producer_card as producer', 'producer.id', 'place.producer_id')
    .where('place.id', '=', placeId)
    .where('place.is_consigned', '=', false)
    .select(['place.id', 'place.name', 'place.producer_id as producerId', 'producer.organisation_id as organisationId'])
    .executeTakeFirst()
}

const positions = (db: ReadDb, producerId: ProducerId) =>
  db
    .selectFrom('stock_balance as balance')
    .innerJoin('place_card as place', 'place.id', 'balance.place_id')
    .innerJoin('pack_card as pack', 'pack.id', 'balance.pack_id')
    .innerJoin('lot_card as lot', 'lot.id', 'balance.lot_id')
    .innerJoin('product_card as product', 'product.id', 'balance.product_id')
    .where('place.producer_id', '=', producerId)
    .select((eb) => [
      sql<string>`concat_ws(' ', ${eb.ref('balance.lot_id')}, ${eb.ref('balance.pack_id')}, ${eb.ref('balance.place_id')})`.as('id'),
      'balance.lot_id as lotId',
      'balance.pack_id as packId',
      'balance.place_id as placeId',
      'balance.product_id as productId',
      'balance.on_hand as onHand',
      'balance.reserved',
      sql<number>`${eb.ref('balance.on_hand')} - ${eb.ref('balance.reserved')}`.as('free'),
      'place.name as placeName',
      'pack.name as packName',
      'product.name as productName',
      'lot.number',
      'lot.unit',
      'lot.made_on as madeOn',
      'lot.expires_on as expiresOn',
      'lot.status',
    ])

export type StoredGoods = LotStock & {
  id: string
  free: number
  placeName: string
  packName: string | null
  productName: string
  unit: string
}

/** What lies at the places of a producer, for their list. */
export const goodsListed = (db: ReadDb, producerId: ProducerId) =>
  sql<StoredGoods>`${positions(db, producerId).where('balance.on_hand', '>', 0)}`

/** The same at one place, the first to expire first. */
export async function selectPositions(db: ReadDb, producerId: ProducerId, placeId: PlaceId): Promise<StoredGoods[]> {
  return positions(db, producerId)
    .where('balance.place_id', '=', placeId)
    .where('balance.on_hand', '>', 0)
    .orderBy('lot.expires_on', (order) => order.asc().nullsLast())
    .orderBy('balance.lot_id')
    .orderBy('balance.pack_id')
    .execute()
}

/** What of these lots ever lay at a place: who counts may find what the books say was sold meanwhile. */
export async function selectEverThere(db: ReadDb, placeId: PlaceId, lotIds: readonly LotId[]) {
  return db
    .selectFrom('stock_balance')
    .where('place_id', '=', placeId)
    .where('lot_id', 'in', lotIds)
    .select(['lot_id as lotId', 'pack_id as packId'])
    .execute()
}

/** Of one lot, wherever its maker tends it. */
export async function selectPositionsOfLot(db: ReadDb, producerId: ProducerId, lotId: LotId): Promise<StoredGoods[]> {
  return positions(db, producerId)
    .where('balance.lot_id', '=', lotId)
    .where('place.is_consigned', '=', false)
    .orderBy('place.name', inVietnamese)
    .orderBy('balance.pack_id')
    .execute()
}

export type PackableLot = {
  lotId: LotId
  productId: ProductId
  productName: string
  number: string
  unit: string
  made: number
  taken: number
  status: string
  expiresOn: string | null
}

/** The open lots of a producer, with how much of each was packed so far. */
export async function selectPackableLots(db: ReadDb, producerId: ProducerId): Promise<PackableLot[]> {
  const rows = await db
    .selectFrom('lot_card as lot')
    .innerJoin('product_card as product', 'product.id', 'lot.product_id')
    .where('lot.producer_id', '=', producerId)
    .where('lot.status', '=', 'open')
    .select([
      'lot.id as lotId',
      'lot.product_id as productId',
      'product.name as productName',
      'lot.number',
      'lot.unit',
      'lot.quantity as made',
      'lot.status',
      'lot.expires_on as expiresOn',
      sql<string>`coalesce((select sum(lot_units) from stock_entry where stock_entry.lot_id = lot.id), 0)`.as('taken'),
    ])
    .orderBy('lot.made_on', 'desc')
    .orderBy('lot.id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, taken: Number(row.taken) }))
}

export type Movement = { at: Date; kind: Kind; delta: number; note: string; ref: string; placeName: string; packName: string | null }

/** What happened to the goods of a lot, the latest first. */
export async function selectMovements(db: ReadDb, lotId: LotId, most: number): Promise<Movement[]> {
  return db
    .selectFrom('stock_entry as entry')
    .innerJoin('place_card as place', 'place.id', 'entry.place_id')
    .innerJoin('pack_card as pack', 'pack.id', 'entry.pack_id')
    .where('entry.lot_id', '=', lotId)
    .select(['entry.at', 'entry.kind', 'entry.delta', 'entry.note', 'entry.ref', 'place.name as placeName', 'pack.name as packName'])
    .orderBy('entry.at', 'desc')
    .orderBy('entry.id', 'desc')
    .limit(most)
    .execute()
}

/** What events call the goods of these positions, and in whose name they tell of them. */
export async function selectNames(db: ReadDb, positions: readonly Position[]) {
  const [lots, packs, places] = await Promise.all([
    db
      .selectFrom('lot_card as lot')
      .innerJoin('producer_card as producer', 'producer.id', 'lot.producer_id')
      .innerJoin('product_card as product', 'product.id', 'lot.product_id')
      .where('lot.id', 'in', distinct(positions.map(({ lotId }) => lotId)))
      .select(['lot.id', 'lot.number', 'lot.trace_code as traceCode', 'producer.organisation_id as organisationId', 'product.gtin'])
      .execute(),
    db
      .selectFrom('pack_card')
      .where('id', 'in', distinct(positions.map(({ packId }) => packId)))
      .select(['id', 'gtin'])
      .execute(),
    db
      .selectFrom('place_card')
      .where('id', 'in', distinct(positions.map(({ placeId }) => placeId)))
      .select(['id', 'gln'])
      .execute(),
  ])
  return ({ lotId, packId, placeId }: Position) => {
    const { number, traceCode, organisationId, gtin } = lots.find(({ id }) => id === lotId)!
    const own = packs.find(({ id }) => id === packId)!
    return { lot: { number, traceCode }, organisationId, lotGtin: gtin, gtin: own.gtin, place: places.find(({ id }) => id === placeId)! }
  }
}

const distinct = <T>(all: readonly T[]): T[] => [...new Set(all)]
