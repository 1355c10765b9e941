import type { ProducerId, ProductId } from '../../catalogue/rules.ts'
import { newId } from '@dacsan/platform/ids'
import { prepare } from '@dacsan/platform/prepare'
import type { Slots } from '@dacsan/platform/prepare'
import { sql } from 'kysely'
import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import { lockLots } from '../../traceability/index.ts'
import type { LotId } from '../../traceability/rules.ts'
import { paymentsOnHold } from '../rules.ts'
import type { LotPick, LotStock, ShelfForOne } from '../rules.ts'
import type { ListingId, OrderId, OrderLineId } from '../rules/ids.ts'

/** What of these products has goods free to promise. */
export async function selectFreeLots(db: ReadDb, productIds: readonly ProductId[]): Promise<LotStock[]> {
  if (productIds.length === 0) return []
  return free(db)
    .where('balance.product_id', 'in', productIds)
    .innerJoin('lot_card as lot', 'lot.id', 'balance.lot_id')
    .select([
      'balance.lot_id as lotId',
      'balance.product_id as productId',
      'lot.number',
      'lot.made_on as madeOn',
      'lot.expires_on as expiresOn',
      'lot.status',
      'balance.on_hand as onHand',
      'balance.reserved',
    ])
    .execute()
}

const stockedOf = prepare((db: ReadDb, { productIds }: Slots<{ productIds: ProductId[] }>) =>
  free(db).where('balance.product_id', 'in', productIds).select('balance.lot_id as lotId'),
)
const stockedOfListings = prepare((db: ReadDb, { listingIds }: Slots<{ listingIds: ListingId[] }>) =>
  free(db)
    .where('balance.product_id', 'in', db.selectFrom('listing').where('id', 'in', listingIds).select('product_id'))
    .select('balance.lot_id as lotId'),
)

/** The lots with goods free to promise, of these products or of the products of these listings. */
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

const lockBalances = prepare((db: ReadDb, { lotIds }: Slots<{ lotIds: LotId[] }>) =>
  db
    .selectFrom('stock_balance')
    .where('lot_id', 'in', lotIds)
    .whereRef('on_hand', '>', 'reserved')
    .select(['lot_id as lotId', 'on_hand as onHand', 'reserved'])
    .orderBy('lot_id')
    .forUpdate(),
)

/**
 * What these lots have free to promise, under lock: first the lots, then their balances, each in the order of the lots' ids, so that two carts never wait
 * for each other in a circle. The lots themselves are held as well: a recall waits for the order or the order sees the recall.
 */
export async function lockFreeLots(tx: Tx, lotIds: readonly LotId[]): Promise<LotStock[]> {
  if (lotIds.length === 0) return []
  const [lots, balances] = await Promise.all([lockLots(tx, { lotIds }), lockBalances(tx, { lotIds: [...lotIds] })])
  const byId = new Map(lots.map((lot) => [lot.id, lot]))
  return balances.map((balance) => {
    const { productId, number, madeOn, expiresOn, status } = byId.get(balance.lotId)!
    return { ...balance, productId, number, madeOn, expiresOn, status }
  })
}

/** Of lots that whoever makes the product today made: what another one made before is not theirs to sell. */
const free = (db: ReadDb) =>
  db
    .selectFrom('stock_balance as balance')
    .whereRef('balance.on_hand', '>', 'balance.reserved')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('lot_card as made')
          .innerJoin('product_card as owned', (join) =>
            join.onRef('owned.id', '=', 'made.product_id').onRef('owned.producer_id', '=', 'made.producer_id'),
          )
          .whereRef('made.id', '=', 'balance.lot_id')
          .select('made.id'),
      ),
    )

export type Balance = { onHand: number; reserved: number }

