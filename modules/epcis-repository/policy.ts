import { Forbidden } from '@dacsan/decisions'
import type { Ctx, ReadDb } from '../context.ts'
import type { Actor } from '../identity/index.ts'
import type { OrganisationId } from '../identity/rules.ts'

/** What a question is asked with: whose events there are, is a matter of who asks. */
export type Reader = { db: ReadDb; actor: Ctx['actor'] }

/** The organisation whose events a machine captures and sees: it needs a key with the scope `epcis`, no role of a person does. */
export function partnerOf(actor: Actor): OrganisationId {
  if (actor.kind !== 'machine' || !actor.scopes.includes('epcis')) throw new Forbidden('role', { wanted: ['epcis'] })
  return actor.organisationId
}
