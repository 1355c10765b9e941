export { findStand } from './find-stand.ts'
export { bookGoodsInput, choosePlaceInput, standSaleForm, takeBackSaleInput } from './inputs.ts'
export { bookStandGoods, chooseStandPlace, sellAtStand, takeBackStandSale } from './sell.ts'
export type { StandRefusal } from './rules/refusals.ts'
