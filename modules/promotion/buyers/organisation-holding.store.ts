import { done } from '@dacsan/decisions'
import type { OrganisationHolding } from '../../organisation-holding.ts'
import { organisationWords as words } from './words/personal-data.ts'

/** A merged organisation asked for its goods as the other one. */
export const enquiriesOfOrganisations: OrganisationHolding = {
  columns: ['buyer_enquiry.organisation_id'],
  async list(db, organisationId) {
    const rows = await db.selectFrom('buyer_enquiry').select('id').where('organisation_id', '=', organisationId).execute()
    return rows.length === 0 ? [] : [words.enquiries(rows.length)]
  },
  async move(tx, { fromId, intoId }) {
    await tx.updateTable('buyer_enquiry').set({ organisation_id: intoId }).where('organisation_id', '=', fromId).execute()
    return done(undefined)
  },
}
