import type { LockedText } from '@dacsan/platform/locked-text'
import type { ProducerId, ProductId } from '../catalogue/rules.ts'
import type { OrganisationId, UserId } from '../identity/rules.ts'
import type { RequestAct, RequestKind, RequestStatus, TransferAct, TransferSide, TransferStatus } from './acts.ts'
import type { ProducerRequestId, ProducerSlipId, ProductTransferId } from './rules/ids.ts'

/** What the columns hold that PostgreSQL knows only as text (see tools/database-types.ts). */
export type Columns = {
  'producer_request.id': ProducerRequestId
  'producer_request.kind': RequestKind
  'producer_request.status': RequestStatus
  'producer_request.producer_id': ProducerId
  'producer_request.tax_code': LockedText
  'producer_request.registration_no': LockedText
  'producer_request.before': LockedText
  'producer_request.filed_by_id': UserId
  'producer_request.decided_by_id': UserId
  'producer_request.organisation_id': OrganisationId
  'producer_request.user_id': UserId
  'producer_request_step.request_id': ProducerRequestId
  'producer_request_step.act': RequestAct
  'producer_slip.id': ProducerSlipId
  'producer_slip.request_id': ProducerRequestId
  'producer_slip.made_by_id': UserId
  'product_transfer.id': ProductTransferId
  'product_transfer.status': TransferStatus
  'product_transfer.product_id': ProductId
  'product_transfer.from_producer_id': ProducerId
  'product_transfer.to_producer_id': ProducerId
  'product_transfer.asked_by': TransferSide
  'product_transfer.attested_by_id': UserId
  'product_transfer.checked_by_id': UserId
  'product_transfer.filed_by_id': UserId
  'product_transfer.decided_by_id': UserId
  'product_transfer_step.transfer_id': ProductTransferId
  'product_transfer_step.act': TransferAct
  'product_transfer_step.by_id': UserId
}
