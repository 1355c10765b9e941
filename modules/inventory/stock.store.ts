import { withCommit } from '@dacsan/platform/context'
import { prepare } from '@dacsan/platform/prepare'
import type { Slots } from '@dacsan/platform/prepare'
import { sql } from 'kysely'
import type { PackId, ProductId } from '../catalogue/rules.ts'
import type { ReadDb, Tx } from '../context.ts'
import type { UserId } from '../identity/rules.ts'
import { lockLots } from '../traceability/index.ts'
import type { LotId, PlaceId } from '../traceability/rules.ts'
import type { Balance, Kind, LotPick, LotStock, Position } from './rules.ts'
import type { StockEntryId } from './rules/ids.ts'

const lockBalances = prepare((db: ReadDb, { lotIds }: Slots<{ lotIds: LotId[] }>) =>
  db
    .selectFrom('stock_balance')
    .where('lot_id', 'in', lotIds)
    .whereRef('on_hand', '>', 'reserved')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('place_card as place')
          .whereRef('place.id', '=', 'stock_balance.place_id')
          .where('place.sells', '=', true)
          .where('place.ended_at', 'is', null)
          .select('place.id'),
      ),
    )
    .select(['lot_id as lotId', 'pack_id as packId', 'place_id as placeId', 'on_hand as onHand', 'reserved'])
    .orderBy('lot_id')
    .orderBy('pack_id')
    .orderBy('place_id')
    .forUpdate('stock_balance'),
)

/**
 * What these lots have free to promise where goods are sold from, under lock: first the lots, then their positions, each in the order of their ids, so that
 * two carts never wait for each other in a circle. The lots themselves are held as well: a recall waits for the order or the order sees the recall.
 */
export async function lockFree(tx: Tx, lotIds: readonly LotId[]): Promise<LotStock[]> {
  if (lotIds.length === 0) return []
  const [lots, balances] = await Promise.all([lockLots(tx, { lotIds }), lockBalances(tx, { lotIds: [...lotIds] })])
  const byId = new Map(lots.map((lot) => [lot.id, lot]))
  return balances.map((balance) => {
    const { productId, number, madeOn, expiresOn, status } = byId.get(balance.lotId)!
    return { ...balance, productId, number, madeOn, expiresOn, status }
  })
}

/** Holds these positions until the end of the transaction, those that nothing lay at yet included; the caller holds the lot. */
export async function lockPositions(tx: Tx, productId: ProductId, positions: readonly Position[]): Promise<(Position & Balance)[]> {
  const keys = JSON.stringify(positions.map(({ lotId, packId, placeId }) => ({ lot_id: lotId, pack_id: packId, place_id: placeId })))
  await sql`
    insert into stock_balance (lot_id, pack_id, place_id, product_id)
    select lot_id, pack_id, place_id, ${productId} from json_populate_recordset(null::stock_balance, ${keys}::json) order by 1, 2, 3
    on conflict do nothing`.execute(tx)
  const { rows } = await sql<Position & Balance>`
    select lot_id as "lotId", pack_id as "packId", place_id as "placeId", on_hand as "onHand", reserved from stock_balance
    where (lot_id, pack_id, place_id) in (select lot_id, pack_id, place_id from json_populate_recordset(null::stock_balance, ${keys}::json))
    order by lot_id, pack_id, place_id for update`.execute(tx)
  return positions.map((wanted) => rows.find((row) => isSame(row, wanted))!)
}

const isSame = (a: Position, b: Position) => a.lotId === b.lotId && a.packId === b.packId && a.placeId === b.placeId

/** Which lots lie at a place in one of these packs. */
export const selectLotsAt = (db: ReadDb, { placeId, packIds }: { placeId: PlaceId; packIds: readonly PackId[] }) =>
  db
    .selectFrom('stock_balance')
    .where('place_id', '=', placeId)
    .where('pack_id', 'in', packIds)
    .whereRef('on_hand', '>', 'reserved')
    .select(['lot_id as lotId', 'pack_id as packId'])
    .orderBy('lot_id')
    .orderBy('pack_id')
    .execute()

