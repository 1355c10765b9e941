import { NotFound } from '@dacsan/decisions'
import type { Ctx } from '../context.ts'
import { assembleDossier } from './assemble-dossier.ts'
import { viewFor } from './dossier-view.ts'
import { selectDossier } from './dossier.store.ts'
import { mayRead } from './policy.ts'
import type { Reader } from './policy.ts'
import type { DossierView } from './rules.ts'

/** One dossier by its id (`dos_…`) or file code, with all that is in it; someone else's is not found. */
export async function findDossier(ctx: Pick<Ctx, 'db'> & Reader, idOrCode: string): Promise<DossierView> {
  const card = await selectDossier(ctx.db, idOrCode)
  if (!card || !mayRead(ctx, card)) throw new NotFound('No such dossier', { idOrCode })
  return viewFor(ctx.actor, await assembleDossier(ctx.db, card))
}
