export { standPayments, sumOfSale } from './rules/sale.ts'
export type { StandRefusal } from './rules/refusals.ts'
