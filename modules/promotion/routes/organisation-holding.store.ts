import { done } from '@dacsan/decisions'
import type { OrganisationHolding } from '../../organisation-holding.ts'
import { organisationWords as words } from './words/personal-data.ts'

/** A merged organisation receives visitors as the other one; the number that one agreed to stays with the stop. */
export const routesOfOrganisations: OrganisationHolding = {
  columns: ['route.host_id', 'route_stop.host_id'],
  async list(db, organisationId) {
    const [routes, stops] = await Promise.all([
      db.selectFrom('route').select('id').where('host_id', '=', organisationId).execute(),
      db.selectFrom('route_stop').select('id').where('host_id', '=', organisationId).where('status', '<>', 'dropped').execute(),
    ])
    return [...(routes.length > 0 ? [words.routes(routes.length)] : []), ...(stops.length > 0 ? [words.stops(stops.length)] : [])]
  },
  async move(tx, { fromId, intoId }) {
    await tx.updateTable('route').set({ host_id: intoId }).where('host_id', '=', fromId).execute()
    await tx.updateTable('route_stop').set({ host_id: intoId }).where('host_id', '=', fromId).execute()
    return done(undefined)
  },
}
