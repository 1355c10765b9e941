import { done } from '@dacsan/decisions'
import type { OrganisationHolding } from '../organisation-holding.ts'
import { movePartners, selectPartners } from './partner.store.ts'
import { eventsGoOver } from './words.ts'

/** The events of an organisation are from then on those of the other. */
export const eventsOfOrganisations: OrganisationHolding = {
  columns: ['epcis_partner.organisation_id', 'epcis_party.organisation_id'],
  async list(db, organisationId) {
    return (await selectPartners(db, organisationId)).length > 0 ? [eventsGoOver] : []
  },
  async move(tx, { fromId, intoId }) {
    await movePartners(tx, fromId, intoId)
    return done(undefined)
  },
}
