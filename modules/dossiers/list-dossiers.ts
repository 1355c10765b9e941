import { requirePerson } from '../identity/index.ts'
import { selectDossiers } from './dossier.store.ts'
import type { DossierFilter } from './dossier.store.ts'
import type { Ctx } from '../context.ts'
import { readScope } from './policy.ts'
import type { DossierCard } from './rules.ts'

/** The dossiers that the actor may read, those with the nearest day for the commune first. */
export async function listDossiers(ctx: Pick<Ctx, 'db' | 'actor'>, filter: DossierFilter = {}): Promise<DossierCard[]> {
  const scope = readScope(ctx.actor)
  if (!scope.all) requirePerson(ctx.actor)
  return selectDossiers(ctx.db, scope, filter)
}
