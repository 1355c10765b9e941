export { standPayments, sumOfSale, takeGoods, whyNotSold } from './rules/sale.ts'
export type { SaleLine, StandPayment } from './rules/sale.ts'
export type { StandRefusal } from './rules/refusals.ts'
