import { sql } from 'kysely'
import type { ProducerId } from '../catalogue/rules.ts'
import type { ReadDb } from '../context.ts'
import type { ChannelOrderId } from './rules/ids.ts'
import type { ChannelGoodsState, ChannelOrderState, MarketplaceName } from './rules/kinds.ts'

export type ListedChannelOrder = {
  id: ChannelOrderId
  number: string
  channel: MarketplaceName
  shop: string
  state: ChannelOrderState
  goods: ChannelGoodsState
  amountVnd: number
  netVnd: number | null
  orderedOn: string
}

/** Every order of a seller's shops elsewhere, with what was paid for it. */
export const channelOrdersListed = (db: ReadDb, producerId: ProducerId) =>
  sql<ListedChannelOrder>`${db
    .selectFrom('channel_order')
    .innerJoin('channel_shop', 'channel_shop.id', 'channel_order.shop_id')
    .where('channel_order.producer_id', '=', producerId)
    .select([
      'channel_order.id',
      'channel_order.number',
      'channel_shop.channel',
      'channel_shop.name as shop',
      'channel_order.state',
      'channel_order.goods',
      'channel_order.amount_vnd as amountVnd',
      sql`(select sum(net_vnd) from channel_settlement s where s.shop_id = channel_order.shop_id and s.number = channel_order.number)::bigint`.as(
        'netVnd',
      ),
      'channel_order.ordered_on as orderedOn',
    ])}`
