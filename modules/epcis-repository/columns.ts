import type { LockedText } from '@dacsan/platform/locked-text'
import type { OrganisationId } from '../identity/rules.ts'
import type { ThingRole } from './event-rows.ts'
import type { CaptureBehaviour, CaptureId, EpcisProblem, SubscriptionId } from './rules.ts'

/** What the columns hold that PostgreSQL knows only as text (see tools/database-types.ts). */
export type Columns = {
  'epcis_capture.behaviour': CaptureBehaviour
  'epcis_capture.errors': readonly EpcisProblem[]
  'epcis_capture.warnings': readonly EpcisProblem[]
  'epcis_capture.id': CaptureId
  'epcis_capture_job.behaviour': CaptureBehaviour
  'epcis_capture_job.errors': readonly EpcisProblem[]
  'epcis_capture_job.id': CaptureId
  'epcis_capture_job.warnings': readonly EpcisProblem[]
  'epcis_capture_running.behaviour': CaptureBehaviour
  'epcis_capture_running.id': CaptureId
  'epcis_event.capture_id': CaptureId
  'epcis_event_thing.role': ThingRole
  'epcis_partner.organisation_id': OrganisationId
  'epcis_party.organisation_id': OrganisationId
  'epcis_socket.id': SubscriptionId
  'epcis_subscription.id': SubscriptionId
  'epcis_subscription.schedule': Readonly<Record<string, string>>
  'epcis_subscription.signature_token': LockedText
  'epcis_query.definition': unknown
}
