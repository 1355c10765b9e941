import type { FileFault, RemoteOffer, SettledFee } from '@dacsan/marketplaces'
import type { LockedText } from '@dacsan/platform/locked-text'
import type { PackId, ProducerId } from '../catalogue/rules.ts'
import type { UserId } from '../identity/rules.ts'
import type { BankLineId } from '../payments/rules.ts'
import type { LotId, PlaceId } from '../traceability/rules.ts'
import type { ChannelFileStatus } from './acts.ts'
import type { Draft } from './files/draft.ts'
import type {
  ChannelFileId,
  ChannelGoodsId,
  ChannelOrderId,
  ChannelOrderLineId,
  ChannelPushId,
  ChannelSettlementId,
  ChannelShopId,
} from './rules/ids.ts'
import type { ChannelFileKind, ChannelGoodsState, ChannelOrderState, MarketplaceName, SettlementAnswer, ToldBy } from './rules/kinds.ts'

/** What the columns hold that PostgreSQL knows only as text or JSON (see tools/database-types.ts). */
export type Columns = {
  'channel_shop.id': ChannelShopId
  'channel_shop.producer_id': ProducerId
  'channel_shop.channel': MarketplaceName
  'channel_shop.by_id': UserId
  'channel_shop.keys': LockedText
  'channel_offer.shop_id': ChannelShopId
  'channel_offer.pack_id': PackId
  'channel_offer.remote': RemoteOffer
  'channel_push.id': ChannelPushId
  'channel_push.shop_id': ChannelShopId
  'channel_push.body': LockedText
  'channel_push.state': 'stored' | 'asked' | 'unknown'
  'channel_sku.shop_id': ChannelShopId
  'channel_sku.pack_id': PackId
  'channel_sku.by_id': UserId
  'channel_file.id': ChannelFileId
  'channel_file.shop_id': ChannelShopId
  'channel_file.producer_id': ProducerId
  'channel_file.kind': ChannelFileKind
  'channel_file.status': ChannelFileStatus
  'channel_file.draft': Draft
  'channel_file.faults': { faults: readonly FileFault[]; unread: readonly string[] }
  'channel_file.bank_line_id': BankLineId
  'channel_file.read_by_id': UserId
  'channel_file.taken_by_id': UserId
  'channel_order.id': ChannelOrderId
  'channel_order.shop_id': ChannelShopId
  'channel_order.producer_id': ProducerId
  'channel_order.state': ChannelOrderState
  'channel_order.goods': ChannelGoodsState
  'channel_order.first_told_by': ToldBy
  'channel_order_line.id': ChannelOrderLineId
  'channel_order_line.order_id': ChannelOrderId
  'channel_order_goods.id': ChannelGoodsId
  'channel_order_goods.order_id': ChannelOrderId
  'channel_order_goods.direction': 'out' | 'back'
  'channel_order_goods.lot_id': LotId
  'channel_order_goods.pack_id': PackId
  'channel_order_goods.place_id': PlaceId
  'channel_settlement.id': ChannelSettlementId
  'channel_settlement.file_id': ChannelFileId
  'channel_settlement.shop_id': ChannelShopId
  'channel_settlement.producer_id': ProducerId
  'channel_settlement.fees': readonly SettledFee[]
  'channel_settlement_answer.settlement_id': ChannelSettlementId
  'channel_settlement_answer.answer': SettlementAnswer
  'channel_settlement_answer.by_id': UserId
}
