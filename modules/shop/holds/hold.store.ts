import type { ProductId } from '../../catalogue/rules.ts'
import { newId } from '@dacsan/platform/ids'
import { prepare } from '@dacsan/platform/prepare'
import type { Slots } from '@dacsan/platform/prepare'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import type { Ctx, ReadDb, Tx } from '../../context.ts'
import type { PackId, ProducerId } from '../../catalogue/rules.ts'
import { bringBack, release, reserve } from '../../inventory/index.ts'
import type { LotPick, LotStock } from '../../inventory/rules.ts'
import type { LotId } from '../../traceability/rules.ts'
import { givePromisesBack } from '../ahead/book.store.ts'
import { paymentsUnseen } from '../rules.ts'
import type { ShelfForOne } from '../rules.ts'
import type { ListingId, OrderId, OrderLineId, ReservationId } from '../rules/ids.ts'

/** What of these products has goods free to promise. */
export async function selectFreeLots(db: ReadDb, productIds: readonly ProductId[]): Promise<LotStock[]> {
  if (productIds.length === 0) return []
  return free(db)
    .where('goods.product_id', 'in', productIds)
    .innerJoin('lot_card as lot', 'lot.id', 'goods.lot_id')
    .select([
      'goods.lot_id as lotId',
      'goods.pack_id as packId',
      'goods.place_id as placeId',
      'goods.product_id as productId',
      'lot.number',
      'lot.made_on as madeOn',
      'lot.expires_on as expiresOn',
      'lot.status',
      'goods.on_hand as onHand',
      'goods.reserved',
    ])
    .execute()
}

/** What leaves the shelf for these: their own packs, and of boxes what lies in them. */
export const packsOfListings = (db: ReadDb, listingIds: readonly (ListingId | RawBuilder<ListingId>)[]) =>
  db
    .selectFrom('listing')
    .where('id', 'in', listingIds)
    .select('pack_id')
    .union(db.selectFrom('listing_part').where('listing_id', 'in', listingIds).select('pack_id'))

const stockedOf = prepare((db: ReadDb, { productIds }: Slots<{ productIds: ProductId[] }>) =>
  free(db).where('goods.product_id', 'in', productIds).select('goods.lot_id as lotId').distinct(),
)
const stockedOfListings = prepare((db: ReadDb, { listingIds }: Slots<{ listingIds: ListingId[] }>) =>
  free(db).where('goods.pack_id', 'in', packsOfListings(db, listingIds)).select('goods.lot_id as lotId').distinct(),
)

/** The lots with goods free to promise, of these products or of what these listings offer. */
export async function selectStockedLots(
  db: ReadDb,
  of: { productIds: readonly ProductId[] } | { listingIds: readonly ListingId[] },
): Promise<LotId[]> {
  const rows =
    'productIds' in of
      ? await stockedOf(db, { productIds: [...of.productIds] })
      : await stockedOfListings(db, { listingIds: [...of.listingIds] })
  return rows.map(({ lotId }) => lotId)
}

/** Where the shop sells from, and of lots that whoever makes the product today made: what another one made before is not theirs to sell. */
const free = (db: ReadDb) =>
  db
    .selectFrom('stock_balance_card as goods')
    .where('goods.sells', '=', true)
    .whereRef('goods.on_hand', '>', 'goods.reserved')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('lot_card as made')
          .innerJoin('product_card as owned', (join) =>
            join.onRef('owned.id', '=', 'made.product_id').onRef('owned.producer_id', '=', 'made.producer_id'),
          )
          .whereRef('made.id', '=', 'goods.lot_id')
          .select('made.id'),
      ),
    )

type PickOfLine = LotPick & { orderLineId: OrderLineId; expiresAt: Date }

export const reservationRows = (picks: readonly PickOfLine[]) =>
  picks.map(({ orderLineId, lotId, packId, placeId, quantity, expiresAt }) => ({
    id: newId('rsv'),
    order_line_id: orderLineId,
    lot_id: lotId,
    pack_id: packId,
    place_id: placeId,
    quantity,
    status: 'held',
    expires_at: expiresAt,
  }))

