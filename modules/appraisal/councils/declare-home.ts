import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { record, requireAct, requireRole } from '../../identity/index.ts'
import { actorId } from '../../identity/rules.ts'
import { findCommune, listCommunes } from '../../law/index.ts'
import { scorerRoles } from '../policy.ts'
import { memberActs } from '../rules.ts'
import type { Home, HomeRefusal } from '../rules.ts'
import { deleteHome, selectHomes, upsertHome } from './home.store.ts'

export const declareHomeInput = z.object({ address: z.string().trim().max(300), communeCode: z.string().trim().max(10) })
export type DeclareHomeInput = z.infer<typeof declareHomeInput>

/**
 * A member says where they live, so that the platform finds a producer at the same address; an empty form takes it back. Everybody declares
 * their own: whose it is, nobody can say.
 */
export async function declareHome(
  ctx: Ctx,
  { address, communeCode }: DeclareHomeInput,
): Promise<Outcome<{ declared: boolean }, HomeRefusal>> {
  const act = memberActs['declare-home']
  requireAct(ctx.actor, act)
  // The row of the act lets only people in; the column refuses an id that names nobody.
  const userId = actorId(ctx.actor) ?? 'usr_'
  return inTransaction(ctx, async (tx) => {
    const declared = address !== '' || communeCode !== ''
    if (declared) {
      if (address === '') return refuse('home-incomplete', { field: 'address' })
      if (!(await findCommune(tx, communeCode))) return refuse('home-incomplete', { field: 'communeCode' })
      await upsertHome(tx, userId, { address, communeCode }, ctx.now)
    } else await deleteHome(tx, userId)
    // That it was said, and never where it is.
    await record(tx, ctx, act, { subjectId: userId, detail: { declared } })
    return done({ declared })
  })
}

export type OwnHome = { home: (Home & { declaredAt: Date }) | null; communes: { code: string; name: string }[] }

/** The actor's own address; there is no question about anybody else's. */
export async function ownHome(ctx: Ctx): Promise<OwnHome> {
  const { userId } = requireRole(ctx.actor, ...scorerRoles)
  const communes = (await listCommunes(ctx.db)).map(({ code, name }) => ({ code, name }))
  return { home: (await selectHomes(ctx.db, [userId])).get(userId) ?? null, communes }
}
