import type { LockedText } from '@dacsan/platform/locked-text'
import type { ProducerId } from '../catalogue/rules.ts'
import type { UserId } from '../identity/rules.ts'
import type { BankLineId } from '../payments/rules.ts'
import type { OrderId } from '../shop/rules.ts'
import type { CodPayoutStatus } from './acts.ts'
import type { CarrierAccountId, CarrierPushId, CodPayoutId, CodPayoutLineId, ParcelId } from './rules/ids.ts'
import type { PayoutRow } from './rules/judge-payout.ts'
import type { CarrierName, EventSource, ParcelStatus, PayoutAnswer, PayoutLineState, PushState, Sender } from './rules/kinds.ts'

/** What the columns hold that PostgreSQL knows only as text or JSON (see tools/database-types.ts). */
export type Columns = {
  'carrier_account.id': CarrierAccountId
  'carrier_account.producer_id': ProducerId
  'carrier_account.carrier': CarrierName
  'carrier_account.credentials': LockedText
  'carrier_account.push_secret': LockedText
  'carrier_account.sender': Sender
  'carrier_account.by_id': UserId
  'parcel.id': ParcelId
  'parcel.producer_id': ProducerId
  'parcel.order_id': OrderId
  'parcel.account_id': CarrierAccountId
  'parcel.carrier': CarrierName
  'parcel.request': LockedText
  'parcel.state': ParcelStatus
  'parcel.by_id': UserId
  'parcel_event.parcel_id': ParcelId
  'parcel_event.state': ParcelStatus
  'parcel_event.source': EventSource
  'carrier_push.id': CarrierPushId
  'carrier_push.account_id': CarrierAccountId
  'carrier_push.body': LockedText
  'carrier_push.state': PushState
  'cod_payout.id': CodPayoutId
  'cod_payout.producer_id': ProducerId
  'cod_payout.account_id': CarrierAccountId
  'cod_payout.carrier': CarrierName
  'cod_payout.status': CodPayoutStatus
  'cod_payout.draft': readonly PayoutRow[]
  'cod_payout.bank_line_id': BankLineId
  'cod_payout.read_by_id': UserId
  'cod_payout.taken_by_id': UserId
  'cod_payout_line.id': CodPayoutLineId
  'cod_payout_line.payout_id': CodPayoutId
  'cod_payout_line.producer_id': ProducerId
  'cod_payout_line.parcel_id': ParcelId
  'cod_payout_line.state': PayoutLineState
  'cod_payout_answer.line_id': CodPayoutLineId
  'cod_payout_answer.answer': PayoutAnswer
  'cod_payout_answer.parcel_id': ParcelId
  'cod_payout_answer.by_id': UserId
  'cod_settlement.line_id': CodPayoutLineId
  'cod_settlement.parcel_id': ParcelId
  'cod_settlement.order_id': OrderId
}
