import { insertRows } from '@dacsan/platform/insert-rows'
import { sql } from 'kysely'
import type { PlainDate } from '@dacsan/vietnam'
import type { PackId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { LotPick } from '../../inventory/rules.ts'
import type { PlaceId } from '../../traceability/rules.ts'
import type { FairApplicationId } from '../fairs/rules/ids.ts'
import type { StandSaleId } from './rules/ids.ts'
import type { SaleLine, StandPayment } from './rules/sale.ts'

type By = { at: Date; byId: UserId | null; byName: string }

export async function selectPlaceOfStand(db: ReadDb, id: FairApplicationId): Promise<PlaceId | null> {
  const row = await db.selectFrom('fair_application').select('stand_place_id as placeId').where('id', '=', id).executeTakeFirst()
  return row?.placeId ?? null
}

export const updatePlaceOfStand = (tx: Tx, id: FairApplicationId, placeId: PlaceId) =>
  tx.updateTable('fair_application').set({ stand_place_id: placeId }).where('id', '=', id).execute()

export async function insertStandSale(
  tx: Tx,
  given: By & {
    id: StandSaleId
    applicationId: FairApplicationId
    day: PlainDate
    soldAt: Date
    paidBy: StandPayment
    sumVnd: number
    requestKey: string
    lines: readonly SaleLine<PackId>[]
  },
): Promise<void> {
  const { id, applicationId, day, soldAt, paidBy, sumVnd, requestKey, at, byId, byName, lines } = given
  await insertRows(tx, 'stand_sale', [
    { id, application_id: applicationId, day, sold_at: soldAt, paid_by: paidBy, sum_vnd: sumVnd, request_key: requestKey, at, by_id: byId, by_name: byName }, // prettier-ignore
  ])
  await insertRows(
    tx,
    'stand_sale_line',
    lines.map(({ packId, quantity, unitVnd }) => ({ sale_id: id, pack_id: packId, quantity, unit_vnd: unitVnd })),
  )
}

export async function insertGoods(tx: Tx, saleId: StandSaleId, picks: readonly LotPick[], at: Date): Promise<void> {
  if (picks.length === 0) return
  await insertRows(
    tx,
    'stand_sale_goods',
    picks.map(({ packId, lotId, placeId, quantity }) => ({
      sale_id: saleId,
      pack_id: packId,
      lot_id: lotId,
      place_id: placeId,
      quantity,
      at,
    })),
  )
}

export const insertBack = (tx: Tx, { saleId, reason, at, byId, byName }: By & { saleId: StandSaleId; reason: string }) =>
  tx.insertInto('stand_sale_back').values({ sale_id: saleId, reason, at, by_id: byId, by_name: byName }).execute()

export const selectSaleByKey = (db: ReadDb, requestKey: string) =>
  db
    .selectFrom('stand_sale')
    .select(['id', 'application_id as applicationId', 'sum_vnd as sumVnd', 'paid_by as paidBy'])
    .where('request_key', '=', requestKey)
    .executeTakeFirst()

export const selectSale = (db: ReadDb, id: StandSaleId) =>
  db
    .selectFrom('stand_sale')
    .leftJoin('stand_sale_back as back', 'back.sale_id', 'stand_sale.id')
    .select(['stand_sale.id', 'application_id as applicationId', 'stand_sale.day', 'back.at as backAt'])
    .where('stand_sale.id', '=', id)
    .executeTakeFirst()

export const selectGoods = (db: ReadDb, saleId: StandSaleId): Promise<LotPick[]> =>
  db
    .selectFrom('stand_sale_goods')
    .select(['lot_id as lotId', 'pack_id as packId', 'place_id as placeId', 'quantity'])
    .where('sale_id', '=', saleId)
    .orderBy('lot_id')
    .orderBy('pack_id')
    .execute()

export const hasSold = async (db: ReadDb, id: FairApplicationId): Promise<boolean> =>
  (await db.selectFrom('stand_sale').select('id').where('application_id', '=', id).limit(1).executeTakeFirst()) !== undefined

export type StandSale = {
  id: StandSaleId
  day: PlainDate
  soldAt: Date
  at: Date
  paidBy: StandPayment
  sumVnd: number
  byName: string
  backReason: string | null
  lines: { packId: PackId; name: string; quantity: number; unitVnd: number; missing: number }[]
}

/** What was sold at a stand, the latest first, with what of it the books do not have yet. */
export async function selectStandSales(db: ReadDb, applicationId: FairApplicationId, most: number): Promise<StandSale[]> {
  const { rows } = await sql<StandSale>`
    select sale.id, sale.day, sale.sold_at as "soldAt", sale.at, sale.paid_by as "paidBy", sale.sum_vnd as "sumVnd", sale.by_name as "byName",
      back.reason as "backReason",
      (select json_agg(json_build_object('packId', line.pack_id, 'name', product.name || ', ' || pack.name, 'quantity', line.quantity,
          'unitVnd', line.unit_vnd, 'missing', line.quantity - coalesce((select sum(quantity) from stand_sale_goods goods
            where goods.sale_id = line.sale_id and goods.pack_id = line.pack_id), 0)) order by product.name, line.pack_id)
        from stand_sale_line line join pack_card pack on pack.id = line.pack_id join product_card product on product.id = pack.product_id
        where line.sale_id = sale.id) as lines
    from stand_sale sale left join stand_sale_back back on back.sale_id = sale.id
    where sale.application_id = ${applicationId}
    order by sale.sold_at desc, sale.id desc limit ${most}`.execute(db)
  return rows
}

/** Sales of which the books lack goods, the oldest first. */
export async function selectMissing(
  db: ReadDb,
  applicationId: FairApplicationId,
): Promise<{ saleId: StandSaleId; day: PlainDate; packId: PackId; quantity: number }[]> {
  const { rows } = await sql<{ saleId: StandSaleId; day: PlainDate; packId: PackId; quantity: number }>`
    select line.sale_id as "saleId", sale.day, line.pack_id as "packId", (line.quantity - coalesce(sum(goods.quantity), 0))::int as quantity
    from stand_sale sale join stand_sale_line line on line.sale_id = sale.id
    left join stand_sale_goods goods on goods.sale_id = line.sale_id and goods.pack_id = line.pack_id
    where sale.application_id = ${applicationId} and not exists (select from stand_sale_back back where back.sale_id = sale.id)
    group by line.sale_id, sale.day, sale.sold_at, line.pack_id, line.quantity
    having line.quantity > coalesce(sum(goods.quantity), 0)
    order by sale.sold_at, line.sale_id, line.pack_id limit 500`.execute(db)
  return rows
}

/** What a stand took on each day, cash and transfers apart; what was taken back is not in it. */
export const selectDays = (db: ReadDb, applicationId: FairApplicationId) =>
  sql<{ day: PlainDate; sales: number; cashVnd: number; transferVnd: number }>`
    select day, count(*)::int as sales, coalesce(sum(sum_vnd) filter (where paid_by = 'cash'), 0)::bigint as "cashVnd",
      coalesce(sum(sum_vnd) filter (where paid_by = 'transfer'), 0)::bigint as "transferVnd"
    from stand_sale sale where application_id = ${applicationId} and not exists (select from stand_sale_back back where back.sale_id = sale.id)
    group by day order by day desc`
    .execute(db)
    .then(({ rows }) => rows)

/** The packs of a producer with what lies of them at a place. */
export async function selectPacksAt(db: ReadDb, producerId: string, placeId: PlaceId | null) {
  const { rows } = await sql<{ packId: PackId; productName: string; packName: string; onHand: number; isDefault: boolean }>`
    select * from (
      select pack.id as "packId", product.name as "productName", pack.name as "packName", pack.is_default as "isDefault",
        coalesce((select sum(on_hand - reserved) from stock_balance_card balance
          where balance.pack_id = pack.id and balance.place_id = ${placeId}), 0)::int as "onHand"
      from pack_card pack join product_card product on product.id = pack.product_id
      where product.producer_id = ${producerId} and pack.ended_at is null
    ) as packs
    order by "onHand" = 0, "productName", "isDefault" desc, "packId" limit 200`.execute(db)
  return rows
}
