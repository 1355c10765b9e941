import { done } from '@dacsan/decisions'
import type { OrganisationHolding } from '../../organisation-holding.ts'
import { apiKeysPage as words } from '../words/api-key-pages.ts'
import { countApiKeysOf, moveApiKeys } from './api-key.store.ts'

/** The machines of an organisation go on with their keys in the name of the other. */
export const keysOfOrganisations: OrganisationHolding = {
  columns: ['api_key.organisation_id'],
  async list(db, organisationId) {
    const keys = await countApiKeysOf(db, organisationId)
    return keys > 0 ? [words.keysGoOver(keys)] : []
  },
  async move(tx, { fromId, intoId }) {
    await moveApiKeys(tx, fromId, intoId)
    return done(undefined)
  },
}
