export { findAccounts } from './accounts/find-accounts.ts'
export { changeAccount, connectAccount, endAccount } from './accounts/tend-account.ts'
export type { CarrierLines } from './ask-carrier.ts'
export {
  answerPayoutInput,
  connectInput,
  createParcelInput,
  endAccountInput,
  quoteParcelInput,
  rotateInput,
  settleParcelInput,
  takePayoutInput,
} from './inputs.ts'
export { parcelList } from './lists.ts'
export { createParcel, quoteParcel } from './parcels/create-parcel.ts'
export { findParcel, parcelForm, parcelsByLink, parcelsOfOrder } from './parcels/find-parcels.ts'
export { cancelParcel, lookNow, printLabel, settleParcel } from './parcels/tend-parcel.ts'
export { answerPayoutLine } from './payouts/answer-line.ts'
export { findCodQueue, findPayout } from './payouts/find-payouts.ts'
export { readPayout } from './payouts/read-payout.ts'
export { takePayout } from './payouts/take-payout.ts'
export { hearPush } from './pushes/hear-push.ts'