/** Holds goods for the lines of an order once more: what was let go before is held anew. */
export async function reserveAnew(tx: Tx, picks: readonly PickOfLine[]): Promise<void> {
  const rows = JSON.stringify(reservationRows(picks))
  await sql`
    insert into reservation (id, order_line_id, lot_id, pack_id, place_id, quantity, status, expires_at)
    select id, order_line_id, lot_id, pack_id, place_id, quantity, status, expires_at from json_populate_recordset(null::reservation, ${rows}::json)
    on conflict (order_line_id, lot_id, pack_id, place_id) do update set quantity = excluded.quantity, status = 'held', expires_at = excluded.expires_at`.execute(
    tx,
  )
  await reserve(tx, picks)
}

/**
 * Of each pack what stands on the shelves that it is sold from, and how much of that is held by orders whose money nobody has seen: those that were placed
 * from one network, or those whose buyers say that they have paid.
 */
export async function selectShelves(
  db: ReadDb,
  packs: readonly { productId: ProductId; packId: PackId }[],
  unpaid: { placedFrom: string } | { reportedBeside: OrderId },
): Promise<ShelfForOne[]> {
  const of =
    'placedFrom' in unpaid
      ? sql`g.placed_from = ${unpaid.placedFrom}`
      : sql`o.payment_status = 'reported' and o.id <> ${unpaid.reportedBeside}`
  const { rows } = await sql<ShelfForOne>`
    select b.pack_id as "packId", sum(b.on_hand)::int as "onHand", coalesce(sum(held.quantity), 0)::int as unpaid,
      coalesce(sum(held.in_all), 0)::int as "unpaidInAll"
    from stock_balance_card b
    left join lateral (
      select sum(r.quantity) filter (where ${of}) as quantity, sum(r.quantity) as in_all from reservation r
        join order_line l on l.id = r.order_line_id join shop_order o on o.id = l.order_id join order_group g on g.id = o.group_id
      where r.lot_id = b.lot_id and r.pack_id = b.pack_id and r.place_id = b.place_id and r.status = 'held'
        and o.payment_status = any (${[...paymentsUnseen]})
    ) held on true
    where b.product_id = any (${packs.map(({ productId }) => productId)}) and b.pack_id = any (${packs.map(({ packId }) => packId)}) and b.sells
    group by b.pack_id`.execute(db)
  return rows
}

/** What an order holds, pack by pack. */
export async function selectHeldPacks(db: ReadDb, orderId: OrderId): Promise<{ productId: ProductId; packId: PackId; wanted: number }[]> {
  return db
    .selectFrom('reservation')
    .innerJoin('order_line', 'order_line.id', 'reservation.order_line_id')
    .where('order_line.order_id', '=', orderId)
    .where('reservation.status', '=', 'held')
    .select((eb) => [
      'order_line.product_id as productId',
      'order_line.pack_id as packId',
      sql<number>`sum(${eb.ref('reservation.quantity')})::int`.as('wanted'),
    ])
    .groupBy(['order_line.product_id', 'order_line.pack_id'])
    .execute()
}

export async function selectHeldLotIds(db: ReadDb, orderId: OrderId): Promise<LotId[]> {
  const rows = await db
    .selectFrom('reservation')
    .innerJoin('order_line', 'order_line.id', 'reservation.order_line_id')
    .where('order_line.order_id', '=', orderId)
    .where('reservation.status', '=', 'held')
    .select('reservation.lot_id as lotId')
    .distinct()
    .execute()
  return rows.map(({ lotId }) => lotId)
}

type Writer = Pick<Ctx, 'actor' | 'now' | 'origin' | 'newId'>

/** What an order holds, or took: how much of which lot, and where it lay. */
const selectReservations = (db: ReadDb, orderId: OrderId, status: 'held' | 'consumed') =>
  db
    .selectFrom('reservation')
    .innerJoin('order_line', 'order_line.id', 'reservation.order_line_id')
    .where('order_line.order_id', '=', orderId)
    .where('reservation.status', '=', status)
    .select([
      'reservation.id',
      'reservation.lot_id as lotId',
      'reservation.pack_id as packId',
      'reservation.place_id as placeId',
      'reservation.quantity',
    ])
    .execute()

