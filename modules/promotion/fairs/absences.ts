import type { Ctx } from '../../context.ts'
import { requireRole } from '../../identity/index.ts'
import { selectAbsences } from './absence.store.ts'

/** How many stands were given and stayed empty, by commune: a need of whoever leads, no list of names. */
export async function fairAbsences(ctx: Pick<Ctx, 'db' | 'actor'>) {
  requireRole(ctx.actor, 'provincial-officer', 'trade-department')
  return selectAbsences(ctx.db)
}