/** The shelf of one lot under lock, opened where it has none; the caller holds the lot. */
export async function lockBalance(tx: Tx, { lotId, productId }: { lotId: LotId; productId: ProductId }): Promise<Balance> {
  await tx
    .insertInto('stock_balance')
    .values({ lot_id: lotId, product_id: productId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return tx
    .selectFrom('stock_balance')
    .where('lot_id', '=', lotId)
    .select(['on_hand as onHand', 'reserved'])
    .forUpdate()
    .executeTakeFirstOrThrow()
}

/** How much of a lot came to the shelf so far, counts included. */
export async function sumReceived(db: ReadDb, lotId: LotId): Promise<number> {
  const { sum } = await db
    .selectFrom('stock_entry')
    .where('lot_id', '=', lotId)
    .where('reason', 'in', ['received', 'count'])
    .select((eb) => eb.fn.coalesce(eb.fn.sum<string>('delta'), sql<string>`0`).as('sum'))
    .executeTakeFirstOrThrow()
  return Number(sum)
}

export type StockReason = 'received' | 'sold' | 'count' | 'scrapped'
export type StockEntry = {
  lotId: LotId
  delta: number
  reason: StockReason
  ref?: string
  byId: UserId | null
  requestKey?: string
  at: Date
}

/** Writes ledger lines and moves the balances with them: the only place that changes what is on hand. */
export async function insertEntries(tx: Tx, entries: readonly StockEntry[]): Promise<void> {
  if (entries.length === 0) return
  await tx
    .insertInto('stock_entry')
    .values(
      entries.map((entry) => ({
        id: newId('stk'),
        lot_id: entry.lotId,
        delta: entry.delta,
        reason: entry.reason,
        ref: entry.ref ?? '',
        by_id: entry.byId,
        request_key: entry.requestKey ?? null,
        at: entry.at,
      })),
    )
    .execute()
  await moveBalances(
    tx,
    entries.map(({ lotId, delta }) => ({ lotId, onHand: delta, reserved: 0 })),
  )
}

export async function selectEntryByKey(db: ReadDb, requestKey: string) {
  return db
    .selectFrom('stock_entry')
    .where('request_key', '=', requestKey)
    .select(['lot_id as lotId', 'delta', 'reason'])
    .executeTakeFirst()
}

const move = prepare(
  (_: ReadDb, { moves }: Slots<{ moves: string }>) => sql`
    update stock_balance set on_hand = stock_balance.on_hand + moved.on_hand, reserved = stock_balance.reserved + moved.reserved
    from (
      select "lotId" as lot_id, sum("onHand")::int as on_hand, sum(reserved)::int as reserved
      from json_to_recordset(${moves}::json) as change ("lotId" text, "onHand" int, reserved int)
      group by "lotId"
    ) as moved
    where stock_balance.lot_id = moved.lot_id`,
)

async function moveBalances(tx: Tx, moves: readonly { lotId: LotId; onHand: number; reserved: number }[]): Promise<void> {
  await move(tx, { moves: JSON.stringify(moves) })
}

const hold = prepare(
  (_: ReadDb, { rows }: Slots<{ rows: string }>) => sql`
    insert into reservation (id, order_line_id, lot_id, quantity, status, expires_at)
    select id, order_line_id, lot_id, quantity, 'held', expires_at from json_populate_recordset(null::reservation, ${rows}::json)
    on conflict (order_line_id, lot_id) do update set quantity = excluded.quantity, status = 'held', expires_at = excluded.expires_at`,
)

/** Holds goods for order lines; a lot that was let go before is held anew. */
export async function insertReservations(
  tx: Tx,
  reservations: readonly (LotPick & { orderLineId: OrderLineId })[],
  expiresAt: Date,
): Promise<void> {
  const rows = reservations.map(({ orderLineId, lotId, quantity }) => ({
    id: newId('rsv'),
    order_line_id: orderLineId,
    lot_id: lotId,
    quantity,
    expires_at: expiresAt,
  }))
  const moves = reservations.map(({ lotId, quantity }) => ({ lotId, onHand: 0, reserved: quantity }))
  await Promise.all([hold(tx, { rows: JSON.stringify(rows) }), moveBalances(tx, moves)])
}

/**
 * Of each product what stands on its shelf, and how much of that is held by orders whose money nobody has seen: those that were placed from one
 * network, or those whose buyers say that they have paid.
 */
export async function selectShelves(
  db: ReadDb,
  productIds: readonly ProductId[],
  unpaid: { placedFrom: string } | { reportedBeside: OrderId },
): Promise<ShelfForOne[]> {
  const of =
    'placedFrom' in unpaid
      ? sql`g.placed_from = ${unpaid.placedFrom}`
      : sql`o.payment_status = 'reported' and o.id <> ${unpaid.reportedBeside}`
  const { rows } = await sql<ShelfForOne>`
    select b.product_id as "productId", sum(b.on_hand)::int as "onHand", coalesce(sum(held.quantity), 0)::int as unpaid,
      coalesce(sum(held.in_all), 0)::int as "unpaidInAll"
    from stock_balance b
    left join lateral (
      select sum(r.quantity) filter (where ${of}) as quantity, sum(r.quantity) as in_all from reservation r
        join order_line l on l.id = r.order_line_id join shop_order o on o.id = l.order_id join order_group g on g.id = o.group_id
      where r.lot_id = b.lot_id and r.status = 'held' and o.payment_status = any (${[...paymentsOnHold]})
    ) held on true
    where b.product_id = any (${[...productIds]}) group by b.product_id`.execute(db)
  return rows
}

/** What an order holds, product by product. */
export async function selectHeldProducts(db: ReadDb, orderId: OrderId): Promise<{ productId: ProductId; wanted: number }[]> {
  return db
    .selectFrom('reservation')
    .innerJoin('order_line', 'order_line.id', 'reservation.order_line_id')
    .where('order_line.order_id', '=', orderId)
    .where('reservation.status', '=', 'held')
    .select((eb) => ['order_line.product_id as productId', sql<number>`sum(${eb.ref('reservation.quantity')})::int`.as('wanted')])
    .groupBy('order_line.product_id')
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

/** Ends every hold of an order: released to the shelf, or consumed by handing over. Balances are locked lot by lot in id order. */
export async function endReservations(
  tx: Tx,
  orderId: OrderId,
  end: { status: 'released' } | { status: 'consumed'; byId: UserId | null; ref: string; at: Date },
): Promise<LotPick[]> {
  const held = await tx
    .selectFrom('reservation')
    .innerJoin('order_line', 'order_line.id', 'reservation.order_line_id')
    .where('order_line.order_id', '=', orderId)
    .where('reservation.status', '=', 'held')
    .select(['reservation.id', 'reservation.lot_id as lotId', 'reservation.quantity'])
    .execute()
  if (held.length === 0) return []
  const lotIds = held.map(({ lotId }) => lotId)
  await tx.selectFrom('stock_balance').where('lot_id', 'in', lotIds).select('lot_id').orderBy('lot_id').forUpdate().execute()
  const ids = held.map(({ id }) => id)
  await tx.updateTable('reservation').set({ status: end.status }).where('id', 'in', ids).execute()
  await moveBalances(
    tx,
    held.map(({ lotId, quantity }) => ({ lotId, onHand: 0, reserved: -quantity })),
  )
  if (end.status === 'consumed') {
    const { byId, ref, at } = end
    await insertEntries(
      tx,
      held.map(({ lotId, quantity }) => ({ lotId, delta: -quantity, reason: 'sold' as const, ref, byId, at })),
    )
  }
  return held.map(({ lotId, quantity }) => ({ lotId, quantity }))
}

export type ShelfLot = LotStock & { made: number; unit: string; productName: string; received: number }

/** Every lot of a producer that is or may come on the shelf, the first to expire first. */
export async function selectShelf(db: ReadDb, producerId: ProducerId): Promise<ShelfLot[]> {
  return db
    .selectFrom('lot_card as lot')
    .innerJoin('product_card as product', 'product.id', 'lot.product_id')
    .leftJoin('stock_balance as balance', 'balance.lot_id', 'lot.id')
    .where('lot.producer_id', '=', producerId)
    .where((eb) => eb.or([eb('lot.status', '=', 'open'), eb('balance.on_hand', '>', 0)]))
    .select((eb) => [
      'lot.id as lotId',
      'lot.product_id as productId',
      'product.name as productName',
      'lot.number',
      'lot.made_on as madeOn',
      'lot.expires_on as expiresOn',
      'lot.status',
      'lot.quantity as made',
      'lot.unit',
      eb.fn.coalesce('balance.on_hand', sql<number>`0`).as('onHand'),
      eb.fn.coalesce('balance.reserved', sql<number>`0`).as('reserved'),
      sql<number>`coalesce((select sum(delta) from stock_entry where lot_id = lot.id and reason in ('received', 'count')), 0)::int`.as(
        'received',
      ),
    ])
    .orderBy('product.name', inVietnamese)
    .orderBy('lot.expires_on', (order) => order.asc().nullsLast())
    .orderBy('lot.id')
    .execute()
}
