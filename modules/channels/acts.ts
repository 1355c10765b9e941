import { nameActs } from '@dacsan/decisions'
import type { ActRows, OrganisationId, Ties } from '../identity/rules.ts'
import { channelGoodsStates } from './rules/kinds.ts'
import type { ChannelGoodsState } from './rules/kinds.ts'

export const channelFileStatuses = ['read', 'taken'] as const
export type ChannelFileStatus = (typeof channelFileStatuses)[number]
export const channelSettlementStatuses = ['open', 'settled'] as const
export type ChannelSettlementStatus = (typeof channelSettlementStatuses)[number]

const owner = { producer: 'owner' } as const

export const channelShopActs = nameActs('channel-shop', {
  open: {
    by: { producer: 'any' },
    event: 'channel-shop.opened',
    says: 'Thêm gian hàng trên sàn khác',
    refusals: ['producer-missing', 'shop-known'],
  },
  /** With the door for machines that the marketplace gave the shop. */
  'switch-on': {
    by: owner,
    event: 'channel-shop.switched-on',
    says: 'Bật kết nối gian hàng',
    refusals: ['keys-missing', 'channel-refuses', 'channel-silent', 'door-taken'],
  },
  'switch-off': { by: owner, event: 'channel-shop.switched-off', says: 'Tắt kết nối gian hàng', refusals: ['not-switched-on'] },
  'put-up': {
    by: owner,
    event: 'channel-shop.put-up',
    says: 'Đưa hàng lên sàn dạng nháp',
    refusals: ['not-switched-on', 'pack-not-on-sale', 'channel-refuses', 'channel-silent', 'category-missing'],
  },
  /** A marketplace told of an order, and its goods and books followed. */
  'hear-order': { by: { system: 'any' }, event: 'channel-shop.order-heard', says: 'Ghi đơn sàn báo về' },
  'name-goods': {
    by: owner,
    event: 'channel-shop.goods-named',
    says: 'Chọn quy cách cho mã hàng của sàn',
    refusals: ['pack-unknown', 'sku-named'],
  },
} as const satisfies ActRows)

export const channelFileActs = nameActs('channel-file', {
  read: {
    by: owner,
    event: 'channel-file.read',
    says: 'Đọc tệp của sàn',
    refusals: ['table-rejected', 'file-unknown', 'shop-missing', 'file-known', 'rows-missing'],
  },
  take: {
    from: ['read'],
    to: 'taken',
    by: owner,
    event: 'channel-file.taken',
    says: 'Ghi tệp của sàn vào sổ',
    closed: 'file-taken',
    refusals: ['file-known', 'credit-missing', 'credit-used'],
  },
} as const satisfies ActRows<ChannelFileStatus>)

/** By its goods: what a marketplace says moves goods, and where the books cannot follow the seller says what is. */
export const channelOrderActs = nameActs('channel-order', {
  answer: {
    from: ['waiting', 'asked'],
    by: owner,
    event: 'channel-order.answered',
    says: 'Trả lời về hàng của đơn trên sàn',
    closed: 'goods-answered',
    refusals: ['answer-not-offered', 'goods-short', 'goods-unnamed'],
  },
} as const satisfies ActRows<ChannelGoodsState>)

export const channelSettlementActs = nameActs('channel-settlement', {
  answer: {
    from: ['open'],
    by: owner,
    event: 'channel-settlement.answered',
    says: 'Trả lời dòng quyết toán của sàn',
    closed: 'settlement-answered',
    refusals: ['answer-not-offered', 'reason-missing'],
  },
} as const satisfies ActRows<ChannelSettlementStatus>)

export const channelActTables = [
  { says: 'Gian hàng trên sàn khác', statuses: [], acts: channelShopActs },
  { says: 'Tệp của sàn', statuses: channelFileStatuses, acts: channelFileActs },
  { says: 'Hàng của đơn trên sàn', statuses: channelGoodsStates, acts: channelOrderActs },
  { says: 'Dòng quyết toán của sàn', statuses: channelSettlementStatuses, acts: channelSettlementActs },
] as const

/** Everything here belongs to the organisation of the seller. */
export const tiesOfSeller = ({ organisationId }: { organisationId: OrganisationId | null }): Ties => ({ owner: organisationId })
