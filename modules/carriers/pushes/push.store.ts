import { lockText, openText } from '@dacsan/platform/locked-text'
import type { LockedColumn } from '@dacsan/platform/locked-text'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { CarrierAccountId, CarrierPushId } from '../rules/ids.ts'

export const pushBodyColumn: LockedColumn = { table: 'carrier_push', key: 'id', column: 'body' }

/** Stores what came; what came before, byte by byte, is not stored again. Answers whether it is new. */
export async function insertPush(
  tx: Tx,
  given: { id: CarrierPushId; accountId: CarrierAccountId; body: string; digest: string; at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('carrier_push')
    .values({
      id: given.id,
      account_id: given.accountId,
      body: await lockText(tx, pushBodyColumn, given.id, given.body),
      body_digest: given.digest,
      received_at: given.at,
      state: 'stored',
    })
    .onConflict((conflict) => conflict.columns(['account_id', 'body_digest']).doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows) > 0
}

export async function selectPush(db: ReadDb, id: CarrierPushId) {
  const row = await db
    .selectFrom('carrier_push')
    .innerJoin('carrier_account', 'carrier_account.id', 'carrier_push.account_id')
    .where('carrier_push.id', '=', id)
    .select(['carrier_push.state', 'carrier_push.body', 'carrier_push.account_id as accountId', 'carrier_account.carrier'])
    .executeTakeFirst()
  return row && { ...row, body: row.body === null ? '' : await openText(db, pushBodyColumn, id, row.body) }
}

export async function updatePush(tx: Tx, id: CarrierPushId, state: 'asked' | 'unknown', at: Date): Promise<void> {
  await tx.updateTable('carrier_push').set({ state, processed_at: at }).where('id', '=', id).execute()
}

export async function selectStoredPushes(db: ReadDb, most: number): Promise<CarrierPushId[]> {
  const rows = await db
    .selectFrom('carrier_push')
    .where('state', '=', 'stored')
    .select('id')
    .orderBy('received_at')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}

export async function countPushes(db: ReadDb, producerId: ProducerId) {
  const rows = await db
    .selectFrom('carrier_push')
    .innerJoin('carrier_account', 'carrier_account.id', 'carrier_push.account_id')
    .where('carrier_account.producer_id', '=', producerId)
    .select([
      'carrier_push.account_id as accountId',
      (eb) => eb.fn.countAll<number>().as('count'),
      (eb) => eb.fn.max('carrier_push.received_at').as('lastAt'),
    ])
    .groupBy('carrier_push.account_id')
    .execute()
  return rows.map(({ count, ...row }) => ({ ...row, count: Number(count) }))
}

/** Messages that no parcel of the seller belongs to, the newest first. */
export async function selectUnknownPushes(db: ReadDb, producerId: ProducerId, most: number) {
  return db
    .selectFrom('carrier_push')
    .innerJoin('carrier_account', 'carrier_account.id', 'carrier_push.account_id')
    .where('carrier_account.producer_id', '=', producerId)
    .where('carrier_push.state', '=', 'unknown')
    .select(['carrier_push.id', 'carrier_account.carrier', 'carrier_push.received_at as receivedAt'])
    .orderBy('carrier_push.received_at', 'desc')
    .limit(most)
    .execute()
}

/** The words of messages that were worked on so long ago are thrown away. */
export async function forgetBodies(tx: Tx, before: Date): Promise<void> {
  await tx.updateTable('carrier_push').set({ body: null }).where('processed_at', '<', before).where('body', 'is not', null).execute()
}
