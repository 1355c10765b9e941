import type { PersonalData } from '../personal-data.ts'

/** Events tell of things and organisations. What a partner writes into extensions is the partner's, and goes to nobody else. */
export const personalData: PersonalData = {
  holdings: {},
  others: [
    'epcis_capture.errors',
    'epcis_capture.warnings',
    'epcis_event.event_id',
    'epcis_event.declared_at',
    'epcis_event.hash',
    'epcis_event.type',
    'epcis_event.action',
    'epcis_event.biz_step',
    'epcis_event.disposition',
    'epcis_event.read_point',
    'epcis_event.biz_location',
    'epcis_event.transformation_id',
    'epcis_event.document',
    'epcis_query.definition',
    'epcis_socket.key_id',
    'epcis_subscription.dest',
    'epcis_subscription.schedule',
    'epcis_subscription.signature_token',
  ],
}