/** One who packs, counts or takes back of a lot waits for another: their sums stand over all positions of the lot. Asked for before anything is locked. */
export async function lockBooks(tx: Tx, lotIds: readonly LotId[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('goods:' || id, 0)) from (
    select id from unnest(${[...lotIds]}::text[]) as id order by id) as books`.execute(tx)
}

export type StockEntry = Position & {
  id: StockEntryId
  delta: number
  kind: Kind
  lotUnits?: number
  note?: string
  ref?: string
  byId: UserId | null
  requestKey?: string | undefined
  at: Date
}

/** Lines of the ledger, and the balances with them (`writeEntries`). */
export async function insertEntries(tx: Tx, entries: readonly StockEntry[]): Promise<void> {
  if (entries.length === 0) return
  await tx
    .insertInto('stock_entry')
    .values(
      entries.map((entry) => ({
        id: entry.id,
        lot_id: entry.lotId,
        pack_id: entry.packId,
        place_id: entry.placeId,
        delta: entry.delta,
        kind: entry.kind,
        lot_units: entry.lotUnits === undefined ? null : String(entry.lotUnits),
        note: entry.note ?? '',
        ref: entry.ref ?? '',
        by_id: entry.byId,
        request_key: entry.requestKey ?? null,
        at: entry.at,
      })),
    )
    .execute()
  await moveBalances(
    tx,
    entries.map(({ delta, ...position }) => ({ ...position, onHand: delta, reserved: 0 })),
  )
}

export async function selectEntryByKey(db: ReadDb, requestKey: string) {
  return db
    .selectFrom('stock_entry')
    .where('request_key', '=', requestKey)
    .select(['lot_id as lotId', 'pack_id as packId', 'place_id as placeId', 'delta', 'kind'])
    .executeTakeFirst()
}

const move = prepare(
  (_: ReadDb, { moves }: Slots<{ moves: string }>) => sql`
    update stock_balance set on_hand = stock_balance.on_hand + moved.on_hand, reserved = stock_balance.reserved + moved.reserved
    from (
      select "lotId" as lot_id, "packId" as pack_id, "placeId" as place_id, sum("onHand")::int as on_hand, sum(reserved)::int as reserved
      from json_to_recordset(${moves}::json) as change ("lotId" text, "packId" text, "placeId" text, "onHand" int, reserved int)
      group by 1, 2, 3
    ) as moved
    where stock_balance.lot_id = moved.lot_id and stock_balance.pack_id = moved.pack_id and stock_balance.place_id = moved.place_id`,
)

const moveBalances = async (tx: Tx, moves: readonly (Position & Balance)[]): Promise<void> => void (await move(tx, asMoved(moves)))

const asMoved = (moves: readonly (Position & Balance)[]) => ({
  moves: JSON.stringify(moves.map(({ lotId, packId, placeId, onHand, reserved }) => ({ lotId, packId, placeId, onHand, reserved }))),
})

/** Goods are promised to somebody: they stay on hand, and nobody else gets them. The caller holds their positions (`lockFree`). */
export async function reserve(tx: Tx, picks: readonly LotPick[]): Promise<void> {
  await moveBalances(
    tx,
    picks.map(({ quantity, ...position }) => ({ ...position, onHand: 0, reserved: quantity })),
  )
}

/** The same with the commit, for whoever looks at them no more. */
export async function reserveWithCommit(tx: Tx, picks: readonly LotPick[]): Promise<void> {
  await withCommit(
    tx,
    move.statement(tx, asMoved(picks.map(({ quantity, ...position }) => ({ ...position, onHand: 0, reserved: quantity })))),
  )
}

/** Goods that were promised are free again. Positions are locked in the order of their ids. */
export async function unreserve(tx: Tx, picks: readonly LotPick[]): Promise<void> {
  const lotIds = [...new Set(picks.map(({ lotId }) => lotId))]
  await tx
    .selectFrom('stock_balance')
    .where('lot_id', 'in', lotIds)
    .select('lot_id')
    .orderBy('lot_id')
    .orderBy('pack_id')
    .orderBy('place_id')
    .forUpdate()
    .execute()
  await moveBalances(
    tx,
    picks.map(({ quantity, ...position }) => ({ ...position, onHand: 0, reserved: -quantity })),
  )
}

/** How much of what a lot made was packed so far, in the lot's unit, counts included. */
export async function sumTaken(db: ReadDb, lotId: LotId): Promise<number> {
  const { sum } = await db
    .selectFrom('stock_entry')
    .where('lot_id', '=', lotId)
    .select((eb) => eb.fn.coalesce(eb.fn.sum<string>('lot_units'), sql<string>`0`).as('sum'))
    .executeTakeFirstOrThrow()
  return Number(sum)
}

/** What a pack of a lot took of it when it was packed, how many were sold, and how many of those came back. */
export async function sumsOfPack(
  db: ReadDb,
  { lotId, packId }: { lotId: LotId; packId: PackId },
): Promise<{ perPack: number; sold: number; back: number }> {
  const { rows } = await sql<{ perPack: string | null; sold: number; back: number }>`
    select sum(lot_units) filter (where kind = 'packed') / nullif(sum(delta) filter (where kind = 'packed'), 0) as "perPack",
      coalesce(-sum(delta) filter (where kind = 'sold'), 0)::int as sold,
      coalesce(sum(delta) filter (where kind in ('returned', 'recalled')), 0)::int as back
    from stock_entry where lot_id = ${lotId} and pack_id = ${packId}`.execute(db)
  const { perPack, ...sums } = rows[0]!
  return { ...sums, perPack: Number(perPack ?? 1) }
}
