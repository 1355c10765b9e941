export type { ChannelLines } from './doors/ask-door.ts'
export { putUp } from './doors/put-up.ts'
export { switchOff, switchOn } from './doors/switch-door.ts'
export { netPricesOf } from './fees.ts'
export { findChannelFile, findChannelFiles } from './files/find-file.ts'
export { readChannelFile } from './files/read-file.ts'
export { takeChannelFile } from './files/take-file.ts'
export {
  answerGoodsInput,
  answerSettlementInput,
  nameGoodsInput,
  openShopInput,
  putUpInput,
  switchOffInput,
  switchOnInput,
  readFileInput,
  takeFileInput,
} from './inputs.ts'
export { channelOrderList } from './lists.ts'
export { answerGoods } from './orders/answer-goods.ts'
export { findChannelOrder, findChannelQueue } from './orders/find-orders.ts'
export { hearChannelPush } from './pushes/hear-push.ts'
export { answerSettlement } from './settlements/answer-settlement.ts'
export { channelSalesOf, printWithChannels } from './settlements/find-sales.ts'
export { findChannelShops } from './shops/find-shops.ts'
export { nameGoods, openShop } from './shops/tend-shop.ts'
