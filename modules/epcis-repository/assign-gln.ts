import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { parseGln } from '@dacsan/gs1'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx, Tx } from '../context.ts'
import { record, requireAct } from '../identity/index.ts'
import type { OrganisationId } from '../identity/rules.ts'
import { partyActs } from './acts.ts'
import { urisOfGln } from './parties.ts'
import type { GlnRefusal } from './rules.ts'
import { insertParties, selectOrganisationOf, selectOwnerOf } from './partner.store.ts'

/**
 * Says that a GLN is that of an organisation or of a place of it: whatever events name it, it has taken part in and sees. So it is the operator who says so,
 * and not whoever would like to read along.
 */
export async function assignGln(
  ctx: Ctx,
  { code, gln: typed }: { code: string; gln: string },
): Promise<Outcome<{ gln: string }, GlnRefusal>> {
  requireAct(ctx.actor, partyActs['assign-gln'])
  const gln = parseGln(typed)
  if (!gln.ok) return refuse('gln-invalid', { gln: typed })
  return inTransaction(ctx, async (tx) => {
    const organisationId = await selectOrganisationOf(tx, code)
    if (organisationId === undefined) return refuse('unknown-organisation')
    const uris = urisOfGln(gln.value)
    await insertParties(tx, organisationId, uris, ctx.now)
    if ((await selectOwnerOf(tx, uris[0]!)) !== organisationId) return refuse('gln-taken', { gln: gln.value })
    await record(tx, ctx, partyActs['assign-gln'], { subjectId: gln.value, detail: { organisationId } })
    return done({ gln: gln.value })
  })
}

/**
 * A place of an organisation under an address of ours: events that name it are seen by the organisation. A GLN of a place is nobody’s by being typed in
 * (see {@link assignGln}).
 */
export async function assignPlace(
  tx: Tx,
  ctx: Pick<Ctx, 'now' | 'origin'>,
  place: { organisationId: OrganisationId; uri: string },
): Promise<void> {
  if (!place.uri.startsWith(`${ctx.origin}/`)) throw new Error(`${place.uri} is no address of ours`)
  await insertParties(tx, place.organisationId, [place.uri], ctx.now)
}
