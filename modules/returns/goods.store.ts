import type { PackId, ProducerId } from '../catalogue/rules.ts'
import type { ReadDb, Tx } from '../context.ts'
import type { UserId } from '../identity/rules.ts'
import type { OrderLineId } from '../shop/rules.ts'
import type { LotId, PlaceId } from '../traceability/rules.ts'
import type { GoodsKind } from './acts.ts'
import type { ReturnGoodsId, ReturnId } from './rules/ids.ts'

export type NewGoods = {
  id: ReturnGoodsId
  returnId: ReturnId
  orderLineId: OrderLineId
  kind: GoodsKind
  lotId: LotId
  packId: PackId
  placeId: PlaceId
  quantity: number
  note: string
  requestKey: string
  at: Date
  byId: UserId | null
  byName: string
}

export async function insertGoods(tx: Tx, goods: NewGoods): Promise<void> {
  await tx
    .insertInto('order_return_goods')
    .values({
      id: goods.id,
      return_id: goods.returnId,
      order_line_id: goods.orderLineId,
      kind: goods.kind,
      lot_id: goods.lotId,
      pack_id: goods.packId,
      place_id: goods.placeId,
      quantity: goods.quantity,
      note: goods.note,
      request_key: goods.requestKey,
      at: goods.at,
      by_id: goods.byId,
      by_name: goods.byName,
    })
    .execute()
}

export const selectGoods = (db: ReadDb, returnId: ReturnId) =>
  db
    .selectFrom('order_return_goods as goods')
    .innerJoin('lot_card as lot', 'lot.id', 'goods.lot_id')
    .innerJoin('place_card as place', 'place.id', 'goods.place_id')
    .where('goods.return_id', '=', returnId)
    .select([
      'goods.id',
      'goods.order_line_id as orderLineId',
      'goods.kind',
      'goods.lot_id as lotId',
      'goods.pack_id as packId',
      'goods.place_id as placeId',
      'goods.quantity',
      'goods.note',
      'goods.at',
      'lot.number',
      'place.name as placeName',
    ])
    .orderBy('goods.at')
    .orderBy('goods.id')
    .execute()

export const selectGoodsByKey = (db: ReadDb, requestKey: string) =>
  db
    .selectFrom('order_return_goods')
    .where('request_key', '=', requestKey)
    .select(['return_id as returnId', 'order_line_id as orderLineId', 'lot_id as lotId', 'kind', 'quantity'])
    .executeTakeFirst()

/** What lies free of some packs at the places of a seller, for whoever sends others. */
export const selectFreeGoods = (db: ReadDb, producerId: ProducerId, packIds: readonly PackId[]) =>
  db
    .selectFrom('stock_balance_card as goods')
    .innerJoin('lot_card as lot', 'lot.id', 'goods.lot_id')
    .innerJoin('place_card as place', 'place.id', 'goods.place_id')
    .where('place.producer_id', '=', producerId)
    .where('goods.pack_id', 'in', [...packIds])
    .whereRef('goods.on_hand', '>', 'goods.reserved')
    .where('lot.status', '=', 'open')
    .select([
      'goods.lot_id as lotId',
      'goods.pack_id as packId',
      'goods.place_id as placeId',
      'goods.on_hand as onHand',
      'goods.reserved',
      'lot.number',
      'lot.expires_on as expiresOn',
      'lot.status',
      'place.name as placeName',
    ])
    .orderBy('lot.expires_on')
    .orderBy('goods.lot_id')
    .limit(100)
    .execute()
