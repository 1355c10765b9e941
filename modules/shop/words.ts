export { channelsPage, marketplaceWords, sayFillRefusal, sayLack } from './words/channels.ts'
export { aheadPage, payTimeWords, periodWords, sayAheadTerms } from './words/ahead.ts'
export { buyerWords, sayField, spokenIn } from './words/buyer.ts'
export { inVietnamese } from './words/buyer/spoken.ts'
export type { Spoken } from './words/buyer/spoken.ts'
export {
  cashPage,
  deliveryChoice,
  deliveryExample,
  deliveryPage,
  noDeliveryWords,
  sayDelivery,
  sayFees,
  sayTable,
  zoneWords,
} from './words/delivery.ts'
export { sayEdited, sayNote } from './words/edits.ts'
export { billAgeWords, billPage, billTags, debtsPage } from './words/bills.ts'
export { sayInvoice } from './words/invoice.ts'
export { agreedBuyerPage, agreedBuyersPage, agreedKindWords, agreedLine, sayTerms } from './words/agreements.ts'
export { listWords, orderListPage, sellerOrderPage, shopNotices, shopTabs } from './words/order-pages.ts'
export { fulfilmentWords, moveWords, orderSentence, orderTag, paymentWords, queueWords } from './words/orders.ts'
export { invoiceWords } from './words/invoices.ts'
export { packingPage, sayDay } from './words/packing.ts'
export { weighingWords } from './words/weighing.ts'
export { priceListWords } from './words/price-list.ts'
export { sayRefusal } from './words/refusals.ts'
export { bankAccountPage, postedPage, sellersPage } from './words/seller-pages.ts'
export { listingTags, listingWords, lotTags, postedWords, sayCartProblem, sayNumbers, sellerTags, sellerWords } from './words/selling.ts'
export { paperTags, sellerFilePage, sellerPapersPage, sellerTermsPage } from './words/seller-papers.ts'
export { suspensionFollows, suspensionKindWords, suspensionPage, suspensionStepWords, suspensionTags } from './words/suspensions.ts'
export { shelfOfferPage, shelfPage } from './words/shelf-pages.ts'
export { takeOrderPage } from './words/taking.ts'
export { sayReduction, sayVoucher, voucherPage } from './words/vouchers.ts'
export { foundWords } from './words/finding.ts'
