export { feedLacksOf, feedLimits, googleFeed, metaColumns, metaRow } from './feed.ts'
export type { FeedItem, FeedLack } from './feed.ts'
export { answerAttributes } from './category-attributes.ts'
export type { AnsweredAttribute, CategoryAttribute, ProductFacts } from './category-attributes.ts'
export { lacksOf, listingLimits } from './listing-limits.ts'
export type { Lack, Offer } from './listing-limits.ts'
export { isMarketplace, marketplaceNames } from './marketplace-names.ts'
export type { MarketplaceName } from './marketplace-names.ts'
export { netPriceOf } from './net-price.ts'
export type { Fee, NetPrice } from './net-price.ts'
export { readPush } from './read-push.ts'
export type { ReadPush, UnreadablePush } from './read-push.ts'
export { fillShopeeWorkbook } from './shopee-workbook.ts'
export type { Cell, WorkbookPack, WorkbookRefusal } from './shopee-workbook.ts'
export { signLazadaCall, signShopeeCall, signTiktokCall } from './sign-call.ts'
export type { LazadaCall, ShopeeCall, TiktokCall } from './sign-call.ts'
export { verifyPush } from './verify-push.ts'
export type { Push, PushKeys, PushRefusal } from './verify-push.ts'
export { channelOrderStates, readOrderState } from './order-status.ts'
export type { ChannelOrderState } from './order-status.ts'
export type { FileCell, FileFault, FileTable } from './file-cells.ts'
export { orderHeadings, settlementHeadings } from './file-headings.ts'
export { orderHeadingWords, readOrderFile } from './order-file.ts'
export type { FileRefusal, ReadOrders, ToldLine, ToldOrder } from './order-file.ts'
export { readSettlementFile, settlementHeadingWords } from './settlement-file.ts'
export type { ReadSettlement, SettledFee, SettledRow } from './settlement-file.ts'
export { doorOf } from './doors.ts'
export type {
  Door,
  DoorAnswer,
  DoorCall,
  DoorKeys,
  DoorPhoto,
  DoorReading,
  DoorRefusal,
  DoorStep,
  DraftOffer,
  RemoteOffer,
} from './doors/door.ts'
