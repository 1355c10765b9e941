import type { Id } from '@dacsan/platform/ids'

/** A shop of a seller on another marketplace. */
export type ChannelShopId = Id<'chs'>
/** A file of orders or of settlements of such a shop. */
export type ChannelFileId = Id<'chf'>
export type ChannelOrderId = Id<'cho'>
export type ChannelOrderLineId = Id<'chl'>
export type ChannelGoodsId = Id<'chg'>
/** What a marketplace sent by itself. */
export type ChannelPushId = Id<'chp'>
export type ChannelSettlementId = Id<'cst'>
