import type { PackId, ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import { sql } from 'kysely'
import type { ChannelShopId } from '../rules/ids.ts'
import type { MarketplaceName } from '../rules/kinds.ts'

/** Whoever books orders of a seller's shops waits for whoever does it before: a file and a push tell of one order at once. */
export async function lockChannels(tx: Tx, producerId: ProducerId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`channels of ${producerId}`}))`.execute(tx)
}

const shops = (db: ReadDb) =>
  db
    .selectFrom('channel_shop')
    .innerJoin('producer_card as producer', 'producer.id', 'channel_shop.producer_id')
    .select([
      'channel_shop.id',
      'channel_shop.producer_id as producerId',
      'producer.organisation_id as organisationId',
      'channel_shop.channel',
      'channel_shop.name',
      'channel_shop.goods_from as goodsFrom',
      'channel_shop.opened_at as openedAt',
      'channel_shop.keys',
      'channel_shop.remote_number as remoteNumber',
      'channel_shop.connected_at as connectedAt',
      'channel_shop.asked_until as askedUntil',
      'channel_shop.trouble',
    ])
export type StoredShop = Awaited<ReturnType<ReturnType<typeof shops>['executeTakeFirstOrThrow']>>

export const selectShop = (db: ReadDb, id: ChannelShopId): Promise<StoredShop | undefined> =>
  shops(db).where('channel_shop.id', '=', id).executeTakeFirst()

export const selectShopsOf = (db: ReadDb, producerId: ProducerId): Promise<StoredShop[]> =>
  shops(db).where('channel_shop.producer_id', '=', producerId).orderBy('channel_shop.opened_at').orderBy('channel_shop.id').execute()

/** Answers whether it is new. */
export async function insertShop(
  tx: Tx,
  given: {
    id: ChannelShopId
    producerId: ProducerId
    channel: MarketplaceName
    name: string
    goodsFrom: string
    at: Date
    byId: UserId | null
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('channel_shop')
    .values({
      id: given.id,
      producer_id: given.producerId,
      channel: given.channel,
      name: given.name,
      goods_from: given.goodsFrom,
      opened_at: given.at,
      by_id: given.byId,
    })
    .onConflict((conflict) => conflict.columns(['producer_id', 'channel', 'name']).doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows) > 0
}

export type NamedSku = { sku: string; packId: PackId; packsEach: number }
export const selectSkus = (db: ReadDb, shopId: ChannelShopId): Promise<NamedSku[]> =>
  db
    .selectFrom('channel_sku')
    .where('shop_id', '=', shopId)
    .select(['sku', 'pack_id as packId', 'packs_each as packsEach'])
    .orderBy('sku')
    .execute()

/** Answers whether it is new: what a code means stays, for goods have left by it. */
export async function insertSku(
  tx: Tx,
  { shopId, sku, packId, packsEach, at, byId }: NamedSku & { shopId: ChannelShopId; at: Date; byId: UserId | null },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('channel_sku')
    .values({ shop_id: shopId, sku, pack_id: packId, packs_each: packsEach, at, by_id: byId })
    .onConflict((conflict) => conflict.columns(['shop_id', 'sku']).doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows) > 0
}

/** Every pack of a seller's products, by the names that it knows. */
export const selectOwnPacks = (db: ReadDb, producerId: ProducerId) =>
  db
    .selectFrom('pack_card as pack')
    .innerJoin('product_card as product', 'product.id', 'pack.product_id')
    .where('product.producer_id', '=', producerId)
    .select(['pack.id as packId', 'product.name as productName', 'pack.name as packName', 'pack.gtin', 'pack.ended_at as endedAt'])
    .orderBy('product.id')
    .orderBy('pack.id')
    .execute()
