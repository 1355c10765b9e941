export { standSalePage } from './words/page.ts'
export { sayStandRefusal } from './words/refusals.ts'
