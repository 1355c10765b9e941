export { isMarketplace } from '@dacsan/marketplaces'
export type { ChannelOrderState, MarketplaceName } from '@dacsan/marketplaces'

export const channelFileKinds = ['orders', 'settlement'] as const
export type ChannelFileKind = (typeof channelFileKinds)[number]

/** What became of the goods of an order: see the column `channel_order.goods`. */
export const channelGoodsStates = ['none', 'waiting', 'out', 'asked', 'back', 'outside', 'kept'] as const
export type ChannelGoodsState = (typeof channelGoodsStates)[number]

/** What a seller says of goods: try again, they were none of the books, they lie on the shelf again, they did not come back or cannot be sold. */
export const goodsAnswers = ['again', 'outside', 'back', 'kept'] as const
export type GoodsAnswer = (typeof goodsAnswers)[number]

export const settlementStates = ['exact', 'differs', 'unexplained', 'unknown', 'twice', 'fees'] as const
export type SettlementState = (typeof settlementStates)[number]
export const settlementAnswers = ['accepted', 'claimed', 'set-aside'] as const
export type SettlementAnswer = (typeof settlementAnswers)[number]

export type ToldBy = 'file' | 'door'
