import type { FileRefusal } from '@dacsan/marketplaces'
import type { StatusRefusal } from '@dacsan/decisions'
import type { TableRejected } from '../../table-file.ts'
import type { ChannelFileStatus, ChannelSettlementStatus, channelFileActs, channelOrderActs, channelSettlementActs } from '../acts.ts'
import type { ChannelGoodsState } from './kinds.ts'

export type OpenShopRefusal = { code: 'producer-missing' } | { code: 'shop-known' }
/** In the words of the marketplace where it has any. */
export type ChannelSaysNo = { code: 'channel-refuses'; says: string } | { code: 'channel-silent' }
export type SwitchOnRefusal = { code: 'keys-missing'; fields: string[] } | ChannelSaysNo | { code: 'door-taken' }
export type SwitchOffRefusal = { code: 'not-switched-on' }
export type PutUpRefusal = SwitchOffRefusal | { code: 'pack-not-on-sale' } | { code: 'category-missing' } | ChannelSaysNo
export type NameGoodsRefusal = { code: 'pack-unknown' } | { code: 'sku-named' }
export type ReadFileRefusal = TableRejected | FileRefusal | { code: 'shop-missing' } | { code: 'file-known' } | { code: 'rows-missing' }
export type TakeFileRefusal =
  | StatusRefusal<typeof channelFileActs.take, ChannelFileStatus>
  | { code: 'file-known' }
  | { code: 'credit-missing' }
  | { code: 'credit-used' }
export type AnswerGoodsRefusal =
  | StatusRefusal<typeof channelOrderActs.answer, ChannelGoodsState>
  | { code: 'answer-not-offered' }
  | { code: 'goods-short'; missing: number }
  | { code: 'goods-unnamed'; skus: string[] }
export type AnswerSettlementRefusal =
  | StatusRefusal<typeof channelSettlementActs.answer, ChannelSettlementStatus>
  | { code: 'answer-not-offered' }
  | { code: 'reason-missing' }

export type ChannelsRefusal =
  | OpenShopRefusal
  | SwitchOnRefusal
  | SwitchOffRefusal
  | PutUpRefusal
  | NameGoodsRefusal
  | ReadFileRefusal
  | TakeFileRefusal
  | AnswerGoodsRefusal
  | AnswerSettlementRefusal
