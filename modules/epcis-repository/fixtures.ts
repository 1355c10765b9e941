import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../context.ts'
import { createOrganisation, system } from '../identity/index.ts'
import type { Actor, Machine } from '../identity/index.ts'
import type { OrganisationId } from '../identity/rules.ts'

/** The software of an organisation that is made for it, with a key of scope `epcis`. */
export async function aPartner(as: (actor: Actor) => Ctx, code: string): Promise<Ctx> {
  const ctx = as(system('test'))
  const { id } = await inTransaction(ctx, (tx) => createOrganisation(tx, ctx, { code, name: code, kind: 'partner' }))
  return as(machineOf({ id, code }))
}

/** Software that comes in with a key of scope `epcis` of an organisation. */
export const machineOf = ({ id, code }: { id: OrganisationId; code: string }): Machine => ({
  kind: 'machine',
  keyId: 'key_1',
  name: code,
  organisationId: id,
  organisationCode: code,
  organisationName: code,
  scopes: ['epcis'],
})
