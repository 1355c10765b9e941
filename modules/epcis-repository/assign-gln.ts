import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { parseGln } from '@dacsan/gs1'
import { inTransaction } from '@dacsan/platform/context'
import { z } from 'zod'
import type { Ctx, Tx } from '../context.ts'
import { record, requireAct } from '../identity/index.ts'
import type { OrganisationId } from '../identity/rules.ts'
import { partyActs } from './acts.ts'
import { urisOfGln } from './parties.ts'
import type { GlnRefusal } from './rules.ts'
import { glnInputWords as inputWords } from './words.ts'
import { insertParties, selectOrganisationOf, selectOwnerOf, setParties } from './partner.store.ts'

export const assignGlnInput = z.object({
  code: z.string(inputWords.organisation).min(1, inputWords.organisation),
  gln: z.string().trim().min(1, inputWords.gln),
})

/**
 * Says that a GLN is that of an organisation or of a place of it: whatever events name it, it has taken part in and sees. So it is the operator who says so,
 * and not whoever would like to read along.
 */
export async function assignGln(
  ctx: Ctx,
  { code, gln: typed }: { code: string; gln: string },
): Promise<Outcome<{ gln: string }, GlnRefusal>> {
  requireAct(ctx.actor, partyActs['assign-gln'])
  const gln = parseGln(typed.replaceAll(' ', ''))
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

/** A place under an address of ours, and whose it is; null while nobody of its owner has an account. */
export type AssignedPlace = { uri: string; organisationId: OrganisationId | null }

/**
 * Events that name these places are seen by the organisations whose they are, and by no other that had them before: how many went over. A GLN of a place is
 * nobody’s by being typed in (see {@link assignGln}).
 */
export async function assignPlaces(tx: Tx, ctx: Pick<Ctx, 'now' | 'origin'>, places: readonly AssignedPlace[]): Promise<number> {
  const foreign = places.find(({ uri }) => !uri.startsWith(`${ctx.origin}/`))
  if (foreign) throw new Error(`${foreign.uri} is no address of ours`)
  return setParties(tx, places, ctx.now)
}
