import type { LockedText } from '@dacsan/platform/locked-text'
import type { ProducerId } from '../catalogue/rules.ts'
import type { OrganisationId, UserId } from '../identity/rules.ts'
import type { RequestAct, RequestKind, RequestStatus } from './acts.ts'
import type { ProducerRequestId } from './rules/ids.ts'

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
}
