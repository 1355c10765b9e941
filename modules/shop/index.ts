import './topics.ts'
export { allotOrder, allotOwn, runShort } from './ahead/allot.ts'
export { endAhead, openAhead, ownAhead } from './ahead/tend-ahead.ts'
export { banks } from './sellers/banks.ts'
export { changeOrder, cutGoods } from './orders/change-order.ts'
export { mergeOrders, unmergeOrder } from './orders/merge-orders.ts'
export { ordersOfParcel } from './orders/parcel.ts'
export { cancelByLink, cancelOrder, cancelWithin } from './orders/cancel-order.ts'
export { reportTransfer } from './orders/report-transfer.ts'
export { addToCart, changeCartLine, countCart, findCart, isCartId } from './cart/cart.ts'
export { bookReceipt, bookRefund, confirmPayment, receiveCash, refundPayment } from './orders/confirm-payment.ts'
export {
  lockOrders,
  orderOwner,
  selectMoneyByKeys,
  selectOrderOfMoney,
  selectOrdersByCodes,
  selectOrdersForAmount,
  selectOrdersToRefund,
} from './orders/match-orders.store.ts'
export { selectAccounts } from './orders/accounts.store.ts'
export type { MatchableOrder, OrderOfMoney } from './orders/match-orders.store.ts'
export { selectSellerAccount } from './sellers/seller.store.ts'
export { aboutBill } from './messages/bills.ts'
export { aboutOrder, sample as orderSample } from './messages/about-order.ts'
export { communesToChoose } from './delivery/destination.ts'
export { addAgreedBuyer, agreeTerms, endAgreedBuyer, renewAccessCode } from './agreements/tend-agreed-buyers.ts'
export { agreedShelves, closeAgreedShelf, openAgreedShelf } from './agreements/open-shelf.ts'
export { findAgreedBuyer, ownAgreedBuyers } from './agreements/find-agreed-buyers.ts'
export { answerBill, disputeBill } from './bills/dispute-bill.ts'
export { findBill, findBillByLink, ownBillsOf, ownDebts } from './bills/find-bills.ts'
export { makeBill } from './bills/make-bill.ts'
export { selectBillsByCodes, selectMatchableBill } from './bills/match-bills.store.ts'
export type { MatchableBill } from './bills/match-bills.store.ts'
export { printDebts } from './bills/print-debts.ts'
export { createVoucher, endVoucher, ownVouchers } from './vouchers/tend-vouchers.ts'
export { quoteOrder } from './delivery/quote.ts'
export { dropCash, dropDelivery, ownDelivery, saveCash, saveDelivery } from './delivery/tend-delivery.ts'
export { findDeliveredOrder, lockDeliveredOrder, openOrderLink, putBackOnOrder, takeOffOrder } from './orders/delivered-order.ts'
export { selectMoneyLog, selectSoldLines } from './orders/seller-books.store.ts'
export { isSellersOwn, selectHandedOver } from './orders/handed-over.store.ts'
export { insertReplaced } from './orders/delivered-order.store.ts'
export type { DeliveredOrder } from './orders/delivered-order.ts'
export type { GroupOrder } from './orders/find-order.ts'
export type { TransferRequest } from './orders/view-order.ts'
export { findOrderByLink, findOrderOf, findPurchase, findSellerOrder } from './orders/find-order.ts'
export { lookUpOrder } from './orders/look-up-order.ts'
export { confirmCash } from './orders/confirm-cash.ts'
export { takeBackOrder } from './orders/take-back.ts'
export { handOver } from './orders/hand-over.ts'
export { findPacking } from './packing/find-packing.ts'
export type { PackingOrder } from './packing/find-packing.ts'
export { printReceipt } from './orders/print-receipt.ts'
export { packForCarrier, packOrder, unpackOrder } from './packing/pack-order.ts'
export { weighOrder } from './packing/weigh-order.ts'
export { printAddressLabels, printPackingLists, printPickingList } from './packing/print-packing.ts'
export {
  addAgreedBuyerInput,
  answerBillInput,
  billLinkInput,
  disputeBillInput,
  makeBillInput,
  agreeTermsInput,
  openShelfInput,
  cancelOrderInput,
  changeOrderInput,
  cutGoodsInput,
  cartLineInput,
  chosenOrdersInput,
  exportInvoicesInput,
  createVoucherInput,
  handOverInput,
  weighInput,
  mergeOrdersInput,
  moneyInput,
  openAheadInput,
  orderLinkInput,
  orderLookUpInput,
  placeOrderInput,
  publishListingInput,
  quoteInput,
  quoteSentInput,
  sendOrderInput,
  runShortInput,
  returnListingInput,
  saveCashInput,
  saveDeliveryInput,
  saveListingForm,
  saveSellerInput,
  acceptPoliciesInput,
  announceSuspensionInput,
  answerSuspensionInput,
  carryOutInput,
  handInPaperInput,
  liftSuspensionInput,
  receiveOrderInput,
  returnPaperInput,
  verifyPaperInput,
  withdrawSuspensionInput,
  takeOrderInput,
  takeBackInput,
  verifySellerInput,
} from './inputs.ts'
export { exportInvoices, findExports } from './invoices/export-invoices.ts'
export { invoiceFile } from './invoices/invoice-file.ts'
export { formatNamed, invoiceFormats, ratesOn, unknownProviders } from './invoices/formats.ts'
export { fillShopTemplate } from './channels/fill-workbook.ts'
export { findReadiness } from './channels/find-readiness.ts'
export { findFeed } from './feeds/find-feed.ts'
export { listingsFor, offerOf } from './listings/listings-for.ts'
export { ruleOfSet } from './listings/set-rule.ts'
export { findOwnOffer, ownOffers, ownShop } from './listings/own-shop.ts'
export { findPriceList } from './price-list/find-price-list.ts'
export { printPriceList, wholesalePack } from './price-list/print-price-list.ts'
export { productsOnSale, shelfNow } from './listings/products-on-sale.ts'
export { marksOfShelf, stockMark } from './listings/shelf-mark.ts'
export { pauseListing, resumeListing, saveListing, submitListing } from './listings/save-listing.ts'
export { publishListing, returnListing } from './listings/read-listing.ts'
export { listingsToRead } from './listings/listings-to-read.ts'
export { orderQueueCounts, ordersOfProducer } from './orders/orders-of-producer.ts'
export { placeOf } from './sellers/seller-facts.ts'
export { placeOrder } from './orders/place-order.ts'
export { buyersToTake, offersToTake, quoteTaken, repeatOrder, takeOrder } from './orders/take-order.ts'
export { checkStock } from './holds/check-stock.ts'
export { cancelRecalledOrders } from './recalled/cancel-recalled.ts'
export { selectOrdersOfLots, selectStandOfOrders } from './recalled/recalled-orders.store.ts'
export type { OrderOfLots, StandOfOrder } from './recalled/recalled-orders.store.ts'
export { reopenOrder } from './orders/reopen-order.ts'
export { listSellers } from './sellers/list-sellers.ts'
export { saveSeller } from './sellers/save-seller.ts'
export { acceptPolicies, ownPolicies } from './sellers/accept-policies.ts'
export { handInPaper } from './sellers/hand-in-paper.ts'
export { returnPaper, verifyPaper } from './sellers/judge-paper.ts'
export { answerSuspension, carryOutSuspension, liftSuspension, withdrawSuspension } from './sellers/lead-suspension.ts'
export { openSellerPaper, ownPapers, papersOfSeller } from './sellers/read-papers.ts'
export { openSuspensionOrder, ownSuspensions, suspensionsOfSeller } from './sellers/read-suspensions.ts'
export { announceSuspension, receiveSuspensionOrder } from './sellers/suspend-seller.ts'
export { verifySeller } from './sellers/verify-seller.ts'
export { orderList, postedList, sellerList, shelfList } from './lists.ts'
