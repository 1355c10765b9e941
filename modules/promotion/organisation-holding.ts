import { done } from '@dacsan/decisions'
import type { OrganisationHolding } from '../organisation-holding.ts'
import { enquiriesOfOrganisations } from './buyers/organisation-holding.store.ts'
import { marksOfOrganisations } from './marks/organisation-holding.store.ts'
import { pointsOfOrganisations } from './points-of-sale/organisation-holding.store.ts'
import { routesOfOrganisations } from './routes/organisation-holding.store.ts'

const parts = [pointsOfOrganisations, routesOfOrganisations, enquiriesOfOrganisations, marksOfOrganisations]

/** What the room has of an organisation: its points of sale, its stops on routes, its enquiries and its marks. */
export const promotionOfOrganisations: OrganisationHolding = {
  columns: parts.flatMap(({ columns }) => columns),
  list: async (db, organisationId) => (await Promise.all(parts.map((part) => part.list(db, organisationId)))).flat(),
  async move(tx, merged) {
    for (const part of parts) {
      const moved = await part.move(tx, merged)
      if (!moved.ok) return moved
    }
    return done(undefined)
  },
}
