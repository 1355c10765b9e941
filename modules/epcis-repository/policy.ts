import { Forbidden } from '@dacsan/decisions'
import type { Ctx } from '../context.ts'
import type { Actor } from '../identity/index.ts'
import { permits } from '../identity/rules.ts'
import type { OrganisationId } from '../identity/rules.ts'
import { selectPartners, selectSight } from './partner.store.ts'
import type { Partners, Sight } from './partner.store.ts'

/** What a question is asked with: whose events there are, is a matter of who asks. */
export type Reader = Pick<Ctx, 'db' | 'actor' | 'origin'>

/** In whose name somebody captures and asks; undefined for whoever speaks for no organisation. */
export function organisationOf(actor: Actor): OrganisationId | undefined {
  if (actor.kind === 'machine') return actor.organisationId
  return actor.kind === 'person' ? actor.memberships[0]?.organisationId : undefined
}

/** Which events a reader sees: those of its own organisation and those that name it, with a key of the scope `epcis`. */
export const sightOf = async (reader: Reader): Promise<Sight> => selectSight(reader.db, reader, readingFor(reader))

/** Whose jobs, queries and subscriptions a reader has: of its own organisation alone. Nobody’s where it has captured nothing yet. */
export async function ownPartners(reader: Reader): Promise<Partners> {
  const partners = await selectPartners(reader.db, readingFor(reader))
  return partners.length > 0 ? partners : [nobody]
}

function readingFor({ actor }: Reader): OrganisationId {
  const organisationId = permits({ epcis: 'any' }, actor) ? organisationOf(actor) : undefined
  if (organisationId === undefined) throw new Forbidden('role', { wanted: ['epcis'] })
  return organisationId
}

/** No partner has this number. */
const nobody = 0
