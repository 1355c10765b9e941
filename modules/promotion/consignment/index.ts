export { agreeTerms, endConsignment, proposeConsignment, reviseTerms } from './agree-terms.ts'
export { cancelSale, loseAtCounter, sellAtCounter } from './at-counter.ts'
export {
  agreeInput,
  cancelSaleInput,
  consignmentInput,
  loseInput,
  proposeInput,
  receiveForm,
  reviseInput,
  sellInput,
  sendBackForm,
  sendForm,
  settleForm,
  statementInput,
  withdrawStatementInput,
} from './inputs.ts'
export { notePaper, papersOfNote, papersOfStatement, salesFile, statementPaper } from './papers.ts'
export type { ShelfWarning } from './read-consignment.ts'
export {
  counterOf,
  findConsignment,
  findNote,
  findStatement,
  goodsToSend,
  listConsignments,
  ownPoints,
  pointsToConsign,
  shelfOfPoint,
} from './read-consignment.ts'
export { receiveGoods, sendGoods, sendGoodsBack } from './send-goods.ts'
export { settleConsignment, signStatementOf, withdrawStatement } from './settle.ts'
