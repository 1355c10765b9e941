import type { OrganisationHolding } from '../organisation-holding.ts'
import { listEnquiriesOf, moveEnquiries } from './buyers/organisation-holding.store.ts'
import { pointsOfOrganisations } from './points-of-sale/organisation-holding.store.ts'

/** A merged organisation runs its points, and asked for its goods, as the other one. */
export const promotionOfOrganisations: OrganisationHolding = {
  columns: [...pointsOfOrganisations.columns, 'buyer_enquiry.organisation_id'],
  list: async (db, id) => [...(await pointsOfOrganisations.list(db, id)), ...(await listEnquiriesOf(db, id))],
  async move(tx, merged) {
    await moveEnquiries(tx, merged)
    return pointsOfOrganisations.move(tx, merged)
  },
}
