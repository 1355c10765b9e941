import { lockText } from '@dacsan/platform/locked-text'
import type { LockedColumn } from '@dacsan/platform/locked-text'
import type { ReadDb, Tx } from '../../context.ts'
import type { ChannelPushId, ChannelShopId } from '../rules/ids.ts'

export const pushBodyColumn: LockedColumn = { table: 'channel_push', key: 'id', column: 'body' }

/** Stores what came, as it came; the same push again is not stored again. Answers whether it is new. */
export async function insertPush(
  tx: Tx,
  given: { id: ChannelPushId; shopId: ChannelShopId; body: string; key: string; number: string | null; at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('channel_push')
    .values({
      id: given.id,
      shop_id: given.shopId,
      body: await lockText(tx, pushBodyColumn, given.id, given.body),
      push_key: given.key,
      number: given.number,
      received_at: given.at,
      state: 'stored',
    })
    .onConflict((conflict) => conflict.columns(['shop_id', 'push_key']).doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows) > 0
}

export const selectPush = (db: ReadDb, id: ChannelPushId) =>
  db.selectFrom('channel_push').where('id', '=', id).select(['state', 'number', 'shop_id as shopId']).executeTakeFirst()

export async function updatePush(tx: Tx, id: ChannelPushId, state: 'asked' | 'unknown', at: Date): Promise<void> {
  await tx.updateTable('channel_push').set({ state, processed_at: at }).where('id', '=', id).execute()
}

export async function selectStoredPushes(db: ReadDb, most: number): Promise<ChannelPushId[]> {
  const rows = await db
    .selectFrom('channel_push')
    .where('state', '=', 'stored')
    .select('id')
    .orderBy('received_at')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}

/** The words of pushes that were worked on so long ago are thrown away. */
export async function forgetBodies(tx: Tx, before: Date): Promise<void> {
  await tx.updateTable('channel_push').set({ body: null }).where('processed_at', '<', before).where('body', 'is not', null).execute()
}
