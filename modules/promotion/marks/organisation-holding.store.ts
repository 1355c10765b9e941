import { done } from '@dacsan/decisions'
import type { OrganisationHolding } from '../../organisation-holding.ts'
import { markDeskPage } from './words/desk.ts'

/** A merged organisation holds its marks as the other one; the registry is told by whoever holds them. */
export const marksOfOrganisations: OrganisationHolding = {
  columns: ['mark.owner_id'],
  async list(db, organisationId) {
    const rows = await db.selectFrom('mark').select('id').where('owner_id', '=', organisationId).execute()
    return rows.length === 0 ? [] : [markDeskPage.held(rows.length)]
  },
  async move(tx, { fromId, intoId }) {
    await tx.updateTable('mark').set({ owner_id: intoId }).where('owner_id', '=', fromId).execute()
    return done(undefined)
  },
}
