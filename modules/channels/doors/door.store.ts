import type { DoorKeys, MarketplaceName, RemoteOffer } from '@dacsan/marketplaces'
import { lockText, openTextIfPossible } from '@dacsan/platform/locked-text'
import type { LockedColumn } from '@dacsan/platform/locked-text'
import { sql } from 'kysely'
import type { PackId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { ChannelShopId } from '../rules/ids.ts'
import type { StoredShop } from '../shops/shop.store.ts'

export const keysColumn: LockedColumn = { table: 'channel_shop', key: 'id', column: 'keys' }

/** What opens the door of a shop; null where it is switched off, or the key of this house is lost. */
export async function openKeys(db: ReadDb, { id, keys }: Pick<StoredShop, 'id' | 'keys'>): Promise<DoorKeys | null> {
  const text = keys === null ? null : await openTextIfPossible(db, keysColumn, id, keys)
  return text === null ? null : (JSON.parse(text) as DoorKeys)
}

export async function isDoorTaken(db: ReadDb, shop: StoredShop, remoteNumber: string): Promise<boolean> {
  const row = await db
    .selectFrom('channel_shop')
    .where('channel', '=', shop.channel)
    .where('remote_number', '=', remoteNumber)
    .where('keys', 'is not', null)
    .where('id', '<>', shop.id)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function updateDoor(
  tx: Tx,
  id: ChannelShopId,
  given: { keys: DoorKeys; remoteNumber: string; at: Date } | null,
): Promise<void> {
  const keys = given && (await lockText(tx, keysColumn, id, JSON.stringify(given.keys)))
  await tx
    .updateTable('channel_shop')
    .set({ keys, connected_at: given?.at ?? null, trouble: '', ...(given && { remote_number: given.remoteNumber, asked_until: given.at }) })
    .where('id', '=', id)
    .execute()
}

/** New keys for old ones, unless the door was switched off meanwhile. */
export async function updateKeys(tx: Tx, id: ChannelShopId, keys: DoorKeys): Promise<void> {
  const locked = await lockText(tx, keysColumn, id, JSON.stringify(keys))
  await tx.updateTable('channel_shop').set({ keys: locked }).where('id', '=', id).where('keys', 'is not', null).execute()
}

export async function updateAsked(tx: Tx, id: ChannelShopId, given: { askedUntil?: Date; trouble: string }): Promise<void> {
  const { askedUntil, trouble } = given
  await tx
    .updateTable('channel_shop')
    .set({ trouble, ...(askedUntil && { asked_until: askedUntil }) })
    .where('id', '=', id)
    .execute()
}

export async function selectOpenDoors(
  db: ReadDb,
  which: { channel?: MarketplaceName; remoteNumber?: string } = {},
): Promise<ChannelShopId[]> {
  const rows = await db
    .selectFrom('channel_shop')
    .where('keys', 'is not', null)
    .$if(which.channel !== undefined, (query) => query.where('channel', '=', which.channel!))
    .$if(which.remoteNumber !== undefined, (query) => query.where('remote_number', '=', which.remoteNumber!))
    .select('id')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

export async function insertOffer(tx: Tx, given: { shopId: ChannelShopId; packId: PackId; remote: RemoteOffer; at: Date }): Promise<void> {
  await tx
    .insertInto('channel_offer')
    .values({ shop_id: given.shopId, pack_id: given.packId, remote: JSON.stringify(given.remote), put_up_at: given.at })
    .onConflict((conflict) =>
      conflict.columns(['shop_id', 'pack_id']).doUpdateSet({ remote: JSON.stringify(given.remote), told_quantity: null }),
    )
    .execute()
}

export const selectOffers = (db: ReadDb, shopId: ChannelShopId) =>
  db
    .selectFrom('channel_offer')
    .where('shop_id', '=', shopId)
    .select(['pack_id as packId', 'remote', 'told_quantity as toldQuantity', 'told_at as toldAt'])
    .orderBy('pack_id')
    .execute()

export async function updateTold(tx: Tx, shopId: ChannelShopId, packId: PackId, quantity: number, at: Date): Promise<void> {
  await tx
    .updateTable('channel_offer')
    .set({ told_quantity: quantity, told_at: at })
    .where('shop_id', '=', shopId)
    .where('pack_id', '=', packId)
    .execute()
}

/** What of each pack nobody holds and may be sold on this day, where goods are sold from: what the own shop offers as well. */
export async function selectFreeStock(db: ReadDb, packIds: readonly PackId[], day: string): Promise<Map<PackId, number>> {
  if (packIds.length === 0) return new Map()
  const { rows } = await sql<{ packId: PackId; free: number }>`
    select b.pack_id as "packId", sum(b.on_hand - b.reserved)::int as free from stock_balance_card b join lot_card l on l.id = b.lot_id
    where b.pack_id = any (${[...packIds]}) and b.sells and l.status = 'open' and (l.expires_on is null or l.expires_on >= ${day}) group by 1`.execute(
    db,
  )
  return new Map(rows.map(({ packId, free }) => [packId, free]))
}

/** One at a time tells a shop its stock; a process that ended without a word holds it for a minute. */
export async function claimTelling(tx: Tx, shopId: ChannelShopId, { now, until }: { now: Date; until: Date }): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('channel_shop')
    .set({ telling_until: until })
    .where('id', '=', shopId)
    .where((eb) => eb.or([eb('telling_until', 'is', null), eb('telling_until', '<', now)]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
export async function endTelling(tx: Tx, shopId: ChannelShopId): Promise<void> {
  await tx.updateTable('channel_shop').set({ telling_until: null }).where('id', '=', shopId).execute()
}