/** Ends every hold of an order, and what it was promised: released to the shelf, or consumed by handing over. */
export async function endReservations(tx: Tx, orderId: OrderId, end: End): Promise<void> {
  const held = await selectReservations(tx, orderId, 'held')
  if (held.length > 0) await endHeld(tx, held, end)
  // After the goods, as whoever orders locks them.
  if (end.status === 'released') await givePromisesBack(tx, orderId)
}

type End = { status: 'released' } | { status: 'consumed'; ref: string; ctx: Writer }

async function endHeld(tx: Tx, held: readonly (LotPick & { id: ReservationId })[], end: End): Promise<void> {
  const ids = held.map(({ id }) => id)
  await release(
    tx,
    held.map(({ lotId, packId, placeId, quantity }) => ({ lotId, packId, placeId, quantity })),
    end.status === 'consumed' ? { ctx: end.ctx, ref: end.ref } : undefined,
  )
  await tx.updateTable('reservation').set({ status: end.status }).where('id', 'in', ids).execute()
}

/** What was handed over for an order comes back to where it lay, each quantity to its lot. */
export async function returnReservations(tx: Tx, orderId: OrderId, back: { ctx: Writer; ref: string; note: string }): Promise<void> {
  const gone = await selectReservations(tx, orderId, 'consumed')
  if (gone.length === 0) return
  const ids = gone.map(({ id }) => id)
  await bringBack(
    tx,
    gone.map(({ id: _id, ...pick }) => pick),
    back,
  )
  await tx.updateTable('reservation').set({ status: 'returned' }).where('id', 'in', ids).execute()
}

export type ShelfLot = Pick<LotStock, 'lotId' | 'productId' | 'number' | 'madeOn' | 'expiresOn' | 'status' | 'onHand' | 'reserved'> & {
  packId: PackId
  made: number
  unit: string
  productName: string
}

/** Every lot of a producer with what the shop may sell of it in each pack of its product, where it sells from. The first to expire first. */
export async function selectShelf(db: ReadDb, producerId: ProducerId): Promise<ShelfLot[]> {
  const sums = db
    .selectFrom('stock_balance_card as goods')
    .where('goods.sells', '=', true)
    .select((eb) => [
      'goods.lot_id',
      'goods.pack_id',
      sql<number>`sum(${eb.ref('goods.on_hand')})::int`.as('on_hand'),
      sql<number>`sum(${eb.ref('goods.reserved')})::int`.as('reserved'),
    ])
    .groupBy(['goods.lot_id', 'goods.pack_id'])
    .as('balance')
  return db
    .selectFrom('lot_card as lot')
    .innerJoin('product_card as product', 'product.id', 'lot.product_id')
    .innerJoin('pack_card as pack', 'pack.product_id', 'lot.product_id')
    .leftJoin(sums, (join) => join.onRef('balance.lot_id', '=', 'lot.id').onRef('balance.pack_id', '=', 'pack.id'))
    .where('lot.producer_id', '=', producerId)
    .where((eb) => eb.or([eb('lot.status', '=', 'open'), eb('balance.on_hand', '>', 0)]))
    .select((eb) => [
      'lot.id as lotId',
      'lot.product_id as productId',
      'pack.id as packId',
      'product.name as productName',
      'lot.number',
      'lot.made_on as madeOn',
      'lot.expires_on as expiresOn',
      'lot.status',
      'lot.quantity as made',
      'lot.unit',
      eb.fn.coalesce('balance.on_hand', sql<number>`0`).as('onHand'),
      eb.fn.coalesce('balance.reserved', sql<number>`0`).as('reserved'),
    ])
    .orderBy('product.name', inVietnamese)
    .orderBy('lot.expires_on', (order) => order.asc().nullsLast())
    .orderBy('lot.id')
    .execute()
}
