import { done } from '@dacsan/decisions'
import type { OrganisationHolding } from '../organisation-holding.ts'
import { moveRequests } from './request.store.ts'

/** What was confirmed names the organisation that it made: it goes over with the producer, so that a wrong yes can still be taken back. */
export const requestsOfOrganisations: OrganisationHolding = {
  columns: ['producer_request.organisation_id'],
  // Whoever merges is told of the producer by the room of producers; its requests are no more than how it came in.
  list: async () => [],
  async move(tx, { fromId, intoId }) {
    await moveRequests(tx, fromId, intoId)
    return done(undefined)
  },
}
