import type { BreachStatus, ConsentStatus, RequestStatus } from './acts.ts'
import type { UserId } from '../identity/rules.ts'
import type { BreachKind } from './rules/breach.ts'
import type { Channel, ConsentPurpose, Language } from './rules/consent.ts'
import type { BreachId, ConsentId, DataRequestId, PurchaseId } from './rules/ids.ts'
import type { KeptData, RequestKind } from './rules/request.ts'

/** What the columns hold that PostgreSQL knows only as text (see tools/database-types.ts). */
export type Columns = {
  'consent_text.purpose': ConsentPurpose
  'consent_text.language': Language
  'consent.id': ConsentId
  'consent.purpose': ConsentPurpose
  'consent.language': Language
  'consent.user_id': UserId
  'consent.group_id': PurchaseId
  'consent.channel': Channel
  'consent.status': ConsentStatus
  'data_request.id': DataRequestId
  'data_request.user_id': UserId
  'data_request.group_id': PurchaseId
  'data_request.kind': RequestKind
  'data_request.status': RequestStatus
  'data_request.kept': readonly KeptData[]
  'erasure.subject_kind': 'account' | 'purchase'
  'data_breach.id': BreachId
  'data_breach.status': BreachStatus
  'data_breach.kinds': readonly BreachKind[]
}
