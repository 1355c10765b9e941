import { Forbidden } from '@dacsan/decisions'
import type { Ctx, ReadDb } from '../context.ts'
import type { Actor } from '../identity/index.ts'
import { permits } from '../identity/rules.ts'
import type { OrganisationId } from '../identity/rules.ts'
import { selectPartners } from './partner.store.ts'
import type { Partners } from './partner.store.ts'

/** What a question is asked with: whose events there are, is a matter of who asks. */
export type Reader = { db: ReadDb; actor: Ctx['actor'] }

/** In whose name somebody captures and asks; undefined for whoever speaks for no organisation. */
export function organisationOf(actor: Actor): OrganisationId | undefined {
  if (actor.kind === 'machine') return actor.organisationId
  return actor.kind === 'person' ? actor.memberships[0]?.organisationId : undefined
}

/** Whose events a reader sees: those of its own organisation, with a key of the scope `epcis`. Nobody’s where it has captured nothing yet. */
export async function readableOf({ db, actor }: Reader): Promise<Partners> {
  const organisationId = permits({ epcis: 'any' }, actor) ? organisationOf(actor) : undefined
  if (organisationId === undefined) throw new Forbidden('role', { wanted: ['epcis'] })
  const partners = await selectPartners(db, organisationId)
  return partners.length > 0 ? partners : [nobody]
}

/** No partner has this number. */
const nobody = 0
