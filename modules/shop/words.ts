export { fulfilmentWords, moveWords, orderSentence, orderTag, paymentWords, queueWords } from './words/orders.ts'
export { sayRefusal } from './words/refusals.ts'
export { listingTags, lotTags, sayCartProblem, sellerTags } from './words/selling.ts'
