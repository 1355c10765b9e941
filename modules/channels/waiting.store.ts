import { sql } from 'kysely'
import type { OrganisationId } from '../identity/rules.ts'
import { pileOf } from '../waiting.store.ts'

/** Orders elsewhere whose goods wait for something or for the seller's answer. */
export const selectWaitingOrders = pileOf<{ organisationIds: readonly OrganisationId[] }>((db, { organisationIds }) =>
  db
    .selectFrom('channel_order')
    .innerJoin('producer_card as producer', 'producer.id', 'channel_order.producer_id')
    .where('producer.organisation_id', 'in', organisationIds)
    .where('channel_order.goods', 'in', ['waiting', 'asked'])
    .select([
      'channel_order.id',
      'channel_order.number as about',
      'channel_order.changed_at as since',
      sql<null>`null::timestamptz`.as('until'),
    ]),
)

/** Rows of settlements that do not fit and were not answered. */
export const selectWaitingSettlements = pileOf<{ organisationIds: readonly OrganisationId[] }>((db, { organisationIds }) =>
  db
    .selectFrom('channel_settlement as row')
    .innerJoin('channel_file', 'channel_file.id', 'row.file_id')
    .innerJoin('producer_card as producer', 'producer.id', 'row.producer_id')
    .leftJoin('channel_settlement_answer as given', 'given.settlement_id', 'row.id')
    .leftJoin('channel_order', (join) =>
      join.onRef('channel_order.shop_id', '=', 'row.shop_id').onRef('channel_order.number', '=', 'row.number'),
    )
    .where('producer.organisation_id', 'in', organisationIds)
    .where('given.settlement_id', 'is', null)
    .where('row.gross_vnd', '<>', 0)
    .where(
      sql<boolean>`(channel_order.id is null or row.gross_vnd <> channel_order.amount_vnd or row.unexplained_vnd <> 0
        or exists (select from channel_settlement b where b.shop_id = row.shop_id and b.number = row.number and b.gross_vnd <> 0 and (b.settled_on, b.id) < (row.settled_on, row.id)))`,
    )
    .select(['row.id', 'row.number as about', 'channel_file.taken_at as since', sql<null>`null::timestamptz`.as('until')]),
)
