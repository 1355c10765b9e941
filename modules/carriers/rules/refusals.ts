import type { LimitRefusal } from '@dacsan/carriers'
import type { StatusRefusal } from '@dacsan/decisions'
import type { TableRejected } from '../../table-file.ts'
import type { ReceiptRefusal } from '../../shop/rules.ts'
import type {
  CarrierAccountStatus,
  CodPayoutLineStatus,
  CodPayoutStatus,
  carrierAccountActs,
  codPayoutActs,
  codPayoutLineActs,
  parcelActs,
} from '../acts.ts'
import type { ParcelStatus } from './kinds.ts'

/** In the carrier's own words where it has any. */
export type CarrierSaysNo = { code: 'carrier-refuses'; says: string } | { code: 'carrier-silent' }
export type AccountMissing = { code: 'account-missing' }

type AccountEnded = StatusRefusal<typeof carrierAccountActs.end, CarrierAccountStatus>
export type ConnectRefusal =
  | { code: 'producer-missing' }
  | { code: 'connected-before' }
  | { code: 'credentials-missing'; fields: string[] }
  | CarrierSaysNo
export type RotateRefusal = AccountEnded | { code: 'credentials-missing'; fields: string[] } | CarrierSaysNo
export type EndRefusal = AccountEnded | { code: 'parcels-on-way'; count: number }

export type CreateRefusal =
  | AccountMissing
  | { code: 'order-closed' }
  | { code: 'goods-recalled' }
  /** What is collected for it is not known yet. */
  | { code: 'order-not-weighed' }
  | { code: 'gift-asks-money' }
  /** It goes in the parcel of the order with this code. */
  | { code: 'in-other-parcel'; order: string }
  | LimitRefusal
  | { code: 'request-key-reused' }
export type CancelRefusal = StatusRefusal<typeof parcelActs.cancel, ParcelStatus> | CarrierSaysNo | AccountMissing
export type SettleRefusal = StatusRefusal<typeof parcelActs.settle, ParcelStatus> | { code: 'code-taken' } | { code: 'being-asked' }
export type LabelRefusal = CarrierSaysNo | AccountMissing | { code: 'no-label' }

export type ReadPayoutRefusal = TableRejected | AccountMissing | { code: 'payout-known' } | { code: 'rows-missing' }
export type TakePayoutRefusal =
  | StatusRefusal<typeof codPayoutActs.take, CodPayoutStatus>
  | { code: 'credit-missing' }
  | { code: 'credit-used' }
  | { code: 'sum-differs'; netVnd: number; receivedVnd: number }
  | { code: 'received-in-future' }
  | { code: 'payout-known' }
export type AnswerRefusal =
  | StatusRefusal<typeof codPayoutLineActs.answer, CodPayoutLineStatus>
  | { code: 'answer-not-offered' }
  | { code: 'parcel-missing' }
  | { code: 'reason-missing' }
  | ReceiptRefusal

export type CarriersRefusal =
  | ConnectRefusal
  | RotateRefusal
  | EndRefusal
  | CreateRefusal
  | CancelRefusal
  | SettleRefusal
  | LabelRefusal
  | ReadPayoutRefusal
  | TakePayoutRefusal
  | AnswerRefusal
