import type { SettledRow } from '@dacsan/marketplaces'
import { insertRows } from '@dacsan/platform/insert-rows'
import { sql } from 'kysely'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { OrganisationId, UserId } from '../../identity/rules.ts'
import type { ChannelFileId, ChannelOrderId, ChannelSettlementId, ChannelShopId } from '../rules/ids.ts'
import { feesOf } from '../rules/judge-settlement.ts'
import type { MarketplaceName, SettlementAnswer } from '../rules/kinds.ts'

export const selectKnownKeys = async (db: ReadDb, shopId: ChannelShopId, keys: readonly string[]): Promise<Set<string>> => {
  if (keys.length === 0) return new Set()
  const rows = await db
    .selectFrom('channel_settlement')
    .where('shop_id', '=', shopId)
    .where('row_key', 'in', [...keys])
    .select('row_key')
    .execute()
  return new Set(rows.map(({ row_key }) => row_key))
}

export async function insertSettlements(
  tx: Tx,
  of: { fileId: ChannelFileId; shopId: ChannelShopId; producerId: ProducerId },
  rows: readonly (SettledRow & { id: ChannelSettlementId; rowKey: string })[],
): Promise<void> {
  await insertRows(
    tx,
    'channel_settlement',
    rows.map((row, place) => ({
      id: row.id,
      file_id: of.fileId,
      shop_id: of.shopId,
      producer_id: of.producerId,
      place,
      row_key: row.rowKey,
      number: row.number,
      settled_on: row.settledOn,
      gross_vnd: row.grossVnd,
      fees: row.fees,
      fees_vnd: feesOf(row),
      unexplained_vnd: row.unexplainedVnd,
      net_vnd: row.netVnd,
    })),
  )
}

/** How many rows with money each order has so far. */
export async function countPaid(db: ReadDb, shopId: ChannelShopId, numbers: readonly string[]): Promise<Map<string, number>> {
  if (numbers.length === 0) return new Map()
  const rows = await db
    .selectFrom('channel_settlement')
    .where('shop_id', '=', shopId)
    .where('number', 'in', [...numbers])
    .where('gross_vnd', '<>', 0)
    .select(['number', (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy('number')
    .execute()
  return new Map(rows.map(({ number, count }) => [number, Number(count)]))
}

export type StoredSettlement = {
  id: ChannelSettlementId
  producerId: ProducerId
  organisationId: OrganisationId | null
  channel: MarketplaceName
  shopName: string
  number: string
  orderId: ChannelOrderId | null
  settledOn: string
  grossVnd: number
  fees: readonly { name: string; vnd: number }[]
  feesVnd: number
  unexplainedVnd: number
  netVnd: number
  expectedVnd: number | null
  nth: number
  answer: SettlementAnswer | null
  note: string | null
}

type Which = { id: ChannelSettlementId } | { fileId: ChannelFileId } | { waitingOf: ProducerId; most: number } | { orderId: ChannelOrderId }

/** Each row with what its order came to, and which of several with money of that order it is. */
export async function selectSettlements(db: ReadDb, which: Which): Promise<StoredSettlement[]> {
  const nth = sql`(select count(*)::int + 1 from channel_settlement b where b.shop_id = s.shop_id and b.number = s.number and b.gross_vnd <> 0 and (b.settled_on, b.id) < (s.settled_on, s.id))`
  const where =
    'id' in which
      ? sql`s.id = ${which.id}`
      : 'fileId' in which
        ? sql`s.file_id = ${which.fileId}`
        : 'orderId' in which
          ? sql`o.id = ${which.orderId}`
          : sql`s.producer_id = ${which.waitingOf} and a.settlement_id is null and s.gross_vnd <> 0
              and (o.id is null or s.gross_vnd <> o.amount_vnd or s.unexplained_vnd <> 0 or ${nth} > 1)`
  const { rows } = await sql<StoredSettlement>`
    select s.id, s.producer_id as "producerId", p.organisation_id as "organisationId", h.channel, h.name as "shopName", s.number,
      o.id as "orderId", s.settled_on as "settledOn", s.gross_vnd as "grossVnd", s.fees, s.fees_vnd as "feesVnd",
      s.unexplained_vnd as "unexplainedVnd", s.net_vnd as "netVnd", o.amount_vnd as "expectedVnd", ${nth} as nth, a.answer, a.note
    from channel_settlement s
    join channel_shop h on h.id = s.shop_id
    join producer_card p on p.id = s.producer_id
    left join channel_order o on o.shop_id = s.shop_id and o.number = s.number
    left join channel_settlement_answer a on a.settlement_id = s.id
    where ${where} order by s.settled_on, s.id ${'most' in which ? sql`limit ${which.most}` : sql``}`.execute(db)
  return rows
}

export async function insertAnswer(
  tx: Tx,
  given: { settlementId: ChannelSettlementId; answer: SettlementAnswer; note: string; at: Date; byId: UserId | null; byName: string },
): Promise<void> {
  await tx
    .insertInto('channel_settlement_answer')
    .values({
      settlement_id: given.settlementId,
      answer: given.answer,
      note: given.note,
      at: given.at,
      by_id: given.byId,
      by_name: given.byName,
    })
    .execute()
}

/** What the shops of a seller sold in a period, by the day of the order, and what was paid for it, by the day of the payment. */
export async function selectSales(db: ReadDb, producerId: ProducerId, { from, to }: { from: string; to: string }) {
  const { rows } = await sql<{
    channel: MarketplaceName
    shopName: string
    orders: number
    soldVnd: number
    grossVnd: number
    feesVnd: number
    netVnd: number
  }>`
    select h.channel, h.name as "shopName", coalesce(o.orders, 0)::int as orders, coalesce(o.sold, 0)::bigint as "soldVnd",
      coalesce(s.gross, 0)::bigint as "grossVnd", coalesce(s.fees, 0)::bigint as "feesVnd", coalesce(s.net, 0)::bigint as "netVnd"
    from channel_shop h
    left join lateral (select count(*) as orders, sum(amount_vnd) as sold from channel_order
      where shop_id = h.id and ordered_on between ${from} and ${to} and state in ('to-ship', 'shipped', 'completed')) o on true
    left join lateral (select sum(gross_vnd) as gross, sum(fees_vnd + unexplained_vnd) as fees, sum(net_vnd) as net from channel_settlement
      where shop_id = h.id and settled_on between ${from} and ${to}) s on true
    where h.producer_id = ${producerId} order by h.channel, h.id`.execute(db)
  return rows
}
