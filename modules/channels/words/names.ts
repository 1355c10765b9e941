import type {
  ChannelFileKind,
  ChannelGoodsState,
  ChannelOrderState,
  GoodsAnswer,
  MarketplaceName,
  SettlementAnswer,
  SettlementState,
} from '../rules/kinds.ts'

type Tone = 'good' | 'warn' | 'bad' | 'neutral'

export const channelWords: Readonly<Record<MarketplaceName, string>> = { shopee: 'Shopee', 'tiktok-shop': 'TikTok Shop', lazada: 'Lazada' }
export const channelFileKindWords: Readonly<Record<ChannelFileKind, string>> = { orders: 'Đơn hàng', settlement: 'Quyết toán, doanh thu' }

export const channelOrderStateWords: Readonly<Record<ChannelOrderState, string>> = {
  unpaid: 'Chưa thanh toán',
  'to-ship': 'Chờ gửi',
  shipped: 'Đã gửi',
  completed: 'Hoàn thành',
  cancelled: 'Đã hủy',
  returned: 'Trả hàng',
}
export const channelGoodsWords: Readonly<Record<ChannelGoodsState, string>> = {
  none: 'Không trừ kho',
  waiting: 'Chờ trừ kho',
  out: 'Đã trừ kho',
  asked: 'Chờ bạn trả lời',
  back: 'Đã về kệ',
  outside: 'Không thuộc sổ kho',
  kept: 'Không về kệ',
}
export const channelGoodsTones: Readonly<Record<ChannelGoodsState, Tone>> = {
  none: 'neutral',
  waiting: 'bad',
  out: 'good',
  asked: 'warn',
  back: 'neutral',
  outside: 'neutral',
  kept: 'neutral',
}
export const goodsAnswerWords: Readonly<Record<GoodsAnswer, string>> = {
  again: 'Trừ kho lại',
  outside: 'Hàng không thuộc sổ kho',
  back: 'Hàng đã về, để lại lên kệ',
  kept: 'Hàng không về hoặc không bán được nữa',
}
export const settlementStateWords: Readonly<Record<SettlementState, string>> = {
  exact: 'Khớp',
  differs: 'Lệch tiền hàng',
  unexplained: 'Có khoản chưa rõ',
  unknown: 'Không rõ đơn',
  twice: 'Trả lần nữa',
  fees: 'Chỉ có phí',
}
export const settlementTones: Readonly<Record<SettlementState, Tone>> = {
  exact: 'good',
  differs: 'warn',
  unexplained: 'warn',
  unknown: 'bad',
  twice: 'warn',
  fees: 'neutral',
}
export const whySettlementWaits: Readonly<Record<SettlementState, string>> = {
  exact: 'Tiền hàng bằng tiền của đơn.',
  differs: 'Tiền hàng trong quyết toán khác tiền của đơn.',
  unexplained: 'Tiền hàng trừ các khoản phí đã biết không ra số thực nhận.',
  unknown: 'Trong sổ chưa có đơn này. Nạp tệp đơn hàng của kỳ đó thì dòng tự khớp.',
  twice: 'Đơn này đã được trả tiền trong một dòng trước.',
  fees: 'Dòng chỉ có phí.',
}
export const settlementAnswerWords: Readonly<Record<SettlementAnswer, string>> = {
  accepted: 'Nhận như sàn ghi',
  claimed: 'Khiếu nại với sàn',
  'set-aside': 'Không phải của gian hàng này',
}

/** What opens the door of a shop, by the names that its marketplace has. */
export const keyWords: Readonly<Record<string, string>> = {
  partnerId: 'Partner ID',
  partnerKey: 'Partner Key',
  appKey: 'App Key',
  appSecret: 'App Secret',
  shopId: 'Mã gian hàng (Shop ID)',
  sellerId: 'Mã người bán (Seller ID)',
  shopCipher: 'Shop cipher',
  warehouseId: 'Mã kho (Warehouse ID)',
  accessToken: 'Access token',
  refreshToken: 'Refresh token',
}

export const orderWords = {
  cancelledNote: 'Đơn trên sàn bị hủy trước khi gửi',
  returnedNote: 'Hàng của đơn trên sàn trả về',
}

/** Read in the book of money of the seller. */
export const sayCredit = (channel: MarketplaceName, shop: string) => `Quyết toán ${channelWords[channel]}, gian ${shop}`

export const integrityCheckNames = { 'channel-goods': 'Đơn trên sàn đã trừ kho đúng số hàng của đơn, và về kệ không quá số đã đi' }

/** Where goods of the register are from, as marketplaces ask it. */
export const madeIn = 'Việt Nam'
