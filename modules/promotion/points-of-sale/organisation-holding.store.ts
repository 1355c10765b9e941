import { done } from '@dacsan/decisions'
import type { OrganisationHolding } from '../../organisation-holding.ts'
import { organisationWords as words } from './words/personal-data.ts'

/** A merged organisation runs its points as the other one; commissions that were written keep the name of their day. */
export const pointsOfOrganisations: OrganisationHolding = {
  columns: ['point_of_sale.operator_id'],
  async list(db, organisationId) {
    const rows = await db.selectFrom('point_of_sale').select('id').where('operator_id', '=', organisationId).execute()
    return rows.length === 0 ? [] : [words.points(rows.length)]
  },
  async move(tx, { fromId, intoId }) {
    await tx.updateTable('point_of_sale').set({ operator_id: intoId }).where('operator_id', '=', fromId).execute()
    return done(undefined)
  },
}
