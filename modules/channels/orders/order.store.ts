import type { ToldLine } from '@dacsan/marketplaces'
import { insertRows } from '@dacsan/platform/insert-rows'
import type { PackId, ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { LotPick } from '../../inventory/rules.ts'
import type { LotId } from '../../traceability/rules.ts'
import type { ChannelGoodsId, ChannelOrderId, ChannelOrderLineId, ChannelShopId } from '../rules/ids.ts'
import type { ChannelGoodsState, ChannelOrderState, ToldBy } from '../rules/kinds.ts'

const orders = (db: ReadDb) =>
  db
    .selectFrom('channel_order')
    .innerJoin('channel_shop', 'channel_shop.id', 'channel_order.shop_id')
    .innerJoin('producer_card as producer', 'producer.id', 'channel_order.producer_id')
    .select([
      'channel_order.id',
      'channel_order.shop_id as shopId',
      'channel_order.producer_id as producerId',
      'producer.organisation_id as organisationId',
      'channel_shop.channel',
      'channel_shop.name as shopName',
      'channel_order.number',
      'channel_order.state',
      'channel_order.status_text as status',
      'channel_order.told_at as toldAt',
      'channel_order.ordered_on as orderedOn',
      'channel_order.buyer_masked as buyer',
      'channel_order.amount_vnd as amountVnd',
      'channel_order.goods',
      'channel_order.goods_note as goodsNote',
      'channel_order.first_told_by as firstToldBy',
    ])
export type StoredChannelOrder = Awaited<ReturnType<ReturnType<typeof orders>['executeTakeFirstOrThrow']>>

export const selectOrder = (db: ReadDb, id: ChannelOrderId): Promise<StoredChannelOrder | undefined> =>
  orders(db).where('channel_order.id', '=', id).executeTakeFirst()

export const selectByNumbers = async (db: ReadDb, shopId: ChannelShopId, numbers: readonly string[]): Promise<StoredChannelOrder[]> =>
  numbers.length === 0
    ? []
    : orders(db)
        .where('channel_order.shop_id', '=', shopId)
        .where('channel_order.number', 'in', [...numbers])
        .execute()

/** Orders of a seller whose goods wait for something, the oldest first. */
export const selectOpenOrders = (db: ReadDb, producerId: ProducerId, most: number): Promise<StoredChannelOrder[]> =>
  orders(db)
    .where('channel_order.producer_id', '=', producerId)
    .where('channel_order.goods', 'in', ['waiting', 'asked'])
    .orderBy('channel_order.ordered_on')
    .orderBy('channel_order.id')
    .limit(most)
    .execute()

export const selectWaitingOf = (db: ReadDb, shopId: ChannelShopId): Promise<StoredChannelOrder[]> =>
  orders(db)
    .where('channel_order.shop_id', '=', shopId)
    .where('channel_order.goods', '=', 'waiting')
    .orderBy('channel_order.ordered_on')
    .orderBy('channel_order.id')
    .execute()

export async function insertOrder(
  tx: Tx,
  given: {
    id: ChannelOrderId
    shopId: ChannelShopId
    producerId: ProducerId
    number: string
    state: ChannelOrderState
    status: string
    toldAt: Date | null
    orderedOn: string
    buyer: string | null
    goods: ChannelGoodsState
    toldBy: ToldBy
    at: Date
    lines: readonly (ToldLine & { id: ChannelOrderLineId })[]
  },
): Promise<void> {
  await tx
    .insertInto('channel_order')
    .values({
      id: given.id,
      shop_id: given.shopId,
      producer_id: given.producerId,
      number: given.number,
      state: given.state,
      status_text: given.status,
      told_at: given.toldAt,
      ordered_on: given.orderedOn,
      buyer_masked: given.buyer,
      amount_vnd: given.lines.reduce((sum, { amountVnd }) => sum + amountVnd, 0),
      goods: given.goods,
      first_told_by: given.toldBy,
      created_at: given.at,
      changed_at: given.at,
    })
    .execute()
  await insertRows(
    tx,
    'channel_order_line',
    given.lines.map(({ id, sku, name, quantity, amountVnd }, place) => ({
      id,
      order_id: given.id,
      place,
      sku,
      name,
      quantity,
      amount_vnd: amountVnd,
    })),
  )
}

export async function updateOrder(
  tx: Tx,
  id: ChannelOrderId,
  {
    state,
    status,
    toldAt,
    goods,
    note,
    at,
  }: { state: ChannelOrderState; status: string; toldAt: Date | null; goods: ChannelGoodsState; note?: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('channel_order')
    .set({ state, status_text: status, told_at: toldAt, goods, changed_at: at, ...(note !== undefined && { goods_note: note }) })
    .where('id', '=', id)
    .execute()
}

export const selectLines = async (db: ReadDb, ids: readonly ChannelOrderId[]) =>
  ids.length === 0
    ? []
    : db
        .selectFrom('channel_order_line')
        .where('order_id', 'in', [...ids])
        .select(['order_id as orderId', 'sku', 'name', 'quantity', 'amount_vnd as amountVnd'])
        .orderBy('order_id')
        .orderBy('place')
        .execute()

/** The lots that have something of these packs free where goods are sold from. */
export async function selectLotsWith(db: ReadDb, packIds: readonly PackId[]): Promise<LotId[]> {
  if (packIds.length === 0) return []
  const rows = await db
    .selectFrom('stock_balance_card')
    .where('pack_id', 'in', [...packIds])
    .where('sells', '=', true)
    .whereRef('on_hand', '>', 'reserved')
    .select('lot_id as lotId')
    .distinct()
    .orderBy('lot_id')
    .execute()
  return rows.map(({ lotId }) => lotId)
}

export const selectGoods = async (db: ReadDb, id: ChannelOrderId) =>
  db
    .selectFrom('channel_order_goods as goods')
    .innerJoin('lot_card as lot', 'lot.id', 'goods.lot_id')
    .where('goods.order_id', '=', id)
    .select([
      'goods.direction',
      'goods.lot_id as lotId',
      'lot.number as lotNumber',
      'goods.pack_id as packId',
      'goods.place_id as placeId',
      'goods.quantity',
    ])
    .orderBy('goods.direction', 'desc')
    .orderBy('goods.lot_id')
    .execute()

export async function insertGoods(
  tx: Tx,
  orderId: ChannelOrderId,
  direction: 'out' | 'back',
  picks: readonly (LotPick & { id: ChannelGoodsId })[],
  at: Date,
): Promise<void> {
  await insertRows(
    tx,
    'channel_order_goods',
    picks.map(({ id, lotId, packId, placeId, quantity }) => ({
      id,
      order_id: orderId,
      direction,
      lot_id: lotId,
      pack_id: packId,
      place_id: placeId,
      quantity,
      at,
    })),
  )
}
